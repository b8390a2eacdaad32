import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { registerPays } from '../../src/record/pays.js';
import { settingsFaults } from '../../src/record/settings/settings-check.js';
import { startHouse, type TestHouse } from '../rig/house.js';

interface RightSeen {
  readonly id: string;
  readonly account: string;
  readonly role: string;
  readonly ended: object | null;
}

const NEW = { account: 'conseil-brest', role: 'auditor', reason: 'Remplacement.' };

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
  await registerPays(house.source.manager);
});

afterEach(() => house.close());

const give = (body: object, by = 'administratrice', key: string = randomUUID()) =>
  house.client.act(by, '/api/rights', body, key);
const end = (id: string, by = 'administratrice', key: string = randomUUID()) =>
  house.client.act(by, `/api/rights/${id}/endings`, { reason: 'Départ.' }, key);
const rights = async (filter = '') => {
  const { body } = await house.client.read('administratrice', `/api/rights${filter}`);
  return (body as unknown as { readonly items: readonly RightSeen[] }).items;
};
const idOf = ({ body }: Awaited<ReturnType<typeof give>>) => (body as unknown as { readonly id: string }).id;
const readsPoles = async (account: string) => (await house.client.read(account, '/api/tasks')).status;
const problemOf = ({ status, body }: Awaited<ReturnType<typeof give>>) => [
  status,
  body.type?.replace('urn:jalon:probleme:', ''),
];

describe('who administers', () => {
  it('gives a role that counts at the next request, and ends it as quickly', async () => {
    expect(await readsPoles('conseil-brest')).toBe(403);
    const given = await give({ ...NEW, role: 'instructor' });
    expect(given.status).toBe(201);
    expect(await readsPoles('conseil-brest')).toBe(200);
    expect((await end(idOf(given))).status).toBe(201);
    expect(await readsPoles('conseil-brest')).toBe(403);
  });

  it('reads who gave and ended what, when and why', async () => {
    const id = idOf(await give(NEW));
    await end(id);
    expect(await rights('?account=conseil-brest')).toMatchObject([
      {
        ...{ id, account: 'conseil-brest', role: 'auditor', bodies: [], pays: [], from: '2026-02-02' },
        given: { by: 'administratrice', at: '2026-02-02T08:00:00Z', reason: 'Remplacement.' },
        ended: { by: 'administratrice', at: '2026-02-02T08:00:00Z', reason: 'Départ.' },
      },
      { role: 'council', pays: ['02'], given: { by: 'jalon', reason: null }, ended: null },
    ]);
    expect((await rights('?role=admin')).map(({ account }) => account)).toEqual(['administratrice']);
    expect(await settingsFaults(house.source.manager)).toEqual([]);
  });

  it('gives a role from a day to come: it counts from that day on', async () => {
    await give({ ...NEW, role: 'instructor', from: '2026-02-04' });
    expect(await readsPoles('conseil-brest')).toBe(403);
    await house.client.act('administratrice', '/api/clock', { to: '2026-02-04' });
    expect(await readsPoles('conseil-brest')).toBe(200);
  });

  it('is answered the same to the same key, and refused under it for something else', async () => {
    const key = randomUUID();
    const [first, second] = [await give(NEW, 'administratrice', key), await give(NEW, 'administratrice', key)];
    expect([second.status, idOf(second)]).toEqual([201, idOf(first)]);
    expect(problemOf(await give({ ...NEW, role: 'finance' }, 'administratrice', key))).toEqual([422, 'key-reused']);
    const ending = randomUUID();
    for (let time = 1; time <= 2; time++) expect((await end(idOf(first), 'administratrice', ending)).status).toBe(201);
    expect(problemOf(await end(idOf(first)))).toEqual([409, 'right-ended']);
  });

  it('gives nothing to themself, and ends nothing of theirs: the last who administers stays', async () => {
    const [own] = await rights('?account=administratrice');
    expect(problemOf(await give({ account: 'administratrice', role: 'manager' }))).toEqual([409, 'own-right']);
    expect(problemOf(await end(own?.id ?? ''))).toEqual([409, 'own-right']);
  });

  it('cannot be ended with another at once: of three, two who end each other leave two', async () => {
    const second = idOf(await give({ account: 'auditrice', role: 'admin' }));
    await give({ account: 'instructrice', role: 'admin' });
    const [own] = await rights('?account=administratrice');
    const answers = await Promise.all([end(second), end(own?.id ?? '', 'auditrice')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect(await house.source.query(`SELECT FROM mandates WHERE role = 'admin'`)).toHaveLength(2);
  });

  it.each([
    ['an unknown role', { ...NEW, role: 'roi' }, [422, 'invalid-body']],
    ['a carrier without a body', { ...NEW, role: 'carrier' }, [422, 'perimeter-missing']],
    ['a SIRET that is wrong', { ...NEW, role: 'carrier', bodies: ['12345678901234'] }, [422, 'invalid-body']],
    ['a pays that Jalon does not know', { ...NEW, role: 'council', pays: ['99'] }, [422, 'unknown-pays']],
    ['what is held already', { account: 'auditrice', role: 'auditor' }, [409, 'right-held']],
  ])('is refused %s', async (_what, body, problem) => expect(problemOf(await give(body))).toEqual(problem));

  it('is told that a right is not there when it never was', async () => {
    for (const id of [randomUUID(), 'rien']) expect(problemOf(await end(id))).toEqual([404, 'not-found']);
  });
});

describe('who does not administer', () => {
  it.each(['instructrice', 'cheffe-de-service', 'auditrice', 'porteur-demo', 'conseil-brest'])(
    'neither reads rights nor gives nor ends any: %s',
    async account => {
      const [known] = await rights();
      const answers = [
        await house.client.read(account, '/api/rights'),
        await give(NEW, account),
        await end(known?.id ?? '', account),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    },
  );
});
