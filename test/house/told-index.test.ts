import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TOLD_TYPES } from '../../src/domain/reminders/told-at-once.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

beforeAll(async () => {
  house = await bareHouse();
});

afterAll(() => house.close());

it('the index of what is told at once holds every type that is, and no other', async () => {
  const [index] = await house.owner.query<{ predicate: string }[]>(
    `SELECT pg_get_expr(indpred, indrelid) AS predicate FROM pg_index WHERE indexrelid = 'journal_told'::regclass`,
  );
  const types = index?.predicate.match(/(?<=')[a-z-]+(?=')/g);
  expect(types?.sort()).toEqual([...TOLD_TYPES].sort());
});
