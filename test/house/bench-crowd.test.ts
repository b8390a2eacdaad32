import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCrowd } from '../../bench/crowd.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { Walker } from '../builders/walker.js';
import { toTheConvention } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

describe('the crowd that the bench makes of one dossier', () => {
  it('is made of dossiers in order, each with its own chain, that ring when the first one rings', async () => {
    const walker = new Walker(house.client);
    await walker.walk(toTheConvention);
    await house.rest();
    const ids = await makeCrowd(house, walker.poleId, 12);
    expect(new Set(ids).size).toBe(12);
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
    await house.client.step(civilDate('2026-07-01'));
    const rung = await house.source.query<{ rungs: number }[]>(
      `SELECT count(*)::int AS rungs FROM journal WHERE type = 'rung-reached' GROUP BY pole_id`,
    );
    expect([rung.length, new Set(rung.map(({ rungs }) => rungs)).size]).toEqual([13, 1]);
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });
});
