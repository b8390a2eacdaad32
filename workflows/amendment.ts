import { award } from './award.js';
import { owed, possible, type Dossier } from './story/dossier.js';

/** Amendments, one after the other or abreast, as long as the convention runs: each is an award of its own. */
export async function amendments(dossier: Dossier, convention: string, rank = 1): Promise<void> {
  const next = await dossier.first({
    proposed: possible('amendment-request', { award: convention, rank }),
    over: possible('convention-end', { award: convention }),
  });
  if (next.came === 'over') return;
  const { award: id, transfers } = next.fact;
  await Promise.all([
    award(dossier, id, async () => {
      if (transfers) await dossier.expect('former-carrier-account', { award: id });
    }),
    transfers ? successor(dossier, id) : undefined,
    amendments(dossier, convention, rank + 1),
  ]);
}

/** The CRESS says whether the body that would carry the convention is legitimate, before the agenda. */
async function successor(dossier: Dossier, id: string): Promise<void> {
  for (let round = 1; ; round++) {
    const next = await dossier.first({
      noted: owed('successor-note', { award: id, round }),
      entered: possible('agenda-entry', { award: id, round: 1 }),
    });
    if (next.came === 'entered' || next.fact.conclusion === 'legitimate') return;
  }
}
