import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEMO_ACCOUNTS, demoSiret } from '../../src/access/demo-accounts.js';
import { registerMandates } from '../../src/record/people/mandates.js';
import { noteAppliedRules } from '../../src/record/settings/applied-rules.js';
import { nameBody } from '../../src/record/settings/body-register.js';
import { rebuildSettings, settingsFaults } from '../../src/record/settings/settings-check.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

const REGION = { account: 'instructrice', role: 'instructor' } as const;

beforeEach(async () => {
  house = await bareHouse();
  await registerMandates(house.source.manager, DEMO_ACCOUNTS);
  await house.source.transaction(manager => nameBody(manager, { siret: demoSiret(1), name: 'Association' }, REGION));
});

afterEach(() => house.close());

const faults = () => settingsFaults(house.source.manager);

/** As the owner of the schema, whom no trigger stops once it is disabled. */
const asOwner = (statement: string) =>
  house.owner.query(`ALTER TABLE settings_journal DISABLE TRIGGER USER; ${statement};
    ALTER TABLE settings_journal ENABLE TRIGGER USER`);

const setting = (entry: object) =>
  house.source.query('SELECT record_setting($1)', [
    JSON.stringify({
      ...{ id: '0190a0aa-0000-7000-8000-000000000001', schema_version: 1, recorded_at: '2026-02-02T08:00:00Z' },
      ...entry,
    }),
  ]);
const RIGHT = {
  ...{ right: '0190a0aa-0000-7000-8000-000000000002', account: 'inconnue', role: 'manager' },
  ...{ bodies: [], pays: [], from: '2026-02-02' },
};

describe('the role of the application', () => {
  it.each([
    `INSERT INTO mandates (id, account, role, bodies, pays, valid_from)
     VALUES (gen_random_uuid(), 'inconnue', 'admin', '{}', '{}', '2026-01-01')`,
    `UPDATE mandates SET role = 'admin' WHERE account = 'instructrice'`,
    'DELETE FROM mandates',
    `INSERT INTO bodies (siret, name, since) VALUES ('1', 'X', '2026-01-01')`,
    `UPDATE bodies SET name = 'PIRATE'`,
    'DELETE FROM bodies',
    `INSERT INTO settings_journal SELECT gen_random_uuid(), 99, type, 1, actor, role, recorded_at, NULL, NULL, data, NULL, hash
     FROM settings_journal LIMIT 1`,
    `UPDATE settings_journal SET actor = 'mallory'`,
    'DELETE FROM settings_journal',
    'TRUNCATE settings_journal',
    `UPDATE settings_head SET sequence = 0`,
    'DELETE FROM settings_private',
    `SELECT apply_setting(line) FROM settings_journal line`,
  ])('may not write the settings: %s', statement =>
    expect(house.source.query(statement)).rejects.toThrow(/permission denied/),
  );

  it.each<[what: string, entry: object]>([
    ['a right, in the name of who does not administer', { type: 'right-given', actor: 'instructrice', role: 'admin' }],
    ['a right, in a role that gives none', { type: 'right-given', actor: 'instructrice', role: 'instructor' }],
    [
      'a right of one’s own',
      { type: 'right-given', actor: 'administratrice', role: 'admin', data: { ...RIGHT, account: 'administratrice' } },
    ],
    ['a name, in the name of the house', { type: 'body-renamed', actor: 'jalon', role: 'engine' }],
    ['what the stream does not know', { type: 'right-invented', actor: 'jalon', role: 'engine' }],
    [
      'the end of a right that is not held',
      { type: 'right-ended', actor: 'administratrice', role: 'admin', data: RIGHT },
    ],
  ])('may not say through the one way that is open to it %s', async (_what, entry) => {
    await expect(setting({ data: RIGHT, ...entry })).rejects.toMatchObject({ code: '23514' });
  });

  it('may not end the right of the last who administers', async () => {
    const [{ id } = { id: '' }] = await house.source.query<{ id: string }[]>(
      `SELECT id FROM mandates WHERE role = 'admin'`,
    );
    const data = { right: id, account: 'administratrice', role: 'admin' };
    const said = { type: 'right-ended', actor: 'jalon', role: 'engine', data };
    await expect(setting(said)).rejects.toThrow(/the last admin stays/);
  });
});

describe('the stream of the settings', () => {
  it('is whole, and so are the rights and the names that it comes to', async () => {
    expect(await faults()).toEqual([]);
  });

  it('takes neither a change nor a removal, even from the owner of the schema', async () => {
    for (const statement of [`UPDATE settings_journal SET actor = 'x'`, 'DELETE FROM settings_journal'])
      await expect(house.owner.query(statement)).rejects.toThrow(/append-only/);
  });

  it.each([
    ['another author', `UPDATE settings_journal SET actor = 'mallory' WHERE sequence = 3`, /entrée 3 : son contenu/],
    [
      'a wider right',
      `UPDATE settings_journal SET data = data || '{"role": "admin"}' WHERE sequence = 4`,
      /entrée 4 : son contenu/,
    ],
    ['a line taken away', 'DELETE FROM settings_journal WHERE sequence = 2', /entrée 2 : elle manque/],
    ['its last line taken away', 'DELETE FROM settings_journal WHERE sequence = 15', /la dernière entrée/],
  ])('names its line when it was altered: %s', async (_what, statement, fault) => {
    await asOwner(statement);
    expect((await faults())[0]).toMatch(fault);
  });

  it.each([
    ['a right', `UPDATE mandates SET role = 'admin' WHERE account = 'porteur-demo'`, /les droits tenus/],
    ['a name', `UPDATE bodies SET name = 'PIRATE'`, /le registre des organismes/],
  ])('tells what was written beside it, and makes it anew: %s', async (_what, statement, fault) => {
    await house.owner.query(statement);
    expect(await faults()).toEqual([expect.stringMatching(fault)]);
    await rebuildSettings(house.source.manager);
    expect(await faults()).toEqual([]);
  });

  it('is not gone through again for what it comes to when it was altered', async () => {
    await asOwner(`UPDATE settings_journal SET data = data || '{"role": "admin"}' WHERE sequence = 4`);
    expect(await rebuildSettings(house.source.manager)).toHaveLength(1);
    expect(await house.source.query(`SELECT FROM mandates WHERE role = 'admin'`)).toHaveLength(1);
  });

  it('takes the accounts of a demonstration once: what was set since stays so', async () => {
    const count = async () => (await house.source.query<object[]>('SELECT FROM settings_journal')).length;
    const before = await count();
    await registerMandates(house.source.manager, DEMO_ACCOUNTS);
    expect(await count()).toBe(before);
  });

  it('notes each version of the rules once, by its digest', async () => {
    const rules = house.book.versions().length + house.book.sets().length;
    expect(await noteAppliedRules(house.source, house.book)).toBe(rules);
    expect(await noteAppliedRules(house.source, house.book)).toBe(0);
    expect(await faults()).toEqual([]);
  });
});
