import type { Dossier } from './story/dossier.js';

/** An instalment: claimed, liquidated by two people, ordered, paid. A return or a rejection starts it over. */
export async function instalment(dossier: Dossier, award: string, year: number, number: number): Promise<void> {
  const line = `${award}/${year}/${number}`;
  await dossier.expect('instalment-claim', line);
  for (let attempt = 1, payment = 1; ; attempt++) {
    await dossier.expect('liquidation', `${line}/${attempt}`);
    const review = await dossier.expect('liquidation-validation', `${line}/${attempt}`);
    if (!review.validated) continue;
    await dossier.expect('payment-order', `${line}/${payment}`);
    const returned = await dossier.expect('payment', `${line}/${payment}`);
    if (returned.paid) return;
    payment++;
  }
}
