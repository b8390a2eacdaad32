import { award } from './award.js';
import { councilOpinion } from './council-opinion.js';
import { instalment } from './funded-year.js';
import { initiative } from './initiative.js';
import { legitimation } from './legitimation.js';
import { prefigurationStudy } from './prefiguration-study.js';
import type { Dossier } from './story/dossier.js';

/** The life of a pôle, from the first idea to the first euro. */
export async function pole(dossier: Dossier): Promise<void> {
  await initiative(dossier);
  await Promise.all([prefigurationStudy(dossier), councilOpinion(dossier), legitimation(dossier)]);
  await conventionCycle(dossier, 1);
}

/** A convention: its award, and the funded years that it permits. */
async function conventionCycle(dossier: Dossier, cycle: number): Promise<void> {
  const request = await dossier.expect('grant-request', String(cycle));
  await award(dossier, request.award, () => instalment(dossier, request.award, 1, 1));
}
