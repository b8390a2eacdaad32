import type { Instalment, InstalmentStatus } from '../funded-year/slice.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Refusal } from '../kernel/refusal.js';
import type { Act, GateContext } from './act.js';
import { actNamed } from './acts.js';
import { closedBecause } from './decide.js';
import type { Role } from './roles.js';

/** The act by which an instalment goes on, and who of the Région can do it. */
const NEXT: Partial<Record<InstalmentStatus, { readonly act: string; readonly role: Role }>> = {
  planned: { act: 'claim-instalment', role: 'instructor' },
  claimed: { act: 'prepare-liquidation', role: 'instructor' },
  prepared: { act: 'validate-liquidation', role: 'manager' },
};

/** The act that an instalment waits for while a condition may hold it; undefined once it is liquidated or lapsed. */
export function nextActOf({ status }: Pick<Instalment, 'status'>): Act<never> | undefined {
  const next = NEXT[status];
  return next && actNamed(next.act);
}

/**
 * Why an instalment is held on a day: the reasons for which nobody of the Région could take its next step. None once it
 * is liquidated: no condition bears on it any more. The day is looked at only by the conditions that hang on it.
 */
export function heldBecause(
  { award, year, number, status }: Instalment,
  given: Pick<GateContext, 'state' | 'rules' | 'today' | 'grantedElsewhere'>,
): readonly Refusal[] {
  const next = NEXT[status];
  if (!next) return [];
  const { state, rules, grantedElsewhere } = given;
  return closedBecause(actNamed(next.act), {
    ...(grantedElsewhere === undefined ? {} : { grantedElsewhere }),
    ...{ state, rules, actor: { account: '', role: next.role, bodies: [], pays: [] } },
    subject: { kind: 'instalment', award, year, number },
    get today() {
      return given.today;
    },
  });
}

/** The same, day after day: reasons found without a look at the day are those of every day, and found once. */
export function heldOnDays(
  instalment: Instalment,
  { state, rules }: Pick<GateContext, 'state' | 'rules'>,
): (day: CivilDate) => readonly Refusal[] {
  let always: readonly Refusal[] | undefined;
  return day => {
    if (always) return always;
    let looked = false;
    const reasons = heldBecause(instalment, {
      ...{ state, rules },
      get today() {
        looked = true;
        return day;
      },
    });
    if (!looked) always = reasons;
    return reasons;
  };
}
