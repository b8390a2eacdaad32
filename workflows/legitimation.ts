import type { Dossier } from './story/dossier.js';

/** The CRESS meets the group, then says whether the carrier is legitimate; « not yet » calls for another note. */
export async function legitimation(dossier: Dossier): Promise<void> {
  await dossier.expect('cress-meeting', { meeting: 1 });
  for (let round = 1; ; round++) {
    const note = await dossier.expect('legitimation-note', { round });
    if (note.conclusion === 'legitimate') return;
  }
}
