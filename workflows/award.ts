import { owed, possible, type Dossier } from './story/dossier.js';

/**
 * A grant, from its request to its publication. Used for the study and for the convention. What it permits follows as
 * soon as it is in force, beside the publication. Returns whether it was granted.
 */
export async function award(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<boolean> {
  const [granted] = await Promise.all([
    instructedAndVoted(dossier, id, permits),
    dossier.expect('acknowledgement', id),
    dossier.expect('decision', id),
  ]);
  return granted;
}

async function instructedAndVoted(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<boolean> {
  await instruction(dossier, id);
  const vote = await votes(dossier, id);
  if (vote.outcome === 'rejected') {
    await dossier.expect('refusal-notification', id);
    return false;
  }
  const executed = vote.conventionRequired ? convention(dossier, id, permits) : grant(dossier, id, permits);
  await Promise.all([executed, legalityReview(dossier, id)]);
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

async function grant(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<void> {
  await notifiedGrant(dossier, id);
  await permits();
}

/** Once transmitted, the decision may be referred to the court for two months: nothing waits for it. */
async function legalityReview(dossier: Dossier, id: string): Promise<void> {
  const sent = await dossier.listen('transmission', id);
  await dossier.first({
    ended: owed('legality-review', `${id}/${sent.on}`),
    settled: possible('settlement', id),
  });
}

async function notifiedGrant(dossier: Dossier, id: string): Promise<void> {
  await dossier.expect('transmission', id);
  await dossier.expect('grant-notification', id);
}

async function convention(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<void> {
  await Promise.all([inForce(dossier, id, permits), publication(dossier, id)]);
}

async function inForce(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<void> {
  await Promise.all([dossier.expect('carrier-signature', id), regionSignature(dossier, id)]);
  await dossier.expect('convention-notification', id);
  await permits();
}

async function regionSignature(dossier: Dossier, id: string): Promise<void> {
  await notifiedGrant(dossier, id);
  await dossier.expect('region-signature', id);
}

/** The essential data, within three months of the Région's signature. */
async function publication(dossier: Dossier, id: string): Promise<void> {
  await dossier.listen('region-signature', id);
  await dossier.expect('essential-data', id);
}
