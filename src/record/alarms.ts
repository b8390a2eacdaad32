import { silenceDay } from '../domain/dossier/expectation.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import type { DossierState, NewEvent } from '../domain/dossier/state.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { parisMidnight, parisTime, type Instant } from '../domain/kernel/paris.js';
import type { Obligation } from '../domain/obligations/slice.js';
import type { Rung, Rules } from '../domain/reglement/reglement.js';
import { openObligations } from './obligations.js';

const MORNING = 8;

/** A rung of an obligation's ladder, and when it is reached. */
export interface DatedRung {
  readonly index: number;
  readonly rung: Rung;
  readonly at: Instant;
}

/** The rungs of an open obligation that were not reached yet. */
export function rungsLeft(obligation: Obligation, rules: Rules): readonly DatedRung[] {
  const { due } = obligation;
  const name = expectationOf(obligation.kind).ladder;
  if (due === null || name === undefined) return [];
  return (rules.reglement.ladders[name] ?? []).flatMap((rung, index) =>
    obligation.rungs.includes(index) ? [] : [{ rung, index, at: parisTime(addDays(due, rung.offset), MORNING) }],
  );
}

/** Whether something happens at 00:00 after the due day: a decision by silence, an escalation. */
function midnightOf(obligation: Obligation): Instant | undefined {
  const whenDue = expectationOf(obligation.kind).whenDue;
  if (obligation.due === null || obligation.escalated || whenDue === 'remind') return undefined;
  return parisMidnight(silenceDay(obligation.due));
}

/** The next instant at which an open obligation rings; null when nothing will. */
export function nextAlarm(state: DossierState, rules: Rules): Instant | null {
  const instants = openObligations(state).flatMap(one => {
    const midnight = midnightOf(one);
    return [...rungsLeft(one, rules).map(({ at }) => at), ...(midnight === undefined ? [] : [midnight])];
  });
  return instants.sort()[0] ?? null;
}

/** What has become due at an instant: rungs reached (the late ones merged in the last), escalations. */
export function reached(state: DossierState, rules: Rules, now: Instant): readonly NewEvent[] {
  return openObligations(state).flatMap(one => [...rungReached(one, rules, now), ...escalated(one, now)]);
}

function rungReached(obligation: Obligation, rules: Rules, now: Instant): readonly NewEvent[] {
  const passed = rungsLeft(obligation, rules).filter(({ at }) => at <= now);
  const last = passed.at(-1);
  if (!last) return [];
  const merged = passed.slice(0, -1).map(({ index }) => index);
  return [{ type: 'rung-reached', data: { obligation: obligation.id, rung: last.index, merged } }];
}

function escalated(obligation: Obligation, now: Instant): readonly NewEvent[] {
  const midnight = midnightOf(obligation);
  if (midnight === undefined || midnight > now) return [];
  return [{ type: 'obligation-escalated', data: { obligation: obligation.id } }];
}
