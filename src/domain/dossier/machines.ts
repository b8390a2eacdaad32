import { awardMachine } from '../award/machine.js';
import { cofundingMachine } from '../cofunding/machine.js';
import { councilOpinionMachine } from '../council-opinion/machine.js';
import { instalmentMachine, reportMachine } from '../funded-year/machine.js';
import { initiativeMachine } from '../initiative/machine.js';
import { legitimationMachine } from '../legitimation/machine.js';
import { lifecycleMachine, recoveryMachine } from '../lifecycle/machine.js';
import { obligationsMachine } from '../obligations/machine.js';
import { studyMachine } from '../prefiguration-study/machine.js';
import { recruitmentMachine } from '../recruitment/machine.js';
import type { Act } from './act.js';
import type { Machine } from './machine.js';

/** Every machine of the house, in the order of the path. */
export const MACHINES: readonly Machine[] = [
  initiativeMachine,
  studyMachine,
  councilOpinionMachine,
  legitimationMachine,
  awardMachine,
  instalmentMachine,
  reportMachine,
  recruitmentMachine,
  cofundingMachine,
  lifecycleMachine,
  recoveryMachine,
  obligationsMachine,
];

/** The machine of an act. Throws when there is none. */
export function machineOf({ machine, capability }: Pick<Act<never>, 'machine' | 'capability'>): Machine {
  const name = machine ?? capability;
  const found = MACHINES.find(candidate => candidate.name === name);
  if (!found) throw new Error(`Aucun état décrit pour ${name}`);
  return found;
}
