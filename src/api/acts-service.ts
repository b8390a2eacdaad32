import type { Request, Response } from 'express';
import { chooseActor } from '../access/people.js';
import { readClock } from '../clock/clock.js';
import { NoticeReads } from '../database/notice-reads.js';
import type { Act, Subject, SubjectKind } from '../domain/dossier/act.js';
import { subjectsOf } from '../domain/dossier/decide.js';
import { isUuid } from '../domain/kernel/ids.js';
import { initialState, type DossierState } from '../domain/dossier/state.js';
import { REPORT_KINDS } from '../domain/reglement/reglement.js';
import { canonical } from '../record/chain.js';
import { poleOfAward, poleOfObligation, readDossier } from '../record/dossiers.js';
import { recordAct, type ActRequest, type Recorded } from '../record/record-act.js';
import { UnknownDossierError } from '../record/refused.js';
import type { AuthoredRequest } from './access-guard.js';
import { actsFor, awaitedOf, eventView } from './answer.js';
import { checkedBody, payloadOf, type BodyType } from './body.js';
import type { House } from './house.js';
import { problem, ProblemException } from './problem.js';

/** Turns a request into an act of the record, tells the story, and answers what comes next. */
export class ActsService {
  constructor(private readonly house: House) {}

  async perform(act: Act<never>, body: BodyType, request: AuthoredRequest, response: Response): Promise<object> {
    const { date, precision, payload } = payloadOf(await checkedBody(body, request.body));
    const key = idempotencyKey(request);
    const readVersion = versionRead(request);
    const { poleId, subject } = await this.target(act, request);
    const actor = await this.actorFor(act, request, poleId, subject);
    const recorded = await this.recorded(response, {
      act: act.name,
      subject,
      actor,
      payload,
      key,
      ...(poleId === undefined ? {} : { poleId }),
      ...(date === undefined ? {} : { date }),
      ...(precision === undefined ? {} : { precision }),
      ...(readVersion === undefined ? {} : { readVersion }),
    });
    const heard = recorded.replayed || (await this.house.nudger.nudge(recorded.poleId, recorded.news));
    return this.answer(recorded, heard, request, response);
  }

  private async recorded(response: Response, request: ActRequest): Promise<Recorded> {
    const start = performance.now();
    const recorded = await recordAct(this.house.source, this.house.book, request);
    response.setHeader('Server-Timing', `durable;dur=${(performance.now() - start).toFixed(2)}`);
    return recorded;
  }

  private async answer(recorded: Recorded, heard: boolean, request: AuthoredRequest, response: Response) {
    const { dossier, today } = recorded.left ?? (await this.asItStands(recorded.poleId));
    const rules = this.house.book.of(dossier.reglement);
    response.status(201).setHeader('ETag', `"${recorded.version}"`);
    if (recorded.replayed) response.setHeader('Idempotency-Replayed', 'true');
    return {
      poleId: recorded.poleId,
      version: recorded.version,
      events: recorded.events.map(eventView),
      awaited: await awaitedOf(dossier, rules, today),
      ...(await this.recalled(recorded)),
      acts: actsFor(dossier, rules, today, request.actors).filter(act => act.open),
      ...(heard ? {} : { engine: 'late' }),
    };
  }

  /** What becomes of a reminder asked by hand: the record alone knows that there is nobody to write to. */
  private async recalled({ events }: Recorded) {
    const [asked] = events.flatMap(event => (event.type === 'reminder-asked' ? [event] : []));
    if (!asked) return {};
    const notices = await new NoticeReads(this.house.source).of(asked.data.obligation);
    return { notices: notices.filter(({ rung, plannedFor }) => rung < 0 && plannedFor === asked.recordedAt) };
  }

  private async asItStands(poleId: string) {
    const { manager } = this.house.source;
    return { dossier: await readDossier(manager, poleId), today: (await readClock(manager)).today };
  }

  private async target(act: Act<never>, request: Request): Promise<Target> {
    const { poleId, awardId, obligationId, year, number, post, contribution, report } = request.params as Params;
    if (obligationId !== undefined) return this.obligation(identifier(obligationId));
    if (poleId !== undefined) {
      const part = {
        ...(post === undefined ? {} : { post: rank(post) }),
        ...(contribution === undefined ? {} : { contribution: rank(contribution) }),
      };
      return { poleId: identifier(poleId), subject: part };
    }
    if (awardId === undefined) return { subject: {} };
    const found = await poleOfAward(this.house.source.manager, identifier(awardId));
    if (found === undefined) throw new UnknownDossierError();
    const kind = act.report ?? REPORT_KINDS.find(one => one === report);
    const subject = {
      award: awardId,
      ...(year === undefined ? {} : { year: rank(year) }),
      ...(number === undefined ? {} : { number: rank(number) }),
      ...(kind === undefined ? {} : { report: kind }),
    };
    return { poleId: found, subject };
  }

  private async obligation(id: string): Promise<Target> {
    const poleId = await poleOfObligation(this.house.source.manager, id);
    if (poleId === undefined) throw unknown('obligation');
    return { poleId, subject: { obligation: id } };
  }

  private async actorFor(act: Act<never>, request: AuthoredRequest, poleId: string | undefined, subject: Subject) {
    const { manager } = this.house.source;
    const { today } = await readClock(manager);
    const dossier = poleId === undefined ? undefined : await readDossier(manager, poleId);
    const rules = dossier ? this.house.book.of(dossier.reglement) : this.house.book.inForce(today);
    if (!rules) throw new Error(`Aucun règlement en vigueur au ${today}.`);
    const state = dossier?.state ?? initialState('');
    refuseUnknownSubject(act, state, subject);
    return chooseActor(request.actors, act, state, subject, rules, today);
  }
}

type Params = Readonly<Record<string, string | undefined>>;

interface Target {
  readonly poleId?: string;
  readonly subject: Subject;
}

const UNKNOWN: Readonly<Record<SubjectKind, readonly [code: string, detail: string]>> = {
  pole: ['not-found', "Ce pôle n'existe pas."],
  award: ['not-found', "Cette attribution n'existe pas."],
  instalment: ['not-found', "Ce versement n'existe pas."],
  report: ['year-not-funded', "Cet exercice n'est pas financé, ou n'est pas ouvert : aucun compte n'en est attendu."],
  post: ['not-found', "Ce poste n'existe pas."],
  contribution: ['not-found', "Cette contribution n'existe pas."],
  obligation: ['not-found', "Cette échéance n'existe pas."],
};

function unknown(kind: SubjectKind): ProblemException {
  const [code, detail] = UNKNOWN[kind];
  return new ProblemException(problem(code, 404, 'Introuvable', detail));
}

/** Refuses a subject that the dossier does not have: a year that is not funded, a post that was never opened. */
function refuseUnknownSubject(act: Act<never>, state: DossierState, subject: Subject): void {
  if (['pole', 'award', 'obligation'].includes(act.subject)) return;
  const wanted = canonical(subject);
  if (subjectsOf(act, { state }).some(one => canonical(one) === wanted)) return;
  throw unknown(act.subject);
}

function identifier(text: string): string {
  if (isUuid(text)) return text;
  throw new ProblemException(
    problem('id-malformed', 400, 'Identifiant mal formé', `« ${text.slice(0, 60)} » n'est pas un identifiant.`),
  );
}

function rank(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new ProblemException(
    problem('id-malformed', 400, 'Identifiant mal formé', "L'exercice, le versement et le poste sont des rangs."),
  );
}

function idempotencyKey(request: Request): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && isUuid(key.toLowerCase())) return key.toLowerCase();
  throw new ProblemException(
    problem(
      'idempotency-key-missing',
      400,
      'Clé requise',
      'Chaque acte porte un en-tête Idempotency-Key, un UUID : renvoyé, il est répondu de même.',
    ),
  );
}

function versionRead(request: Request): number | undefined {
  const tag = request.headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  const match = /^"(\d+)"$/.exec(tag);
  if (match?.[1]) return Number(match[1]);
  throw new ProblemException(
    problem('if-match-malformed', 400, 'Version mal formée', 'If-Match reprend l’ETag du dossier, par exemple "17".'),
  );
}
