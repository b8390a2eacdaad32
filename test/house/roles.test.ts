import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotAuthorisedError, People } from '../../src/access/people.js';
import type { Role } from '../../src/domain/dossier/roles.js';
import { registerMandates } from '../../src/record/people/mandates.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

beforeAll(async () => {
  house = await bareHouse();
  const roles = ['council', 'auditor', 'engine', 'toString'];
  const mandates = roles.map(role => ({
    account: ['council', 'auditor'].includes(role) ? 'someone' : role,
    role: role as Role,
    ...{ bodies: [], pays: ['02'] },
  }));
  await registerMandates(house.source.manager, mandates);
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
