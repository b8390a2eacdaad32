import type { DossierState } from '../domain/dossier/state.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { openObligations, type Obligation } from '../domain/obligations/slice.js';
import type { RungRecipient } from '../domain/reglement/ladder.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { rungsLeft } from '../domain/reminders/alarms.js';
import { laddersChanged } from '../domain/reminders/openings.js';

/** A reminder to come: its day, what it says and to whom. */
export interface RungToCome {
  readonly day: CivilDate;
  readonly template: string;
  readonly recipients: readonly RungRecipient[];
}

/** What other ladders would change for one thing owed. */
export interface LadderChange {
  readonly obligation: string;
  readonly kind: string;
  readonly instance: string;
  readonly due: CivilDate | null;
  readonly before: readonly RungToCome[];
  readonly after: readonly RungToCome[];
}

/** What applying a set of ladders would change in a dossier, for what would change. Nothing is written. */
export function ladderChanges(
  state: DossierState,
  rules: Rules,
  set: string,
  today: CivilDate,
): readonly LadderChange[] {
  const next = { ...state, ladders: { applied: set } };
  const passed = new Map(
    laddersChanged(next, rules, today).flatMap(event =>
      event.type === 'ladder-changed' ? [[event.data.obligation, event.data.passed] as const] : [],
    ),
  );
  return openObligations(state).flatMap(obligation => {
    const before = toCome(obligation, state, rules);
    const after = toCome({ ...obligation, rungs: passed.get(obligation.id) ?? obligation.rungs }, next, rules);
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const { id, kind, instance, due } = obligation;
    return [{ obligation: id, kind, instance, due, before, after }];
  });
}

function toCome(obligation: Obligation, state: DossierState, rules: Rules): readonly RungToCome[] {
  return rungsLeft(obligation, state, rules, 0).map(({ day, rung: { template, recipients } }) => ({
    day,
    template,
    recipients,
  }));
}
