import { award } from './award.js';
import { possible, type Dossier } from './story/dossier.js';

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
    amendments(dossier, convention, rank + 1),
  ]);
}
