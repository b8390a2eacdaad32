import { councilOpinion } from '../../../workflows/council-opinion.js';
import { initiative } from '../../../workflows/initiative.js';
import { legitimation } from '../../../workflows/legitimation.js';
import { conventionCycle } from '../../../workflows/pole.js';
import { prefigurationStudy } from '../../../workflows/prefiguration-study.js';
import type { Dossier } from '../../../workflows/story/dossier.js';

/** The life of a pôle with one step more in its middle: the CRESS meets the carrier again before the grant is asked for. */
export async function longerPole(dossier: Dossier): Promise<void> {
  await initiative(dossier);
  await Promise.all([prefigurationStudy(dossier), firstConvention(dossier)]);
  await dossier.expect('closure');
}

async function firstConvention(dossier: Dossier): Promise<void> {
  await Promise.all([dossier.listen('study-outcome'), councilOpinion(dossier), legitimation(dossier)]);
  await dossier.expect('cress-meeting', { meeting: 2 });
  const request = await dossier.expect('grant-request', { cycle: 1 });
  await conventionCycle(dossier, request.award);
}
