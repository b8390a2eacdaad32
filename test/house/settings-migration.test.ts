import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SettingsStream1764760000000 } from '../../migrations/1764760000000-settings-stream.js';
import { demoSiret } from '../../src/access/demo-accounts.js';
import { dataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { settingsFaults } from '../../src/record/settings/settings-check.js';
import { behindTheTriggers } from '../rig/break.js';
import { blankDatabase, type FreshDatabase } from '../rig/database.js';

const SIRET = demoSiret(1);
const POLES = ['0190a0aa-0000-7000-8000-00000000000a', '0190a0aa-0000-7000-8000-00000000000b'] as const;

let database: FreshDatabase;

beforeEach(async () => {
  database = await blankDatabase();
});

afterEach(() => database.drop());

/** A database as it was before the settings had a stream, with what was written then. */
async function ofBefore(...statements: readonly string[]): Promise<void> {
  const owner = dataSource(database.ownerUrl, 1);
  const all = owner.options.migrations as readonly unknown[];
  owner.setOptions({ migrations: all.slice(0, all.indexOf(SettingsStream1764760000000)) as [] });
  await owner.initialize();
  await owner.runMigrations();
  await behindTheTriggers(owner, ...statements);
  await owner.destroy();
}

const read = async (statement: string) => {
  await migrate(database.ownerUrl);
  const source = await dataSource(database.appUrl, 1).initialize();
  try {
    return { rows: await source.query<object[]>(statement), faults: await settingsFaults(source.manager) };
  } finally {
    await source.destroy();
  }
};

const told = (pole: string, sequence: number, name: string) => `
  WITH line AS (INSERT INTO journal (id, pole_id, sequence, type, schema_version, act, actor, role, reglement, date, recorded_at,
      data, private_digest, hash)
    VALUES (gen_random_uuid(), '${pole}', ${sequence}, 'grant-requested', 1, 'request-grant', 'x', 'carrier', 'r', '2026-02-02',
      '2026-02-02T08:00:00Z', '{"applicant": "${SIRET}"}', 'x', 'x') RETURNING id)
  INSERT INTO journal_private SELECT id, 'x', '{"bodyName": "${name}"}' FROM line`;

describe('a house of before the stream of the settings', () => {
  it('keeps the rights that it had: they become lines of the stream, which is whole', async () => {
    await ofBefore(
      `INSERT INTO mandates VALUES ('une-administratrice', 'admin', '{}', '{}'), ('un-conseil', 'council', '{}', '{02,21}'),
         ('une-structure', 'carrier', '{${SIRET}}', '{}')`,
    );
    const { rows, faults } = await read('SELECT account, role, bodies, pays FROM mandates ORDER BY account');
    expect(rows).toEqual([
      { account: 'un-conseil', role: 'council', bodies: [], pays: ['02', '21'] },
      { account: 'une-administratrice', role: 'admin', bodies: [], pays: [] },
      { account: 'une-structure', role: 'carrier', bodies: [SIRET], pays: [] },
    ]);
    expect(faults).toEqual([]);
  });

  it('names each body as it was told in each dossier, and officially none', async () => {
    await ofBefore(
      told(POLES[0], 1, 'Premier nom'),
      told(POLES[0], 2, 'Dernier nom'),
      told(POLES[1], 1, 'Autre nom'),
      `INSERT INTO bodies (siret, name) VALUES ('${SIRET}', 'Autre nom')`,
    );
    const { rows } = await read('SELECT name FROM told_names UNION ALL SELECT name FROM bodies ORDER BY name');
    expect(rows).toEqual([{ name: 'Autre nom' }, { name: 'Dernier nom' }]);
  });
});
