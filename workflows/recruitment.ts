import { owed, possible, type Dossier } from './story/dossier.js';

/** The posts that the convention funds, from the first; the others come as the carrier opens them. */
export async function recruitment(dossier: Dossier, convention: string, post = 1): Promise<void> {
  const opening = post === 1 ? owed : possible;
  const next = await dossier.first({
    opened: opening('post-opening', { post }),
    over: possible('convention-end', { award: convention }),
  });
  if (next.came === 'over') return;
  await Promise.all([held(dossier, convention, post), recruitment(dossier, convention, post + 1)]);
}

/** A post is filled; a vacancy is only listened to, and filling it again is owed. */
async function held(dossier: Dossier, convention: string, post: number): Promise<void> {
  const stops = { ended: possible('post-end', { post }), over: possible('convention-end', { award: convention }) };
  for (let round = 1; ; round++) {
    const hiring = await dossier.first({ hired: owed('hiring', { post, round }), ...stops });
    if (hiring.came !== 'hired') return;
    const next = await dossier.first({ vacant: possible('vacancy', { post, round }), ...stops });
    if (next.came !== 'vacant') return;
  }
}
