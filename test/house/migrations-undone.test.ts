import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { Executory1764931000000 } from '../../migrations/1764931000000-executory.js';
import { dataSource } from '../../src/database/data-source.js';
import { blankDatabase, type FreshDatabase } from '../rig/database.js';

type Migration = new () => MigrationInterface;

/** The last one that is never undone: from there the journal takes lines that those before refuse. */
const LAST_KEPT: Migration = Executory1764931000000;

let database: FreshDatabase;
let owner: DataSource;
let runner: QueryRunner;
let undone: readonly Migration[];

beforeAll(async () => {
  database = await blankDatabase();
  owner = dataSource(database.ownerUrl, 1);
  const all = owner.options.migrations as readonly unknown[];
  undone = all.slice(all.indexOf(LAST_KEPT) + 1) as readonly Migration[];
  owner.setOptions({ migrations: all.slice(0, all.indexOf(LAST_KEPT) + 1) as [] });
  await owner.initialize();
  await owner.runMigrations({ transaction: 'all' });
  runner = owner.createQueryRunner();
});

afterAll(async () => {
  await runner.release();
  await owner.destroy();
  await database.drop();
});

/** All that the schema is made of, in no order: a column that comes back comes last. */
const schema = async () => {
  const rows = await runner.manager.query<{ said: string }[]>(`
    SELECT concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
        pg_get_expr(adbin, adrelid)) AS said
      FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attnum > 0 AND NOT attisdropped AND attrelid IN
        (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v'))
    UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON oid = indexrelid
      WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT concat_ws(' ', relname, relacl) FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')`);
  return rows.map(({ said }) => said).sort();
};

describe('the last migrations', () => {
  it('are undone one by one, each leaving what it found, and made again', async () => {
    const found: (readonly string[])[] = [];
    for (const Made of undone) {
      found.push(await schema());
      await new Made().up(runner);
    }
    const made = await schema();
    for (const Undone of [...undone].reverse()) {
      await new Undone().down(runner);
      expect(await schema()).toEqual(found.pop());
    }
    for (const Made of undone) await new Made().up(runner);
    expect(await schema()).toEqual(made);
  });
});
