import { closedBecause } from '../domain/dossier/decide.js';
import { actNamed } from '../domain/dossier/acts.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { instalmentKey, type Instalment } from '../domain/funded-year/slice.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Refusal } from '../domain/kernel/refusal.js';
import { isAlive } from '../domain/lifecycle/slice.js';
import type { Rules } from '../domain/reglement/reglement.js';

export const CLAIM = actNamed('claim-instalment');
const ANYONE: Actor = { account: '', role: 'instructor', bodies: [], pays: [] };

/** A payment that becomes held on a day, for reasons that did not hold it the day before. */
export interface ForeseenHold {
  readonly on: CivilDate;
  readonly instalment: Instalment;
  readonly reasons: readonly Refusal[];
}

/** Follows, day after day, for which reasons the payments to come are held. */
export class HoldWatch {
  private readonly known = new Map<string, readonly string[]>();

  /** What holds on the first day is known already: it is not foreseen. */
  constructor(
    state: DossierState,
    private readonly rules: Rules,
    private day: CivilDate,
  ) {
    for (const { instalment, reasons } of this.heldOn(state)) this.remember(instalment, reasons);
  }

  /** The holds that begin after the last day followed, up to another, on a state that lasts until then. */
  through(state: DossierState, to: CivilDate): readonly ForeseenHold[] {
    const found: ForeseenHold[] = [];
    while (this.day < to) {
      this.day = addDays(this.day, 1);
      for (const { instalment, reasons } of this.heldOn(state)) {
        const before = this.known.get(keyOf(instalment)) ?? [];
        const more = reasons.filter(({ code }) => !before.includes(code));
        if (more.length > 0) found.push({ on: this.day, instalment, reasons: more });
        this.remember(instalment, reasons);
      }
    }
    return found;
  }

  private remember(instalment: Instalment, reasons: readonly Refusal[]): void {
    this.known.set(
      keyOf(instalment),
      reasons.map(({ code }) => code),
    );
  }

  private heldOn(state: DossierState) {
    if (!isAlive(state.lifecycle.status)) return [];
    const planned = Object.values(state.instalments).filter(({ status }) => status === 'planned');
    return planned.map(instalment => {
      const { award, year, number } = instalment;
      const situation = { state, rules: this.rules, today: this.day, actor: ANYONE, subject: { award, year, number } };
      return { instalment, reasons: closedBecause(CLAIM, situation) };
    });
  }
}

const keyOf = ({ award, year, number }: Instalment) => instalmentKey(award, year, number);
