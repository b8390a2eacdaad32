import type { DataSource, EntityManager } from 'typeorm';

class Rehearsed extends Error {}

/** What a work would come to, written and undone at once: it refuses what the work itself would refuse. */
export async function rehearsed<Outcome>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<Outcome>,
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  const undone = source.transaction(async manager => {
    outcomes.push(await work(manager));
    throw new Rehearsed();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error;
  });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('Une répétition sans issue.');
  return outcome;
}
