import { expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { dataSource } from '../../src/database/data-source.js';
import { connect } from '../../src/database/connect.js';
import { upgradeHouse } from '../../src/record/upkeep/upgrade.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { heardOnExcess } from '../builders/whole-life-dossiers.js';
import { bareHouse } from '../rig/bare-house.js';
import { blankDatabase } from '../rig/database.js';

const TABLES = ['clock', 'dossiers', 'journal', 'journal_private', 'pole_cards', 'awards', 'ledger', 'obligations'];
const BEFORE_THE_INVARIANTS = 3;
/** What the rows of then said beside, in columns that are no more. */
const SINCE_DROPPED: Readonly<Record<string, object>> = { pole_cards: { held: false } };

/** Copies the rows of a table, in the columns that it has where they go. */
async function copied(from: DataSource, to: DataSource, table: string): Promise<void> {
  const [rows] = await from.query<{ all: object }[]>(
    `SELECT jsonb_agg(to_jsonb(t) || '${JSON.stringify(SINCE_DROPPED[table] ?? {})}') AS all FROM ${table} t`,
  );
  await to.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows?.all ?? []),
  ]);
}

it('a house that ran before the database refused what the rules never write is brought up to date as it is', async () => {
  const [old, house] = [await blankDatabase(), await bareHouse()];
  const owner = dataSource(old.ownerUrl, 1);
  owner.setOptions({ migrations: (owner.options.migrations as []).slice(0, BEFORE_THE_INVARIANTS) });
  try {
    await carryOut(house, heardOnExcess().does('record-recovery-order', { order: 'T-1' }));
    await owner.initialize();
    await owner.runMigrations({ transaction: 'all' });
    for (const table of TABLES) await copied(house.source, owner, table);
    await owner.query(`UPDATE dossiers SET shape = 3, state = '{}'`);

    await upgradeHouse(old.ownerUrl);

    const source = await connect(old.appUrl, 2);
    expect(await verifyHouse(source, house.book)).toEqual([]);
    expect(await source.query('SELECT DISTINCT validated_by AS who FROM ledger ORDER BY 1')).toEqual([
      { who: 'manager' },
      { who: null },
    ]);
    await source.destroy();
  } finally {
    await owner.destroy();
    await house.close();
    await old.drop();
  }
});
