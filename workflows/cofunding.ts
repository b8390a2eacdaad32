import { owed, possible, type Dossier } from './story/dossier.js';

/** Beside the Région, others are asked for their part, as many as the carrier finds, while the convention runs. */
export async function cofunding(dossier: Dossier, convention: string, rank = 1): Promise<void> {
  const next = await dossier.first({
    sought: possible('cofunding-request', { award: convention, rank }),
    over: possible('convention-end', { award: convention }),
  });
  if (next.came === 'over') return;
  await Promise.all([decision(dossier, convention, rank), cofunding(dossier, convention, rank + 1)]);
}

/** A co-funder decides at its own pace; a decision that is adjourned is awaited again. */
async function decision(dossier: Dossier, convention: string, rank: number): Promise<void> {
  for (let round = 1; ; round++) {
    const next = await dossier.first({
      decided: owed('cofunding-decision', { award: convention, rank, round }),
      over: possible('convention-end', { award: convention }),
    });
    if (next.came === 'over' || next.fact.outcome !== 'adjourned') return;
  }
}
