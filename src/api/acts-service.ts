import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NoticeReads } from '../database/notice-reads.js';
import type { Act, Subject } from '../domain/dossier/act.js';
import { seenState } from '../domain/dossier/seen-state.js';
import { viewOf } from '../domain/dossier/view.js';
import { BY_HAND } from '../domain/reminders/notices.js';
import { isUuid } from '../domain/kernel/ids.js';
import { REPORT_KINDS } from '../domain/reglement/reglement.js';
import type { RecordContext } from '../record/context.js';
import type { DossierLocator } from '../record/dossiers.js';
import { recordAct, type ActRequest, type Recorded } from '../record/record-act.js';
import { Nudger } from '../temporal/nudger.js';
import type { IdentifiedRequest } from './access-guard.js';
import { actsFor, awaitedOf, eventView } from './answer.js';
import { payloadOf } from './body.js';
import type { ActDoneAnswer } from './answers/dossier.js';
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
    const { date, precision, payload } = payloadOf(body);
    const readVersion = versionRead(request);
    const recorded = await this.recorded(response, {
      act: act.name,
      account: request.account,
      key: idempotencyKey(request),
      ...targetOf(act, request),
      payload,
      ...(date === undefined ? {} : { date }),
      ...(precision === undefined ? {} : { precision }),
      ...(readVersion === undefined ? {} : { readVersion }),
    });
    if (!recorded.replayed) this.nudger.tell(recorded.poleId, recorded.news);
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
    response.status(201).setHeader('ETag', `"${recorded.version}"`);
    if (recorded.replayed) response.setHeader('Idempotency-Replayed', 'true');
    return {
      poleId: recorded.poleId,
      version: recorded.version,
      events: recorded.events.map(eventView),
      awaited: awaitedOf({ ...dossier, state: seenState(viewOf(dossier.state, actors), dossier.state) }, today),
      ...(await this.recalled(recorded)),
      acts: actsFor(dossier, rules, today, actors).filter(act => act.open),
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
  const { poleId, awardId, obligationId, year, number, post, contribution, report } = params as Params;
  if (obligationId !== undefined) {
    const obligation = identifier(obligationId);
    return { dossier: { obligation }, subject: { obligation } };
  }
  if (poleId !== undefined) {
    const part = {
      ...(post === undefined ? {} : { post: rank(post) }),
      ...(contribution === undefined ? {} : { contribution: rank(contribution) }),
    };
    return { dossier: { pole: identifier(poleId) }, subject: part };
  }
  if (awardId === undefined) return { subject: {} };
  const kind = act.report ?? REPORT_KINDS.find(reportKind => reportKind === report);
  const subject = {
    award: awardId,
    ...(year === undefined ? {} : { year: rank(year) }),
    ...(number === undefined ? {} : { number: rank(number) }),
    ...(kind === undefined ? {} : { report: kind }),
  };
  return { dossier: { award: identifier(awardId) }, subject };
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
