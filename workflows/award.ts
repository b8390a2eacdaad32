import { notification } from './notification.js';
import { owed, possible, type Dossier } from './story/dossier.js';

/**
 * A grant, from its request to its publication. Used for the study and for the convention. What it permits follows as
 * soon as it is in force, beside the publication; what may be done of it once voted, beside all. Returns whether it was
 * granted.
 */
export async function award(
  dossier: Dossier,
  id: string,
  permits: () => Promise<void>,
  voted: () => Promise<void> = nothing,
): Promise<boolean> {
  const [granted] = await Promise.all([
    instructedAndVoted(dossier, id, permits, voted),
    dossier.expect('acknowledgement', { award: id }),
    dossier.expect('decision', { award: id }),
  ]);
  return granted;
}

const nothing = async (): Promise<void> => undefined;

async function instructedAndVoted(
  dossier: Dossier,
  id: string,
  permits: () => Promise<void>,
  voted: () => Promise<void>,
): Promise<boolean> {
  await instruction(dossier, id);
  const vote = await votes(dossier, id);
  if (vote.outcome === 'rejected') {
    await notification(dossier, 'refusal', id);
    return false;
  }
  const executed = vote.conventionRequired ? convention(dossier, id, permits) : grant(dossier, id, permits);
  await Promise.all([executed, legalityReview(dossier, id), voted()]);
  return true;
}

async function instruction(dossier: Dossier, id: string): Promise<void> {
  for (let demand = 1; ; demand++) {
    const next = await dossier.first({
      report: owed('instruction-report', { award: id }),
      demand: possible('pieces-demand', { award: id, demand }),
    });
    if (next.came === 'report') return;
    await dossier.expect('missing-pieces', { award: id, demand });
  }
}

async function votes(dossier: Dossier, id: string) {
  for (let round = 1; ; round++) {
    await dossier.expect('agenda-entry', { award: id, round });
    const vote = await dossier.expect('vote', { award: id, round });
    if (vote.outcome !== 'adjourned') return vote;
  }
}

async function grant(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<void> {
  await notifiedGrant(dossier, id);
  await permits();
}

/** Once transmitted, the decision may be referred to the court for two months: nothing waits for it. */
async function legalityReview(dossier: Dossier, id: string): Promise<void> {
  const sent = await dossier.listen('transmission', { award: id });
  await dossier.first({
    ended: owed('legality-review', { award: id, on: sent.on }),
    settled: possible('settlement', { award: id }),
  });
}

async function notifiedGrant(dossier: Dossier, id: string): Promise<void> {
  await dossier.expect('transmission', { award: id });
  await notification(dossier, 'grant', id);
}

async function convention(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<void> {
  await Promise.all([inForce(dossier, id, permits), publication(dossier, id)]);
}

async function inForce(dossier: Dossier, id: string, permits: () => Promise<void>): Promise<void> {
  await Promise.all([dossier.expect('carrier-signature', { award: id }), regionSignature(dossier, id)]);
  await notification(dossier, 'convention', id);
  await permits();
}

async function regionSignature(dossier: Dossier, id: string): Promise<void> {
  await notifiedGrant(dossier, id);
  await dossier.expect('region-signature', { award: id });
}

/** The essential data, within three months of the Région's signature. */
async function publication(dossier: Dossier, id: string): Promise<void> {
  await dossier.listen('region-signature', { award: id });
  await dossier.expect('essential-data', { award: id });
}
