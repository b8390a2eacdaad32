import { expectationOf } from '../dossier/expectations.js';
import { silenceDay } from '../dossier/expectation.js';
import type { DossierState, NewEvent } from '../dossier/state.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { addSeconds, parisDate, parisMidnight, parisTime, type Instant } from '../kernel/paris.js';
import { openObligations, type Obligation } from '../obligations/slice.js';
import { departureDay, ladderOf, rungIdOf, type WholeLadder } from '../obligations/ladders.js';
import { isPoint } from '../obligations/points.js';
import { rungDay, type LadderRung } from '../reglement/ladder.js';
import { MORNING } from './catch-up.js';
import type { Rules } from '../reglement/reglement.js';
import { nextPoint, pointOf, POINTS_AT } from './points.js';
import { ascending } from '../kernel/ordering.js';

/** The seconds after eight at which the mails of a dossier leave: its own, always the same. */
export function spreadOf(poleId: string, overSeconds: number): number {
  return overSeconds === 0 ? 0 : Number.parseInt(poleId.slice(-6), 16) % overSeconds;
}

/** A rung of an obligation's ladder, and when it is reached. */
export interface DatedRung {
  readonly rung: LadderRung;
  /** The day that the ladder sets for it. */
  readonly day: CivilDate;
  /** When it leaves: that morning, or the next open one when the day was past already when the due date was set. */
  readonly at: Instant;
}

/**
 * The rungs of an open obligation that are still to be reached, in the order of their days; with those of its ladder, the
 * next of its points. `spread` is the seconds after eight in the morning at which the mails of this dossier leave.
 */
export function rungsLeft(
  obligation: Obligation,
  state: Pick<DossierState, 'ladders'>,
  rules: Rules,
  spread: number,
): readonly DatedRung[] {
  const { kind, due, rungs, datedOn } = obligation;
  const ladder = ladderOf(kind, state, rules);
  if (due === null || !ladder) return [];
  const leavingOn = (day: CivilDate) => addSeconds(parisTime(day, MORNING), spread);
  const reachedIds = rungs.map(recorded => rungIdOf(recorded, kind, state, rules));
  const remaining = rungsAbove(ladder, reachedIds).map(rung => {
    const day = rungDay(due, rung);
    return { rung, day, at: leavingOn(departureDay(day, datedOn, rung)) };
  });
  const point = nextPoint(obligation, due, ladder);
  const left = [
    ...remaining.map((datedRung, rank) => ({ ...datedRung, at: earliest(datedRung.at, remaining.slice(rank + 1)) })),
    ...(point ? [{ ...point, at: parisTime(point.day, POINTS_AT.hour, POINTS_AT.minute) }] : []),
  ];
  return left.sort(ascending(({ at }) => at));
}

/** The rungs above the highest one reached: one that was set below it since is not climbed down to. */
function rungsAbove({ rungs }: WholeLadder, reachedIds: readonly string[]): readonly LadderRung[] {
  return rungs.slice(rungs.findLastIndex(({ id }) => reachedIds.includes(id)) + 1);
}

/** A rung that was past leaves with the first of those that come after it, if that is sooner. */
function earliest(at: Instant, after: readonly DatedRung[]): Instant {
  return after.reduce((sooner, datedRung) => (datedRung.at < sooner ? datedRung.at : sooner), at);
}

/** Whether something happens at 00:00 after the due day: a decision by silence, an escalation. */
function midnightOf({ kind, due, escalated: done }: Obligation): Instant | undefined {
  if (due === null || done || expectationOf(kind).whenDue === 'remind') return undefined;
  return parisMidnight(silenceDay(due));
}

/** When something is next to be said or decided of a dossier by itself; null when nothing is. */
export interface NextInstants {
  /** At which its story rings: a rung of a ladder, a midnight after a due day. */
  readonly alarm: Instant | null;
  /** At which the job of the morning says a point, which its story need not hear of. */
  readonly point: Instant | null;
}

/** The next instants at which something of an open obligation is due. `spread` as for its rungs. */
export function nextInstants(state: DossierState, rules: Rules, spread: number): NextInstants {
  const [alarms, points]: [Instant[], Instant[]] = [[], []];
  for (const obligation of openObligations(state)) {
    const midnight = midnightOf(obligation);
    if (midnight !== undefined) alarms.push(midnight);
    for (const { rung, at } of rungsLeft(obligation, state, rules, spread))
      (isPoint(rung.id) ? points : alarms).push(at);
  }
  return { alarm: alarms.sort()[0] ?? null, point: points.sort()[0] ?? null };
}

/** The first of them. */
export function soonest({ alarm, point }: NextInstants): Instant | null {
  if (alarm === null || point === null) return alarm ?? point;
  return alarm < point ? alarm : point;
}

/**
 * What has become due at an instant: rungs reached (the late ones merged in the last), escalations, each of its own day
 * however late it is seen. Points that were missed are not made up for: that of the month says the same.
 */
export function reached(state: DossierState, rules: Rules, now: Instant, spread: number): readonly NewEvent[] {
  return openObligations(state).flatMap(obligation => [
    ...rungReached(obligation, state, rules, now, spread),
    ...escalated(obligation, now),
  ]);
}

function rungReached(
  obligation: Obligation,
  state: DossierState,
  rules: Rules,
  now: Instant,
  spread: number,
): readonly NewEvent[] {
  const passed = rungsLeft(obligation, state, rules, spread).filter(({ at }) => at <= now);
  const last = passed.at(-1);
  if (!last) return [];
  const merged = passed.slice(0, -1).map(({ rung }) => rung.id);
  const rung = isPoint(last.rung.id) ? pointOf(parisDate(now), last.rung).id : last.rung.id;
  return [{ type: 'rung-reached', data: { obligation: obligation.id, rung, merged } }];
}

function escalated(obligation: Obligation, now: Instant): readonly NewEvent[] {
  const midnight = midnightOf(obligation);
  if (midnight === undefined || midnight > now) return [];
  return [{ type: 'obligation-escalated', data: { obligation: obligation.id }, date: parisDate(midnight) }];
}
