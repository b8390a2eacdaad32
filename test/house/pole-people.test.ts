import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerPays } from '../../src/record/pays.js';
import type { Schema } from '../../src/simulation/api-routes.js';
import { carrier, COFUNDER, instructor, toTheConvention } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

type Person = Schema<'PolePersonAnswer'>;

let house: TestHouse;
let walker: Walker;

beforeAll(async () => {
  house = await startHouse();
  await registerPays(house.source.manager);
  walker = new Walker(house.client);
  await walker.walk(toTheConvention);
  const convention = { awardId: walker.found.award ?? '' };
  await walker.walk([carrier('seek-cofunding', { cofunder: COFUNDER, amount: '9000.00' }, convention)]);
});
afterAll(() => house.close());

const peopleFor = async (account: string): Promise<readonly Person[]> =>
  (await house.client.read(account, `/api/poles/${walker.poleId}/people`)).body.items;
const named = (people: readonly Person[], role: string) => people.filter(person => person.role === role);

describe('Who has a part in a pôle', () => {
  it('is told to its people: those of the Région and of the CRESS, its bodies and its pays, and how to reach them', async () => {
    const people = await peopleFor('porteur-demo');
    expect(new Set(people.map(({ role }) => role))).toEqual(
      new Set(['instructor', 'manager', 'finance', 'adviser', 'council', 'carrier', 'cofunder']),
    );
    expect(named(people, 'carrier')[0]?.for).toContain('Association fictive du pôle');
    expect(new Set(named(people, 'council').flatMap(person => person.for))).toEqual(new Set(['Pays de Brest']));
    expect(people.every(({ email }) => email.includes('@'))).toBe(true);
  });

  it('is, of a role that has somebody in charge, those in charge alone, first and under what they have in charge', async () => {
    await walker.do(
      instructor('assign-referent', {
        referent: 'instructeur-2',
        second: 'instructrice',
        manager: 'cheffe-de-service',
      }),
    );
    const people = await peopleFor('instructrice');
    expect(
      named(people, 'instructor')
        .map(({ inCharge }) => inCharge)
        .toSorted(),
    ).toEqual(['referent', 'second']);
    expect(named(people, 'manager').map(({ inCharge }) => inCharge)).toEqual(['manager']);
  });

  it('says who is away, until when, and who receives in their place', async () => {
    const id = (account: string) => `(SELECT id FROM contacts WHERE account = '${account}' LIMIT 1)`;
    await house.owner.query(
      `INSERT INTO absences (id, contact_id, delegate_id, first_day, last_day, lends)
       SELECT $1, ${id('instructeur-2')}, ${id('instructrice')}, '2026-02-01', '2026-02-20', false`,
      [randomUUID()],
    );
    const [referent] = (await peopleFor('porteur-demo')).filter(({ inCharge }) => inCharge === 'referent');
    expect(referent).toMatchObject({ awayUntil: '2026-02-20', standIn: expect.stringMatching(/nstructrice/) });
  });

  it('is not told whole to who reads a part of the dossier, nor at all to a stranger', async () => {
    const stranger = await house.client.read('porteur-autre', `/api/poles/${walker.poleId}/people`);
    expect(stranger.status).toBe(404);
    const people = await peopleFor('cofinanceur-22');
    expect(named(people, 'carrier')).toEqual([]);
    expect(named(people, 'instructor')).not.toEqual([]);
  });
});
