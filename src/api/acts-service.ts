import { Inject, Injectable } from '@nestjs/common';
import { NoticeReads } from '../database/notice-reads.js';
import type { Act } from '../domain/dossier/act.js';
import { seenState } from '../domain/dossier/seen-state.js';
import { viewOf } from '../domain/dossier/view.js';
import { BY_HAND } from '../domain/reminders/notices.js';
import type { RecordContext } from '../record/context.js';
import { readGrantsThatCount } from '../record/grants-elsewhere.js';
import { recordAct, rehearseAct, type ActRequest, type Recorded } from '../record/record-act.js';
import { Nudger } from '../temporal/nudger.js';
import { actsFor, awaitedOf, eventTeller } from './answer.js';
import { payloadOf } from './body.js';
import type { ActDoneAnswer } from './answers/dossier.js';
import { versionsRead } from './if-match.js';
import { targetOf, type Params } from './subject-of-address.js';
import { RECORD_CONTEXT } from './tokens.js';

/** What someone asks to be done, whichever way it came: by the API, or by a page. */
export interface ActAsked {
  readonly act: Act<never>;
  /** What its address names, by the names of the parameters of the act's path. */
  readonly params: Params;
  /** As the pipe gives it: an instance of the class that describes it, checked. */
  readonly body: object;
  readonly account: string;
  /** UUID under which the same request, sent again, is answered the same. */
  readonly key: string;
  /** The versions of the dossier that may have been read, as `If-Match` names them. */
  readonly ifMatch?: string | undefined;
}

/** What an act left, and how it was recorded. */
export interface ActDone {
  readonly answer: ActDoneAnswer;
  readonly version: number;
  /** Whether it had been done under the same key before. */
  readonly replayed: boolean;
  /** Milliseconds until it was durable. */
  readonly durable: number;
}

/** Turns what is asked into an act of the record, and answers what comes next; the story is told after the answer. */
@Injectable()
export class ActsService {
  constructor(
    @Inject(RECORD_CONTEXT) private readonly record: RecordContext,
    @Inject(Nudger) private readonly nudger: Nudger,
    @Inject(NoticeReads) private readonly notices: NoticeReads,
  ) {}

  async perform(asked: ActAsked): Promise<ActDone> {
    const start = performance.now();
    const recorded = await recordAct(this.record, requestOf(asked));
    const durable = performance.now() - start;
    if (!recorded.replayed) this.nudger.tell(recorded.poleId, recorded.news);
    const { version, replayed } = recorded;
    return { answer: await this.answer(recorded), version, replayed, durable };
  }

  /** What an act would leave, and what would be awaited then. Refuses as the act would; nothing is written. */
  async rehearse(asked: ActAsked): Promise<Pick<ActDone, 'answer' | 'replayed'>> {
    const recorded = await rehearseAct(this.record, requestOf(asked));
    return { answer: await this.answer(recorded), replayed: recorded.replayed };
  }

  private async answer(recorded: Recorded): Promise<ActDoneAnswer> {
    const { dossier, today, actors } = recorded;
    const rules = this.record.book.of(dossier.reglement);
    const elsewhere = await readGrantsThatCount(this.record.source.manager, dossier.state);
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

function requestOf({ act, params, body, account, key, ifMatch }: ActAsked): ActRequest {
  const { date, precision, onBehalfOf, payload } = payloadOf(body);
  const readVersions = versionsRead(ifMatch);
  return {
    ...{ act: act.name, account, key, payload },
    ...targetOf(act, params),
    ...(date === undefined ? {} : { date }),
    ...(precision === undefined ? {} : { precision }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(readVersions === undefined ? {} : { readVersions }),
  };
}
