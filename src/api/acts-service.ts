import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NoticeReads } from '../database/notice-reads.js';
import type { Act } from '../domain/dossier/act.js';
import { seenState } from '../domain/dossier/seen-state.js';
import { awardIdOf, type Subject } from '../domain/dossier/subject.js';
import { viewOf } from '../domain/dossier/view.js';
import { BY_HAND } from '../domain/reminders/notices.js';
import { isUuid } from '../domain/kernel/ids.js';
import { REPORT_KINDS, type ReportKind } from '../domain/reglement/reglement.js';
import type { RecordContext } from '../record/context.js';
import type { DossierLocator } from '../record/dossiers.js';
import { readGrantsThatCount } from '../record/grants-elsewhere.js';
import { recordAct, type ActRequest, type Recorded } from '../record/record-act.js';
import { UnknownSubjectError } from '../record/refused.js';
import { Nudger } from '../temporal/nudger.js';
import type { IdentifiedRequest } from './access-guard.js';
import { actsFor, awaitedOf, eventTeller } from './answer.js';
import { payloadOf } from './body.js';
import type { ActDoneAnswer } from './answers/dossier.js';
import { versionsRead } from './if-match.js';
import { problem, ProblemException } from './problem.js';
import { RECORD_CONTEXT } from './tokens.js';

/** Turns a request into an act of the record, and answers what comes next; the story is told after the answer. */
@Injectable()
export class ActsService {
  constructor(
    @Inject(RECORD_CONTEXT) private readonly record: RecordContext,
    @Inject(Nudger) private readonly nudger: Nudger,
    @Inject(NoticeReads) private readonly notices: NoticeReads,
  ) {}

  async perform(act: Act<never>, body: object, request: IdentifiedRequest, response: Response): Promise<ActDoneAnswer> {
    const { date, precision, onBehalfOf, payload } = payloadOf(body);
    const readVersions = versionsRead(request.headers['if-match']);
    const recorded = await this.recorded(response, {
      act: act.name,
      account: request.account,
      key: idempotencyKey(request),
      ...targetOf(act, request),
      payload,
      ...(date === undefined ? {} : { date }),
      ...(precision === undefined ? {} : { precision }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(readVersions === undefined ? {} : { readVersions }),
    });
    if (!recorded.replayed) this.nudger.tell(recorded.poleId, recorded.news);
    for (const { poleId, news } of recorded.elsewhere) this.nudger.tell(poleId, news);
    return this.answer(recorded, response);
  }

  private async recorded(response: Response, request: ActRequest): Promise<Recorded> {
    const start = performance.now();
    const recorded = await recordAct(this.record, request);
    response.setHeader('Server-Timing', `durable;dur=${(performance.now() - start).toFixed(2)}`);
    return recorded;
  }

  private async answer(recorded: Recorded, response: Response): Promise<ActDoneAnswer> {
    const { dossier, today, actors } = recorded;
    const rules = this.record.book.of(dossier.reglement);
    const elsewhere = await readGrantsThatCount(this.record.source.manager, dossier.state);
    response.status(201).setHeader('ETag', `"${recorded.version}"`);
    if (recorded.replayed) response.setHeader('Idempotency-Replayed', 'true');
    const tell = eventTeller(dossier.state, recorded.events);
    return {
      poleId: recorded.poleId,
      version: recorded.version,
      events: recorded.events.map(event => tell(event)),
      awaited: awaitedOf({ ...dossier, state: seenState(viewOf(dossier.state, actors), dossier.state) }, today),
      ...(await this.recalled(recorded)),
      acts: actsFor(dossier, rules, today, actors, elsewhere).filter(act => act.open),
      ...(this.nudger.isAway ? { engine: 'late' } : {}),
      ...(recorded.decides ? {} : { decidedBy: 'another-build' }),
    };
  }

  /** What becomes of a reminder asked by hand: the record alone knows that there is nobody to write to. */
  private async recalled({ events }: Recorded) {
    const [asked] = events.flatMap(event => (event.type === 'reminder-asked' ? [event] : []));
    if (!asked) return {};
    const notices = await this.notices.of(asked.data.obligation);
    return {
      notices: notices.filter(
        ({ template, plannedFor }) => template === BY_HAND.template && plannedFor === asked.recordedAt,
      ),
    };
  }
}

type Params = Readonly<Record<string, string | undefined>>;

interface Target {
  readonly dossier?: DossierLocator;
  readonly subject: Subject;
}

/** What an address names: a dossier by itself, by one of its awards or by something owed, and what of it the act bears on. */
function targetOf(act: Act<never>, { params }: Request): Target {
  const subject = subjectOf(act, params as Params);
  const dossier = locatorOf(subject, params as Params);
  return { subject, ...(dossier === undefined ? {} : { dossier }) };
}

function subjectOf(act: Act<never>, params: Params): Subject {
  const { awardId = '', obligationId = '', year = '', number = '', post = '', contribution = '' } = params;
  const { subject: kind } = act;
  switch (kind) {
    case 'pole':
      return { kind };
    case 'award':
      return { kind, award: identifier(awardId) };
    case 'instalment':
      return { kind, year: rank(year), number: rank(number), award: identifier(awardId) };
    case 'report':
      return { kind, year: rank(year), award: identifier(awardId), report: reportNamed(act.report ?? params.report) };
    case 'post':
      return { kind, post: rank(post) };
    case 'contribution':
      return { kind, contribution: rank(contribution) };
    case 'obligation':
      return { kind, obligation: identifier(obligationId) };
  }
}

/** By what an address finds a dossier; the act that opens one names none. */
function locatorOf(subject: Subject, { poleId }: Params): DossierLocator | undefined {
  if (subject.kind === 'obligation') return { obligation: subject.obligation };
  const award = awardIdOf(subject);
  if (award !== undefined) return { award };
  return poleId === undefined ? undefined : { pole: identifier(poleId) };
}

function reportNamed(name: string | undefined): ReportKind {
  const report = REPORT_KINDS.find(kind => kind === name);
  if (report === undefined) throw new UnknownSubjectError('report');
  return report;
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

/** The key of a request. Refuses one without it: sent again, it could not be answered the same. */
export function idempotencyKey(request: Request): string {
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
