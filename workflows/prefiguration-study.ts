import { award } from './award.js';
import { fundedYears } from './funded-year.js';
import { lateConvention } from './late-convention.js';
import { accounts } from './lifecycle.js';
import type { Dossier } from './story/dossier.js';

/** The préfiguration study: asked for with its own grant, or done without. A refused one may be asked for again. */
export async function prefigurationStudy(dossier: Dossier): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const study = await dossier.expect('study-choice', { attempt });
    if (study.choice === 'skipped') return;
    const granted = await award(dossier, study.award, () => granting(dossier, attempt, study.award));
    if (granted) return;
  }
}

/** The study is made, paid, accounted for and settled, each at its own pace. */
async function granting(dossier: Dossier, attempt: number, grant: string): Promise<void> {
  await Promise.all([
    ...[delivered(dossier, attempt), fundedYears(dossier, grant), accounts(dossier, grant)],
    lateConvention(dossier, grant),
  ]);
}

async function delivered(dossier: Dossier, attempt: number): Promise<void> {
  for (let round = 1; ; round++) {
    await dossier.expect('study-delivery', { attempt, round });
    const review = await dossier.expect('study-review', { attempt, round });
    if (review.outcome === 'validated') return;
  }
}
