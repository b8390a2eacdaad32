import { readClock } from '../../src/clock/clock.js';
import type { Act } from '../../src/domain/dossier/act.js';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { availableActs, subjectsOf } from '../../src/domain/dossier/decide.js';
import { expectationOf, splitKey } from '../../src/domain/dossier/expectations.js';
import type { Subject } from '../../src/domain/dossier/subject.js';
import { ROLES, type Actor, type Role } from '../../src/domain/dossier/roles.js';
import { addDays, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { readDossier, type DossierRow } from '../../src/record/dossiers.js';
import { readEvents } from '../../src/record/journal/journal.js';
import { RefusedError, UnknownDossierError } from '../../src/record/refused.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { BareHouse } from '../rig/bare-house.js';
import { recordedAct, type Acting } from './recorded-acts.js';
import { declared, someone, type DossierBuilder } from './dossier.js';
import { carryOut } from './replay-on-real-house.js';
import { soundDay, soundly } from './sound-payloads.js';
import { spokenOf } from './subjects.js';
import { declareAwaited, stepHouse } from './declare-awaited.js';

/** Everyone, and an instructor who is also a manager: who prepares may not validate. */
const PEOPLE: readonly Actor[] = [
  ...(Object.keys(ROLES) as Role[]).map(role => someone(role)),
  someone('manager', 'instructor'),
];

/** What nobody awaits, and after which a life is another one. */
const TURNS = new Set([
  ...['request-amendment', 'request-renewal', 'retract-fact', 'suspend-dossier', 'demand-pieces', 'waive-recovery'],
  ...['invite-observations', 'close-dossier', 'settle-former-carrier'],
]);
/** What ends a life: seldom. */
const ENDS = new Set([
  ...['abandon-pole', 'terminate-by-region', 'withdraw-project'],
  ...['revoke-grant', 'withdraw-for-commitment', 'abrogate-grant'],
]);

/** What meets an expectation by going back: seldom, or no life would go far. */
const DETOURS = new Set(['return-report', 'return-liquidation', 'record-payment-rejection']);

/** One move of a sequence: the days that go by, and what someone tries. */
export interface Move {
  readonly pole: number;
  readonly days: number;
  readonly pick: number;
  readonly chance: number;
  /** How many days before today the fact is dated. */
  readonly late: number;
  /** What the story awaits, what turns a life, what is open, or anything at all by anyone. */
  readonly choice: 'awaited' | 'turn' | 'open' | 'anything';
}

interface Chosen {
  readonly act: Act<never>;
  readonly subject: Subject;
  readonly actor: Actor;
}

export interface Played {
  readonly act: string;
  /** The codes of the refusals; none when it was recorded. */
  readonly refused: readonly string[];
}

/** Plays moves on a real house, the story being told by its rehearsal. */
export class HousePlayer {
  readonly played: Played[] = [];

  private constructor(
    private readonly house: BareHouse,
    private readonly poles: readonly string[],
  ) {}

  /** Goes on with a dossier that stands somewhere, beside another one of the same people. */
  static async after(house: BareHouse, standing: DossierBuilder): Promise<HousePlayer> {
    return new HousePlayer(house, [await carryOut(house, standing), await carryOut(house, declared(standing.today))]);
  }

  async play(move: Move): Promise<void> {
    const { today: before } = await readClock(this.house.source.manager);
    const { today } = await stepHouse(this.house, addDays(before, move.days));
    const poleId = this.poles[move.pole % this.poles.length] ?? '';
    const dossier = await readDossier(this.house.source.manager, poleId);
    const chosen = await this.choose(dossier, move, today);
    if (!chosen) return;
    await this.try({
      ...{ poleId, act: chosen.act.name, subject: chosen.subject, actor: chosen.actor },
      payload: await this.say(dossier, chosen, move, today),
      date: addDays(this.dayOf(dossier, chosen, today), -move.late),
    });
    await declareAwaited(this.house, poleId);
  }

  private async try(request: Acting): Promise<void> {
    try {
      await recordedAct(this.house, request);
      this.played.push({ act: request.act, refused: [] });
    } catch (error) {
      if (error instanceof UnknownDossierError) this.played.push({ act: request.act, refused: ['unknown'] });
      else if (!(error instanceof RefusedError)) throw error;
      else this.played.push({ act: request.act, refused: error.refusals.map(({ code }) => code) });
    }
  }

  private async choose(
    dossier: DossierRow,
    { pick, chance, choice }: Move,
    today: CivilDate,
  ): Promise<Chosen | undefined> {
    const { state } = dossier;
    const rules = this.house.book.of(dossier.reglement);
    if (choice === 'anything') {
      const act = ACTS[pick % ACTS.length];
      const actor = PEOPLE[(pick >> 4) % PEOPLE.length];
      const subjects = act ? subjectsOf(act, { state }) : [];
      const subject = subjects[(pick >> 8) % Math.max(1, subjects.length)];
      return act && actor && subject && act.name !== 'declare-initiative' ? { act, actor, subject } : undefined;
    }
    const open = PEOPLE.flatMap(actor =>
      availableActs(ACTS, { state, rules, today, actor }).flatMap(availableAct =>
        availableAct.open ? [{ ...availableAct, actor }] : [],
      ),
    );
    const awaited = new Set((await rehearse(dossier.facts)).flatMap(key => expectationOf(splitKey(key).kind).acts));
    const useful = open.filter(({ act }) => awaited.has(act.name) && !(DETOURS.has(act.name) && chance % 6 > 0));
    const turns = open.filter(({ act }) => TURNS.has(act.name) || (chance % 10 === 0 && ENDS.has(act.name)));
    const preferred = choice === 'awaited' ? useful : choice === 'turn' ? turns : open;
    const among = preferred.length > 0 ? preferred : open;
    return among[pick % Math.max(1, among.length)];
  }

  private dayOf({ state }: DossierRow, { act, subject }: Chosen, today: CivilDate): CivilDate {
    return soundDay(act.name, { state, today, events: [], award: spokenOf(subject, state) });
  }

  private async say(dossier: DossierRow, { act, subject }: Chosen, { chance }: Move, today: CivilDate) {
    const { state } = dossier;
    const events = act.readsHistory ? [...(await readEvents(this.house.source.manager, dossier.id))] : [];
    const award = spokenOf(subject, state);
    return soundly(act.name, { state, today, events, award }, chance, this.house.book.of(dossier.reglement));
  }
}
