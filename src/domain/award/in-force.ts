import type { CivilDate } from '../kernel/civil-date.js';
import type { Refusal } from '../kernel/refusal.js';
import type { DossierState, NewEvent } from '../dossier/state.js';
import { firstYearOpened } from '../funded-year/opening.js';
import type { Rules } from '../reglement/reglement.js';
import { amendmentEffects } from './amendment.js';
import type { NotifiedDecision } from './events.js';
import { isInForce, type Award } from './slice.js';

/** What an award may bring when it comes into force. */
export const BROUGHT = [
  'funded-year-opened',
  'convention-amended',
  'instalments-replanned',
  'carrier-transferred',
  'award-transferred',
] as const;

export interface NotifiedOn {
  readonly state: DossierState;
  readonly rules: Rules;
  readonly decision: NotifiedDecision;
  /** The day of the notification. */
  readonly on: CivilDate;
}

/** Whether the notification of a decision, as things stand, is the last that the award lacks to be in force. */
function completes({ conventionNotifiedOn, grantNotifiedOn, vote }: Award, decision: NotifiedDecision): boolean {
  if (decision === 'grant') return conventionNotifiedOn !== null || vote?.conventionRequired === false;
  return decision === 'convention' && grantNotifiedOn !== null;
}

/**
 * What an award changes on the day it comes into force, and not again: a first year opens, an amendment takes effect.
 * Nothing when the notification does not bring it into force. Refuses an amendment that can no longer take effect.
 */
export function broughtInForce(of: Award, { state, rules, decision, on }: NotifiedOn): readonly NewEvent[] | Refusal {
  if (!completes(of, decision) || isInForce(of)) return [];
  if (of.kind === 'amendment') return amendmentEffects(state, of, rules, on);
  return of.kind === 'year' ? [] : [firstYearOpened(of, rules, of.grantNotifiedOn ?? on)];
}
