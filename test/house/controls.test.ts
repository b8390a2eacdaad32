import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { CONTROLS, controlled } from '../../src/record/controls.js';
import { BREAKS } from '../builders/breaks.js';
import { carryOut } from '../builders/real.js';
import { SCENARIOS, type Scenario } from '../builders/scenarios.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { behindTheTriggers } from '../rig/break.js';

const houses = new Map<Scenario, BareHouse>();

beforeAll(async () => {
  for (const [name, build] of Object.entries(SCENARIOS)) {
    const house = await bareHouse();
    houses.set(name as Scenario, house);
    await carryOut(house, await build());
  }
}, 120_000);

afterAll(async () => {
  for (const house of houses.values()) await house.close();
});

function houseOf(scenario: Scenario): BareHouse {
  const house = houses.get(scenario);
  if (!house) throw new Error(`Aucune maison « ${scenario} ».`);
  return house;
}

class Undone extends Error {}

/** Works in a transaction of the owner, of which nothing stays. */
async function thenUndone({ owner }: BareHouse, work: (manager: EntityManager) => Promise<void>): Promise<void> {
  const all = owner.transaction(async manager => {
    await work(manager);
    throw new Undone();
  });
  await expect(all).rejects.toThrow(Undone);
}

describe('each control', () => {
  it.each(Object.keys(SCENARIOS) as Scenario[])('finds nothing wrong in a sound house: %s', async scenario => {
    const { source, book } = houseOf(scenario);
    expect((await controlled(source, book)).filter(({ culprits }) => culprits.length > 0)).toEqual([]);
  });

  it.each(BREAKS.map(one => [one.number, one.in, one] as const))(
    '%s names what breaks it (%s)',
    async (number, _, one) => {
      const house = houseOf(one.in);
      await thenUndone(house, async manager => {
        const [wanted] = await manager.query<{ culprits: string[] }[]>(
          `SELECT ARRAY[${[one.names].flat().join(', ')}]::text[] AS culprits`,
        );
        await behindTheTriggers(manager, ...one.by);
        const found = (await controlled(manager, house.book)).find(control => control.number === number);
        expect(new Set(found?.culprits)).toEqual(new Set(wanted?.culprits));
      });
    },
  );

  it('16.7 names a guard that was put off', async () => {
    const house = houseOf('ordered');
    await thenUndone(house, async manager => {
      await manager.query('ALTER TABLE journal DISABLE TRIGGER journal_rows_stay');
      const found = (await controlled(manager, house.book)).filter(({ culprits }) => culprits.length > 0);
      expect(found.map(({ number, culprits }) => [number, culprits])).toEqual([['16.7', ['journal_rows_stay']]]);
    });
  });

  it('has been seen to fail', () => {
    const broken = new Set([...BREAKS.map(({ number }) => number), '16.7']);
    expect(CONTROLS.map(({ number }) => number).filter(number => !broken.has(number))).toEqual([]);
  });
});
