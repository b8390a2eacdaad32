import type { EntityManager } from 'typeorm';
import type { News } from '../domain/dossier/news.js';
import type { RecordContext } from './context.js';
import { newsOf } from './news.js';
import { UnitOfWork } from './unit-of-work.js';

/** What the story of another dossier is told. */
export interface ToldElsewhere {
  readonly poleId: string;
  readonly news: News;
}

/**
 * Looks at the dossiers of which a body is granted something else in another one since, a transaction for each; of some
 * bodies when they are said, else of all. One that fails stops no other: it is looked at again by the next sweep, as is
 * what a crash left.
 */
export async function lookAtGrantsMoved(
  context: RecordContext,
  bodies?: readonly string[],
): Promise<readonly ToldElsewhere[]> {
  const news: ToldElsewhere[] = [];
  const left = (error: unknown, about: object) =>
    context.log.warn({ ...about, err: error }, 'seuil de la convention : laissé au prochain balayage');
  try {
    for (const poleId of await dossiersToLookAt(context.source.manager, bodies))
      await lookAt(context, poleId).then(
        found => found.version > found.since && news.push({ poleId, news: found }),
        (error: unknown) => left(error, { pole: poleId }),
      );
  } catch (error) {
    left(error, {});
  }
  return news;
}

/** What is noted before the grants are read is taken: what is noted afterwards is looked at again. */
async function lookAt(context: RecordContext, poleId: string): Promise<News> {
  return UnitOfWork.lock(context, poleId, async unit => {
    const { version, setAside } = unit.stream.row;
    if (setAside !== null) return newsOf(unit, version);
    await unit.manager.query('DELETE FROM grants_moved WHERE pole_id = $1', [poleId]);
    await unit.lookAtThreshold();
    if (unit.stream.row.version > version) unit.setAlarm();
    return newsOf(unit, version);
  });
}

async function dossiersToLookAt(
  manager: EntityManager,
  bodies: readonly string[] | undefined,
): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT d.id FROM grants_moved m JOIN dossiers d ON d.id = m.pole_id WHERE d.set_aside IS NULL
       AND ($1::text[] IS NULL
         OR EXISTS (SELECT FROM year_grants y WHERE y.pole_id = d.id AND left(y.applicant, 9) = ANY($1)))
     ORDER BY d.id`,
    [bodies ?? null],
  );
  return rows.map(({ id }) => id);
}
