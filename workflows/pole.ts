import { award } from './award.js';
import { amendments } from './amendment.js';
import { cofunding } from './cofunding.js';
import { councilOpinion } from './council-opinion.js';
import { fundedYears } from './funded-year.js';
import { initiative } from './initiative.js';
import { lateConvention } from './late-convention.js';
import { legitimation } from './legitimation.js';
import { accounts, finalEvaluation, measures, renewal, withdrawals } from './lifecycle.js';
import { prefigurationStudy } from './prefiguration-study.js';
import { recruitment } from './recruitment.js';
import type { Dossier } from './story/dossier.js';

/** The life of a pôle, from the first idea to the last euro accounted for. */
export async function pole(dossier: Dossier): Promise<void> {
  await initiative(dossier);
  await Promise.all([prefigurationStudy(dossier), firstConvention(dossier)]);
  await dossier.expect('closure');
}

/** Once the study is settled, the council heard and the carrier legitimate, the pôle asks for its first convention. */
async function firstConvention(dossier: Dossier): Promise<void> {
  await Promise.all([dossier.listen('study-outcome'), councilOpinion(dossier), legitimation(dossier)]);
  const request = await dossier.expect('grant-request', { cycle: 1 });
  await conventionCycle(dossier, request.award);
}

/** A convention: its award, and all that it permits. Returns whether it was granted. */
export function conventionCycle(dossier: Dossier, convention: string): Promise<boolean> {
  return award(
    dossier,
    convention,
    () => execution(dossier, convention),
    () => withdrawals(dossier, convention),
  );
}

/** Side by side: the money of each year, its accounts and the settlement, the posts, the co-funders, the amendments, what comes next. */
async function execution(dossier: Dossier, convention: string): Promise<void> {
  await Promise.all([
    fundedYears(dossier, convention),
    lateConvention(dossier, convention),
    accounts(dossier, convention),
    recruitment(dossier, convention),
    cofunding(dossier, convention),
    amendments(dossier, convention),
    measures(dossier, convention),
    finalEvaluation(dossier, convention),
    renewal(dossier, convention, again => conventionCycle(dossier, again)),
  ]);
}
