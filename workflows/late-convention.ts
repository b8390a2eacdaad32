import { owed, possible, type Dossier } from './story/dossier.js';

/**
 * A grant made without a convention may come to need one, as often as its body is granted enough for a year elsewhere: it
 * is then signed by both and notified, and its essential data published, unless it needs none any more. Until the grant
 * that it carries out is settled.
 */
export async function lateConvention(dossier: Dossier, award: string, grant = award, again = 1): Promise<void> {
  const settled = possible('settlement', { award: grant });
  const need = await dossier.first({ required: possible('convention-need', { award, again }), settled });
  if (need.came === 'settled') return;
  const outcome = await signedAndNotified(dossier, award, grant, again);
  if (outcome === 'notified') await dossier.expect('essential-data', { award });
  if (outcome === 'ended') await lateConvention(dossier, award, grant, again + 1);
}

/** What the need came to: that it ended is looked at first, so that a story told again from the start tells the same. */
async function signedAndNotified(
  dossier: Dossier,
  award: string,
  grant: string,
  again: number,
): Promise<'ended' | 'settled' | 'notified'> {
  const over = {
    ended: possible('convention-need-end', { award, again }),
    settled: possible('settlement', { award: grant }),
  };
  await Promise.all([
    dossier.first({ ...over, signed: owed('carrier-signature', { award }) }),
    dossier.first({ ...over, signed: owed('region-signature', { award }) }),
  ]);
  const next = await dossier.first({ ...over, notified: owed('convention-notification', { award }) });
  if (next.came !== 'notified' || !next.fact.unread) return next.came;
  const receipt = await dossier.first({ ...over, notified: owed('convention-receipt', { award }) });
  return receipt.came;
}
