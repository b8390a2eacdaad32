import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fuzz } from '../../src/fuzz/fuzz.js';
import { unhurried } from '../../src/fuzz/unhurried.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { inForm } from '../builders/form.js';
import { opening, toTheConvention, toTheVote } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
  for (const walk of [opening, toTheVote, toTheConvention]) await new Walker(house.client).walk(walk);
});

afterAll(() => house.close());

describe('whatever is asked by five accounts', () => {
  it('is done, or refused in French as a problem, and never troubles the house', async () => {
    const { breaches, answers } = await fuzz(house.clientBy(unhurried), { requests: inForm(600, 5000), seed: 16 });
    expect(breaches).toEqual([]);
    // It asked for something: acts were done, fields refused, closed acts and unknown addresses answered.
    const found = ['200', '201', '400 id-malformed', '403 forbidden-role', '404 not-found', '409 wrong-state'];
    expect(Object.keys(answers)).toEqual(expect.arrayContaining([...found, '412 stale-version', '422 invalid-body']));
  });

  it('leaves nothing half written', async () => {
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
