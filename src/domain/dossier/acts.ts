import { awardActs } from '../award/acts.js';
import { cofundingActs } from '../cofunding/acts.js';
import { councilOpinionActs } from '../council-opinion/acts.js';
import { documentActs } from '../documents/acts.js';
import { carrying } from '../documents/carrying.js';
import { fundedYearActs } from '../funded-year/acts.js';
import { initiativeActs } from '../initiative/acts.js';
import { legitimationActs } from '../legitimation/acts.js';
import { lifecycleActs } from '../lifecycle/acts.js';
import { obligationActs } from '../obligations/acts.js';
import { referentActs } from '../obligations/referent-acts.js';
import { recruitmentActs } from '../recruitment/acts.js';
import { reportActs } from '../funded-year/report-acts.js';
import { studyActs } from '../prefiguration-study/acts.js';
import type { Act } from './act.js';

const TABLE = [
  ...initiativeActs,
  ...studyActs,
  ...councilOpinionActs,
  ...legitimationActs,
  ...awardActs,
  ...recruitmentActs,
  ...cofundingActs,
  ...fundedYearActs,
  ...reportActs,
  ...lifecycleActs,
  ...obligationActs,
  ...referentActs,
  ...documentActs,
] as const;

/**
 * Every act of the house, in the order of the path. Its payload is checked by the API's description of the same act
 * before `decide` sees it, hence the erased type here.
 */
export const ACTS: readonly Act<never>[] = (TABLE as unknown as readonly Act<never>[]).map(carrying);

const BY_NAME = new Map(ACTS.map(act => [act.name, act]));

/** The act of that name. Throws when the house does not know it. */
export function actNamed(name: string): Act<never> {
  const act = BY_NAME.get(name);
  if (!act) throw new Error(`Acte inconnu : ${name}`);
  return act;
}
