import type { Dossier } from './story/dossier.js';

/** The council gives its opinion; an unfavourable one calls for a revised project. No opinion ends a dossier alone. A renewal
 * begins a new round. */
export async function councilOpinion(dossier: Dossier, first = 1): Promise<void> {
  for (let round = first; ; round++) {
    const opinion = await dossier.expect('council-opinion', { round });
    if (opinion.outcome !== 'unfavourable') return;
    const revised = await dossier.expect('revised-project', { round });
    if (revised.waived) return;
  }
}
