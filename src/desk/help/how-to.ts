import type { Act } from '../../domain/dossier/act.js';
import { ACTS } from '../../domain/dossier/acts.js';
import type { AnyExpectation } from '../../domain/dossier/expectation.js';
import { EXPECTATIONS } from '../../domain/dossier/expectations.js';
import type { Machine } from '../../domain/dossier/machine.js';
import { MACHINES } from '../../domain/dossier/machines.js';
import { roleLabel, type ActingRole } from '../../domain/dossier/roles.js';
import { EVENT_TYPES } from '../../domain/dossier/state.js';
import { typographic } from '../../domain/kernel/french.js';
import { actSlug } from '../forms/addresses.js';
import { formOf, type FormField } from '../forms/model.js';

/** How an act is done, in a few lines. */
export interface HowTo {
  readonly id: string;
  readonly label: string;
  readonly roles: readonly ActingRole[];
  /** Who does it. */
  readonly who: string;
  /** In which states of its object it is open. */
  readonly when: string;
  /** What is to be filled in. */
  readonly asks: string;
  /** What the journal says of it then. */
  readonly writes: string;
  /** Where its object stands then, and what it settles of what was awaited. */
  readonly follows: readonly string[];
}

export interface HowTosOf {
  readonly theme: string;
  readonly acts: readonly HowTo[];
}

const listed = (words: readonly string[]): string => [...new Set(words)].map(typographic).join(', ');

/** Every act, theme by theme, in the order of the path: all of it comes from the table of acts and their bodies. */
export const howTos = (): readonly HowTosOf[] => (told ??= MACHINES.map(themeOf));

/** They change with the code alone: told once. */
let told: readonly HowTosOf[] | undefined;

const themeOf = (machine: Machine): HowTosOf => ({
  theme: typographic(machine.label),
  acts: ACTS.filter(act => (act.machine ?? act.capability) === machine.name).map(act => howTo(act, machine)),
});

function howTo(act: Act<never>, machine: Machine): HowTo {
  const stateLabels = (states: readonly string[]) => listed(states.map(state => machine.states[state] ?? state));
  return {
    ...{ id: actSlug(act), label: typographic(act.label), roles: act.roles },
    who: act.roles.map(roleLabel).join(', '),
    when: stateLabels(act.from),
    asks: asked(formOf(act.name).fields),
    writes: listed(act.emits.map(type => EVENT_TYPES[type].label)),
    follows: [...readTwice(act), `L’état devient : ${stateLabels(act.to)}`, ...settles(act)],
  };
}

function asked(fields: readonly FormField[]): string {
  const filled = fields.filter(({ control }) => control.kind !== 'known');
  if (filled.length === 0) return 'Rien : un bouton suffit';
  return filled.map(({ label, required }) => (required ? label : `${label} (facultatif)`)).join(', ');
}

function settles({ name }: Act<never>): readonly string[] {
  const lines = Object.values<AnyExpectation>(EXPECTATIONS).filter(({ acts }) => acts.includes(name));
  return lines.length === 0 ? [] : [`Règle ce qui est attendu : ${listed(lines.map(({ label }) => label))}`];
}

const readTwice = ({ gravity }: Act<never>): readonly string[] =>
  gravity === undefined ? [] : ['Une page « Vous allez… » le redit avant que rien ne soit fait'];
