import { owed, possible, type Dossier } from './story/dossier.js';

/**
 * A grant, from its request to the notified and published convention. Used for the study and for the convention.
 * Returns whether it was granted.
 */
export async function award(dossier: Dossier, id: string): Promise<boolean> {
  const [granted] = await Promise.all([
    instructedAndVoted(dossier, id),
    dossier.expect('acknowledgement', id),
    dossier.expect('decision', id),
  ]);
  return granted;
}

async function instructedAndVoted(dossier: Dossier, id: string): Promise<boolean> {
  await instruction(dossier, id);
  const vote = await votes(dossier, id);
  if (vote.outcome === 'rejected') {
    await dossier.expect('refusal-notification', id);
    return false;
  }
  await Promise.all([notifiedGrant(dossier, id), vote.conventionRequired ? convention(dossier, id) : undefined]);
  return true;
}

async function instruction(dossier: Dossier, id: string): Promise<void> {
  for (let demand = 1; ; demand++) {
    const next = await dossier.first({
      report: owed('instruction-report', id),
      demand: possible('pieces-demand', `${id}/${demand}`),
    });
    if (next.came === 'report') return;
    await dossier.expect('missing-pieces', `${id}/${demand}`);
  }
}

async function votes(dossier: Dossier, id: string) {
  for (let round = 1; ; round++) {
    await dossier.expect('agenda-entry', `${id}/${round}`);
    const vote = await dossier.expect('vote', `${id}/${round}`);
    if (vote.outcome !== 'adjourned') return vote;
  }
}

async function notifiedGrant(dossier: Dossier, id: string): Promise<void> {
  await dossier.expect('transmission', id);
  await dossier.expect('grant-notification', id);
}

async function convention(dossier: Dossier, id: string): Promise<void> {
  await Promise.all([dossier.expect('carrier-signature', id), regionSignature(dossier, id)]);
  await Promise.all([dossier.expect('convention-notification', id), dossier.expect('essential-data', id)]);
}

async function regionSignature(dossier: Dossier, id: string): Promise<void> {
  await dossier.expect('transmission', id);
  await dossier.expect('grant-notification', id);
  await dossier.expect('region-signature', id);
}
