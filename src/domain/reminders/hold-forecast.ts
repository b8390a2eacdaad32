import { heldOnDays, nextActOf } from '../dossier/holds.js';
import type { DossierState } from '../dossier/state.js';
import { instalmentKey, type Instalment } from '../funded-year/slice.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';
import type { Refusal } from '../kernel/refusal.js';
import { isAlive } from '../lifecycle/slice.js';
import type { Rules } from '../reglement/reglement.js';

/** A payment that becomes held on a day, for reasons that did not hold it the day before. */
export interface ForeseenHold {
  readonly on: CivilDate;
  readonly instalment: Instalment;
  readonly reasons: readonly Refusal[];
}

interface Held {
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
    for (const held of this.holds(state).map(on => on(day))) this.remember(held);
  }

  /** The holds that begin after the last day followed, up to another, on a state that lasts until then. */
  through(state: DossierState, to: CivilDate): readonly ForeseenHold[] {
    const found: ForeseenHold[] = [];
    const holds = this.day < to ? this.holds(state) : [];
    for (; this.day < to; this.day = addDays(this.day, 1)) {
      const on = addDays(this.day, 1);
      for (const held of holds.map(heldOn => heldOn(on))) {
        const before = this.known.get(keyOf(held.instalment)) ?? [];
        const more = held.reasons.filter(({ code }) => !before.includes(code));
        if (more.length > 0) found.push({ on, instalment: held.instalment, reasons: more });
        this.remember(held);
      }
    }
    return found;
  }

  private remember({ instalment, reasons }: Held): void {
    this.known.set(
      keyOf(instalment),
      reasons.map(({ code }) => code),
    );
  }

  private holds(state: DossierState): readonly ((on: CivilDate) => Held)[] {
    if (!isAlive(state.lifecycle.status)) return [];
    const holdable = Object.values(state.instalments).filter(instalment => nextActOf(instalment) !== undefined);
    return holdable.map(instalment => {
      const reasonsOn = heldOnDays(instalment, { state, rules: this.rules });
      return on => ({ instalment, reasons: reasonsOn(on) });
    });
  }
}

const keyOf = ({ award, year, number }: Instalment) => instalmentKey(award, year, number);
