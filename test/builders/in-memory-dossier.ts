import { randomUUID } from 'node:crypto';
import type { GateContext } from '../../src/domain/dossier/act.js';
import { ACTS, actNamed } from '../../src/domain/dossier/acts.js';
import { availableActs, decide, type AvailableAct } from '../../src/domain/dossier/decide.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { ROLES, type Actor, type Role } from '../../src/domain/dossier/roles.js';
import type { DossierState, RecordedEvent } from '../../src/domain/dossier/state.js';
import { addDays, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { addSeconds, instant, parisDate, parisMidnight, type Instant } from '../../src/domain/kernel/paris.js';
import type { Rules } from '../../src/domain/reglement/reglement.js';
import { digest } from '../../src/record/journal/chain.js';
import { DossierSession } from '../../src/record/dossier-session.js';
import { newDossier, type DossierRow } from '../../src/record/dossiers.js';
import { noticesOf, type PlannedNotice } from '../../src/domain/reminders/notices.js';
import { STAGES } from '../../src/rehearsal/stages.js';
import { EventStream } from '../../src/record/event-stream.js';
import { depositedAll, HOLDERS, someone, type DossierBuilder } from './dossier.js';
import { anAudience } from './planned-notices.js';
import { soundDay, soundly, wellFormed } from './sound-payloads.js';
import { spokenOf } from './subjects.js';

export const PEOPLE: readonly Actor[] = [
  ...(Object.keys(ROLES) as Role[]).map(role => someone(role)),
  someone('manager', 'instructor'),
];

export interface Opened extends AvailableAct {
  readonly actor: Actor;
}

/** What a dossier offers to some people. An act is closed to whoever lacks its role: it is not asked why. */
export function openTo(
  people: readonly Actor[],
  { state, rules, today }: Pick<GateContext, 'state' | 'rules' | 'today'>,
): readonly Opened[] {
  return people.flatMap(actor => {
    const acts = ACTS.filter(({ roles }) => roles.some(role => role === actor.role));
    return availableActs(acts, { state, rules, today, actor }).flatMap(availableAct =>
      availableAct.open ? [{ ...availableAct, actor }] : [],
    );
  });
}

const NOON = 12 * 3600;

/** A dossier whose acts, alarms and declarations take the course of the house, in memory, with what is then planned. */
export class InMemoryDossier {
  readonly notices: (PlannedNotice & { readonly on: CivilDate })[] = [];
  now: Instant;
  private readonly events: RecordedEvent[];
  private readonly audience = anAudience();
  private session: DossierSession;

  /** A dossier that stands somewhere, at noon, before its story has declared anything. */
  constructor(private readonly standing: DossierBuilder) {
    const { id, events, state, rules, today } = standing;
    this.now = addSeconds(parisMidnight(today), NOON);
    this.events = [...events];
    const version = Math.max(0, ...events.map(({ factVersion }) => factVersion ?? 0));
    const row = { ...newDossier(id, rules.reglement.id), version, sequence: events.length, state };
    this.session = this.courseOn({ ...row, facts: factsOf(events), isNew: false });
  }

  get state(): DossierState {
    return this.session.stream.state;
  }

  get rules(): Rules {
    return this.standing.rules;
  }

  get today(): CivilDate {
    return parisDate(this.now);
  }

  get journal(): readonly RecordedEvent[] {
    return this.events;
  }

  /** When something is next said or decided of it by itself. */
  get nextAlarm(): Instant | null {
    const { nextAlarm, nextPoint } = this.session.stream.row;
    const [next] = [nextAlarm, nextPoint].flatMap(at => at ?? []).sort();
    return next === undefined ? null : instant(next);
  }

  /** Lets its story declare what it awaits. */
  async declares(): Promise<this> {
    return this.goesOn(async session => session.declare(await session.awaited(), async opened => opened));
  }

  /** Lets the days go by up to the noon of one, each alarm ringing at its instant. */
  async reaches(day: CivilDate): Promise<this> {
    const noon = addSeconds(parisMidnight(day), NOON);
    for (let at = this.nextAlarm; at !== null && at <= noon; at = this.nextAlarm) {
      if (at > this.now) this.now = at;
      await this.rings();
      await this.declares();
    }
    this.now = noon > this.now ? noon : this.now;
    return this;
  }

  async passes(days: number): Promise<this> {
    return this.reaches(addDays(this.today, days));
  }

  /** Rings now. */
  async rings(): Promise<this> {
    return this.goesOn(session => session.ring(this.now));
  }

  /** Does an act if the rules accept it, its story being told after it unless it is kept away. Says whether it was done. */
  async tries({ act, subject, actor }: Opened, chance: number, late = 0, isStoryTold = true): Promise<boolean> {
    await this.goesOn(session => session.settleSilences());
    const { state, today, events, rules } = this;
    const award = spokenOf(subject, state);
    const date = addDays(soundDay(act.name, { state, today, events, award }), -late);
    const payload = (chance % 5 === 4 ? wellFormed : soundly)(act.name, { state, today, events, award }, chance, rules);
    const decision = decide(actNamed(act.name), {
      ...{ state, subject, actor, today, rules, date, newId: randomUUID(), digest, payload },
      deposits: depositedAll(payload),
      ...{ history: act.readsHistory ? events : [], grantedElsewhere: [], deliberations: [], holders: HOLDERS },
    });
    if ('refusals' in decision) return false;
    const doer = { act: act.name, actor, date };
    await this.goesOn(session => session.recordFacts(decision.events, doer));
    if (isStoryTold) await this.declares();
    return true;
  }

  /** What is open, to whom. */
  openActs(): readonly Opened[] {
    return openTo(PEOPLE, this);
  }

  private courseOn(row: DossierRow): DossierSession {
    const { now, today, rules } = this;
    const clock = { mode: 'stepping' as const, now, today, stages: null };
    const bearings = { clock, rules, stages: STAGES, spread: 0 };
    return new DossierSession(bearings, new EventStream(row, clock, async () => this.events));
  }

  private async goesOn(work: (session: DossierSession) => Promise<unknown>): Promise<this> {
    this.session = this.courseOn(this.session.stream.row);
    await work(this.session);
    this.session.setAlarm();
    const { state, events } = this.session.stream;
    const planned = noticesOf(state, this.rules, events, this.today, this.audience);
    this.notices.push(...planned.map(notice => ({ ...notice, on: this.today })));
    this.events.push(...events);
    return this;
  }
}
