import type { DataSource, EntityManager } from 'typeorm';
import { chainBreaches, faultSentence, type Breach } from '../journal/chain-check.js';
import { lockDossier } from '../dossiers.js';
import { refold } from './refold.js';

/** What looking through the whole journal changed. */
export interface QuarantineReport {
  readonly breaches: readonly Breach[];
  /** The dossiers that it set aside: they are read, they receive no act, their story rests. */
  readonly quarantined: readonly string[];
  /** The dossiers that are whole again, and receive acts anew. */
  readonly released: readonly string[];
}

/** The dossiers that are set aside now, and why. */
export async function quarantinedDossiers(
  manager: EntityManager,
): Promise<readonly { readonly id: string; readonly reason: string }[]> {
  return manager.query('SELECT id, set_aside AS reason FROM dossiers WHERE set_aside IS NOT NULL ORDER BY id');
}

/**
 * Checks the journal of every dossier, one at a time; sets aside those that were altered and puts back those that are
 * whole again, folded anew. One that cannot be checked at all stops no other.
 */
export async function watchJournal(source: DataSource): Promise<QuarantineReport> {
  const watch = { breaches: [] as Breach[], quarantined: [] as string[], released: [] as string[] };
  const aside = new Set((await quarantinedDossiers(source.manager)).map(({ id }) => id));
  for (const id of await polesOfJournal(source.manager)) {
    const breaches = await checked(source, id);
    watch.breaches.push(...breaches);
    if (breaches.length > 0 && !aside.has(id) && (await quarantine(source, id))) watch.quarantined.push(id);
    if (breaches.length === 0 && aside.has(id)) {
      await release(source, id);
      watch.released.push(id);
    }
  }
  return watch;
}

/** Every dossier, and what the journal holds of one that was lost. */
export async function polesOfJournal(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM dossiers UNION SELECT pole_id FROM journal ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

/** What the journal holds of dossiers that were lost: the poles are looked for one after the other, not the lines. */
export async function lostDossiers(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE poles AS (
       (SELECT pole_id AS id FROM journal ORDER BY pole_id LIMIT 1)
       UNION ALL
       SELECT (SELECT pole_id FROM journal WHERE pole_id > poles.id ORDER BY pole_id LIMIT 1) FROM poles
       WHERE poles.id IS NOT NULL
     )
     SELECT id FROM poles WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM dossiers d WHERE d.id = poles.id)`,
  );
  return rows.map(({ id }) => id);
}

/** What is wrong with the journal of a dossier, seen at one instant. */
async function checked(source: DataSource, poleId: string): Promise<readonly Breach[]> {
  return source.transaction('REPEATABLE READ', manager => chainBreaches(manager, poleId));
}

/** Sets aside, if it is altered, a dossier that the caller has locked. Says whether it did. */
export async function quarantineIfAltered(manager: EntityManager, poleId: string): Promise<boolean> {
  const [first, ...otherBreaches] = await chainBreaches(manager, poleId);
  if (first === undefined) return false;
  const more = otherBreaches.length > 0 ? ` ; ${otherBreaches.length} autre(s) ligne(s) en défaut` : '';
  const reason = `${faultSentence(first)}${more}`;
  await manager.query('UPDATE dossiers SET set_aside = $2 WHERE id = $1', [poleId, reason]);
  return true;
}

/** Sets a dossier aside if it is still at fault while nobody can write to it. One that has no row cannot be. */
export async function quarantine(source: DataSource, poleId: string): Promise<boolean> {
  return source.transaction(async manager => {
    const [locked] = await manager.query<object[]>('SELECT FROM dossiers WHERE id = $1 FOR UPDATE', [poleId]);
    return locked !== undefined && quarantineIfAltered(manager, poleId);
  });
}

/** Puts a dossier back, its row folded anew: an act may have read the altered lines before it was set aside. */
export async function release(source: DataSource, poleId: string): Promise<void> {
  await source.transaction(async manager => {
    await refold(manager, await lockDossier(manager, poleId));
    await manager.query('UPDATE dossiers SET set_aside = NULL WHERE id = $1', [poleId]);
  });
}
