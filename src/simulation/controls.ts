import type { DataSource } from 'typeorm';
import { breachSentence } from '../record/journal/chain-check.js';
import { runControls } from '../record/upkeep/controls.js';
import { verifyHouse } from '../record/upkeep/verify.js';
import type { RuleBook } from '../reglement/load.js';

/** The invariants in SQL, and journal = projections = stories = rehearsal. */
export async function controlHouse(source: DataSource, book: RuleBook): Promise<readonly string[]> {
  return [...(await runControls(source, book)), ...(await verifyHouse(source, book)).map(breachSentence)];
}

/** What was paid to some pôles, in cents, and by how many payments. */
export async function paidInAll(
  source: DataSource,
  poles: readonly string[],
): Promise<{ readonly cents: number; readonly payments: number }> {
  const [row] = await source.query<{ cents: number; payments: number }[]>(
    `SELECT coalesce(sum(paid), 0)::bigint AS cents, (count(*) FILTER (WHERE paid > 0))::int AS payments
     FROM ledger l JOIN awards a ON a.id = l.award_id WHERE a.pole_id = ANY($1)`,
    [poles],
  );
  return row ?? { cents: 0, payments: 0 };
}

/** What each of some dossiers whose story is not told to its end awaits still, and from when. */
export async function storiesLeft(source: DataSource, poles: readonly string[]): Promise<readonly string[]> {
  const rows = await source.query<{ id: string; stage: string; awaited: string }[]>(
    `SELECT d.id, card.stage, coalesce((SELECT string_agg(format('%s depuis le %s', o.kind, o.opened_on), ', ')
       FROM obligations o WHERE o.pole_id = d.id AND o.state = 'open'), 'rien : son récit est en retard') AS awaited
     FROM dossiers d JOIN pole_cards card ON card.pole_id = d.id
     WHERE d.id = ANY($1) AND (d.seen_version < d.version
       OR EXISTS (SELECT FROM obligations o WHERE o.pole_id = d.id AND o.state = 'open'))`,
    [poles],
  );
  return rows.map(({ id, stage, awaited }) => `${id} (${stage}) n’est pas allé à son terme : il attend ${awaited}`);
}

/** How many of some dossiers await nothing any more: their story is told. */
export async function storiesCompleted(source: DataSource, poles: readonly string[]): Promise<number> {
  const [row] = await source.query<{ told: number }[]>(
    `SELECT count(*)::int AS told FROM dossiers d WHERE d.seen_version = d.version AND d.id = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM obligations o WHERE o.pole_id = d.id AND o.state = 'open')`,
    [poles],
  );
  return row?.told ?? 0;
}
