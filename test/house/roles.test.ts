import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotAuthorisedError, People } from '../../src/access/people.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

beforeAll(async () => {
  house = await bareHouse();
  const roles = ['council', 'auditor', 'engine', 'toString'];
  for (const role of roles)
    await house.owner.query("INSERT INTO mandates (account, role, bodies, pays) VALUES ($1, $2, '{}', '{02}')", [
      ['council', 'auditor'].includes(role) ? 'someone' : role,
      role,
    ]);
});

afterAll(() => house.close());

describe('the roles of an account', () => {
  it('make one actor each, with its perimeter', async () => {
    await expect(new People(house.source).actors('someone')).resolves.toEqual([
      { account: 'someone', role: 'auditor', bodies: [], pays: ['02'] },
      { account: 'someone', role: 'council', bodies: [], pays: ['02'] },
    ]);
  });

  it.each(['nobody', 'engine', 'toString'])('are refused when there is none that Jalon knows: %s', account =>
    expect(new People(house.source).actors(account)).rejects.toBeInstanceOf(NotAuthorisedError),
  );
});
