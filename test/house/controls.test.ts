import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { readDossier } from '../../src/record/dossiers.js';
import { recordAct } from '../../src/record/record-act.js';
import { CONTROLS, controlled } from '../../src/record/controls.js';
import { BREAKS } from '../builders/breaks.js';
import { ACCOUNT, because, someone } from '../builders/dossier.js';
import { carryOut } from '../builders/real.js';
import { convention, firstYearOver, REPORTS } from '../builders/whole-path.js';
import { stepHouse } from '../builders/told.js';
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

  it('6.1 leaves alone a payment that more time for a report lets through, and names it without that time', async () => {
    const house = await bareHouse();
    const built = firstYearOver();
    const { id: award } = convention(built);
    for (const report of ['indicators', 'financial-report', 'approved-accounts'] as const)
      built.does(REPORTS[report].act, REPORTS[report].said, { on: { award, year: 1, report } });
    const pole = await carryOut(house, built);
    const { state } = await readDossier(house.source.manager, pole);
    const obligation = openObligations(state).find(({ kind }) => kind === 'activity-report')?.id ?? '';
    const acts = (act: string, subject: object, payload: object) =>
      recordAct(house.source, house.book, {
        ...{ act, poleId: pole, subject, actor: someone('instructor'), payload, key: randomUUID() },
      });
    await acts('grant-extension', { obligation }, { ...because, until: civilDate('2028-12-31') });
    await stepHouse(house, civilDate('2028-09-01'));
    await acts('claim-instalment', { award: Object.keys(state.awards)[0], year: 2, number: 1 }, ACCOUNT);
    const culprits = async (manager: EntityManager) =>
      (await controlled(manager, house.book)).find(({ number }) => number === '6.1')?.culprits.length;
    expect(await culprits(house.owner.manager)).toBe(0);
    await thenUndone(house, async manager => {
      await behindTheTriggers(manager, "UPDATE journal SET type = 'autre' WHERE type = 'due-date-moved'");
      expect(await culprits(manager)).toBe(1);
    });
    await house.close();
  }, 60_000);

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
