import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAGES } from '../../src/domain/dossier/stage.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { DEMONSTRATION_DAYS, demonstrate } from '../../src/simulation/demonstration.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

describe('the demonstration that the first start prepares', () => {
  it('is lived to its day with nothing refused for good, and shows pôles at every stage', async () => {
    const today = addDays(await house.client.today(), DEMONSTRATION_DAYS);
    const { breaches } = await demonstrate(house.client, today, () => undefined);
    expect(breaches).toEqual([]);
    expect(await house.client.today()).toBe(today);
    const { body } = await house.client.read('auditrice', '/api/poles?limit=100');
    const { items } = body as unknown as { items: readonly { stage: string }[] };
    const shown = new Set(items.map(({ stage }) => stage));
    expect(Object.keys(STAGES).filter(stage => !shown.has(stage))).toEqual([]);
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
