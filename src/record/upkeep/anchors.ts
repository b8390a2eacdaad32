import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { STATE_SHAPE, type DossierRow } from '../dossiers.js';
import type { Folded } from './folded.js';

/** Nights in which the whole chain of every dossier is gone through once. */
const NIGHTS = 28;

/** How many dossiers are looked at together. */
const PAGE = 100;

/** Where a journal was last found whole, and what it came to there: the whole fold, nothing left out. */
export interface Anchor extends Folded {
  readonly recordedOn: CivilDate;
  /** The digest of all that was looked at. */
  readonly seen: string;
  /** The day on which the whole chain was last gone through. */
  readonly wholeOn: CivilDate;
}

/** The digest of all that is looked at of a dossier `d`, but its journal: its row, and its rows in the lists. */
export const SEEN = `encode(sha256(convert_to(concat_ws('|',
  d.reglement, d.version, d.sequence, d.head_hash, d.shape, d.state, d.facts,
  (SELECT string_agg(one::text, '|') FROM pole_cards one WHERE one.pole_id = d.id),
  (SELECT string_agg(one::text, '|' ORDER BY one.id) FROM awards one WHERE one.pole_id = d.id),
  (SELECT string_agg(one::text, '|' ORDER BY one.award_id, one.year, one.number)
   FROM ledger one JOIN awards a ON a.id = one.award_id WHERE a.pole_id = d.id),
  (SELECT string_agg(one::text, '|' ORDER BY one.id) FROM obligations one WHERE one.pole_id = d.id),
  (SELECT string_agg(one::text, '|' ORDER BY one.siret) FROM told_names one WHERE one.pole_id = d.id)), 'UTF8')), 'hex')`;

/** What is enough to know of a dossier of which nothing moved since its anchor. */
export type Quiet = Pick<DossierRow, 'id' | 'reglement' | 'version' | 'seenVersion' | 'state' | 'facts'>;

/** A dossier on the list of the night. */
export interface Listed {
  readonly id: string;
  readonly isAside: boolean;
  /** Null when something moved since its anchor, or when it has none. */
  readonly quiet: Quiet | null;
}

const LISTED = `
  SELECT d.id, d.set_aside IS NOT NULL AS "isAside", CASE WHEN still.quiet THEN json_build_object('id', d.id,
    'reglement', d.reglement, 'version', d.version, 'seenVersion', d.seen_version, 'state', d.state, 'facts', d.facts) END AS quiet
  FROM dossiers d LEFT JOIN dossier_checks c ON c.pole_id = d.id, LATERAL (
    SELECT c.shape = $2 AND c.seen = ${SEEN}
      AND NOT EXISTS (SELECT FROM journal j WHERE j.pole_id = d.id AND j.sequence > d.sequence) AS quiet) still
  WHERE $1::uuid IS NULL OR d.id > $1 ORDER BY d.id LIMIT ${PAGE}`;

/** Every dossier, in pages: of those of which nothing moved since the last night, no line of the journal is read. */
export async function* listDossiers(manager: EntityManager): AsyncGenerator<Listed> {
  for (let after: string | null = null; ;) {
    const page: readonly Listed[] = await manager.query<Listed[]>(LISTED, [after, STATE_SHAPE]);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

/** The dossiers whose turn it is to have their whole chain gone through: those of which it was done the longest ago. */
export async function shareOfTheNight(manager: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT pole_id AS id FROM dossier_checks JOIN dossiers ON id = pole_id ORDER BY whole_on, pole_id
     LIMIT (SELECT ceil(count(*) / ${NIGHTS}.0)::bigint FROM dossiers)`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The anchor of a dossier; none when its state was of another shape. */
export async function readAnchor(manager: EntityManager, poleId: string): Promise<Anchor | undefined> {
  const [anchor] = await manager.query<Anchor[]>(
    `SELECT sequence, version, hash, state, facts, recorded_on AS "recordedOn", seen, whole_on AS "wholeOn"
     FROM dossier_checks WHERE pole_id = $1 AND shape = $2`,
    [poleId, STATE_SHAPE],
  );
  return anchor;
}

/** Keeps where a journal was found whole. */
export async function writeAnchor(manager: EntityManager, poleId: string, anchor: Anchor): Promise<void> {
  const { sequence, version, hash, state, facts, recordedOn, seen, wholeOn } = anchor;
  const folded = [JSON.stringify(state), JSON.stringify(facts)];
  await manager.query(
    `INSERT INTO dossier_checks (pole_id, sequence, version, hash, state, facts, recorded_on, shape, seen, whole_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (pole_id) DO UPDATE SET (sequence, version, hash, state, facts, recorded_on, shape, seen, whole_on) =
       (excluded.sequence, excluded.version, excluded.hash, excluded.state, excluded.facts, excluded.recorded_on,
        excluded.shape, excluded.seen, excluded.whole_on)`,
    [poleId, sequence, version, hash, ...folded, recordedOn, STATE_SHAPE, seen, wholeOn],
  );
}

/** Forgets the anchor of a dossier of which something does not hold: it is gone through whole until all does. */
export async function dropAnchor(manager: EntityManager, poleId: string): Promise<void> {
  await manager.query('DELETE FROM dossier_checks WHERE pole_id = $1', [poleId]);
}
