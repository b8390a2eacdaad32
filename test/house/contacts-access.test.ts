import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_ACCOUNTS } from '../../src/access/demo-accounts.js';
import { DEMO_CONTACTS } from '../../src/app/demo-contacts.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

const KEEPERS = ['admin', 'manager', 'instructor'];
const COUNCIL = DEMO_CONTACTS.find(({ account }) => account === 'conseil-brest')?.id ?? '';
/** Held by nobody: what is allowed is told apart from what is refused, and changes nothing. */
const NOTHING = '01900000-0000-7000-8000-000000000999';
const KEPT: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/contacts'],
  ['POST', '/contacts'],
  ['PATCH', `/contacts/${NOTHING}`],
  ['POST', `/contacts/${COUNCIL}/absences`],
  ['PATCH', `/contacts/${COUNCIL}/absences/${NOTHING}`],
  ['DELETE', `/contacts/${COUNCIL}/absences/${NOTHING}`],
  ['POST', `/contacts/${COUNCIL}/preferences`],
  ['GET', '/tasks'],
  ['POST', `/tasks/${NOTHING}/closing`],
  ['POST', '/bounces'],
];

describe('what those who keep the contacts do', () => {
  it.each(KEPT)('%s %s is refused to all others, and only to them', async (method, path) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    const otherAccounts = DEMO_ACCOUNTS.filter(({ account }) => account !== 'conseil-brest');
    const allowed = new Set<string>();
    for (const { account, role } of otherAccounts) {
      const { status } = await house.client.send(account, method, `/api${path}`, body);
      if (status !== 403) allowed.add(role);
    }
    expect([...allowed].sort()).toEqual([...KEEPERS].sort());
  });
});

describe('one’s own contacts', () => {
  it.each(DEMO_ACCOUNTS.map(({ account }) => account))('are read by %s, and no other', async account => {
    const { status, body } = await house.client.read(account, '/api/me/contacts');
    expect(status).toBe(200);
    const { items } = body as unknown as { items: readonly { id: string; account: string }[] };
    const ownIds = DEMO_CONTACTS.filter(contact => contact.account === account).map(({ id }) => id);
    expect(items.map(({ id }) => id)).toEqual(ownIds);
  });

  it('are where a person notes their absence and chooses their pace', async () => {
    const { body } = await house.client.read('porteur-demo', '/api/me/contacts');
    const { items } = body as unknown as { items: readonly { id: string }[] };
    const path = `/api/contacts/${items[0]?.id}`;
    const days = { firstDay: '2026-07-13', lastDay: '2026-07-31' };
    const preference = { kind: '*', pace: 'weekly' };
    expect((await house.client.send('porteur-demo', 'POST', `${path}/absences`, days)).status).toBe(201);
    expect((await house.client.send('porteur-demo', 'POST', `${path}/preferences`, preference)).status).toBe(200);
    const after = (await house.client.read('porteur-demo', '/api/me/contacts')).body;
    expect(after).toMatchObject({ items: [{ absences: [days], preferences: [preference] }] });
  });
});
