import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { readDossier } from '../../src/record/dossiers.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { Walker } from '../builders/walker.js';
import * as walks from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

const { because, council, instructor, manager } = walks;
let houses: TestHouse[] = [];

beforeEach(() => {
  houses = [];
});

afterEach(async () => {
  for (const house of houses) await house.close();
});

async function newHouse(): Promise<TestHouse> {
  const house = await startHouse();
  houses.push(house);
  return house;
}

/** What a life has come to: its facts and what is owed, without the names that chance gave. */
async function outcome(house: TestHouse, poleId: string) {
  const facts = await house.source.query<{ type: string; date: string; act: string }[]>(
    'SELECT type, date, act FROM journal WHERE pole_id = $1 AND fact_version IS NOT NULL ORDER BY sequence',
    [poleId],
  );
  const { state } = await readDossier(house.source.manager, poleId);
  const owed = openObligations(state).map(({ kind, due, escalated, debtor, rungs }) => ({
    ...{ kind, due, escalated, debtor },
    rungs: [...rungs].sort(),
  }));
  return { facts, owed: owed.sort((a, b) => (a.kind < b.kind ? -1 : 1)) };
}

/** Makes every declaration of one story fail, until it is lifted. */
async function poison({ owner }: TestHouse, poleId: string): Promise<() => Promise<unknown>> {
  await owner.query(
    `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$;
     CREATE TRIGGER poison BEFORE UPDATE ON dossiers FOR EACH ROW
       WHEN (OLD.id = '${poleId}' AND OLD.seen_version <> NEW.seen_version) EXECUTE FUNCTION poison()`,
  );
  return () => owner.query('DROP TRIGGER poison ON dossiers');
}

/** Waits for something that comes by itself. */
async function until({ source }: TestHouse, comes: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await comes())) await source.query('SELECT pg_sleep(0.05)');
}

async function heardBy({ source }: TestHouse, poleId: string): Promise<boolean> {
  const { seenVersion, version } = await readDossier(source.manager, poleId);
  return seenVersion === version;
}

async function storiesHealth({ url }: TestHouse): Promise<unknown> {
  return (await fetch(`${url}/health/stories`)).json();
}

const moveTo = (house: TestHouse, to: string) => house.source.query('UPDATE clock SET stands_at = $1', [to]);

describe('the engine away', () => {
  it('for a week, and for months: every deadline that fell has the outcome that it would have had', async () => {
    const [steady, lonely] = [await newHouse(), await newHouse()];
    const lives = await Promise.all(
      [steady, lonely].map(async house => {
        const walker = new Walker(house.client);
        await walker.walk(walks.toTheVote);
        return walker;
      }),
    );
    const [beside, away] = lives as [Walker, Walker];
    const meanwhile = [
      {
        to: '2026-03-10',
        step: instructor('enter-agenda', { organ: 'assembly', sessionOn: '2026-03-16', text: 'Convention du pôle' }),
      },
      { to: '2026-04-28', step: manager('suspend-dossier', because) },
      { to: '2026-05-20', step: manager('resume-dossier', because) },
    ];
    await lonely.stopEngine();
    for (const { to, step } of meanwhile) {
      await steady.client.step(civilDate(to));
      await moveTo(lonely, `${to}T08:00:00Z`);
      const answers = [await beside.do(step), await away.do(step)];
      expect(answers.map(({ status }) => status)).toEqual([answers[0]?.status, answers[0]?.status]);
    }
    await steady.client.step(civilDate('2026-06-15'));
    await moveTo(lonely, '2026-06-14T22:00:00Z');
    await lonely.startEngine();
    await lonely.clock.stepTo(instant('2026-06-14T22:00:00Z'));
    expect(await outcome(lonely, away.poleId)).toEqual(await outcome(steady, beside.poleId));
    await lonely.rest();
    expect(await controlHouse(lonely.source, lonely.book)).toEqual([]);
  });

  it('keeps nobody waiting: it is known to be away once no story hears, and is asked again by itself', async () => {
    const house = await newHouse();
    const walker = new Walker(house.client);
    await walker.walk(walks.opening);
    await house.rest();
    await house.stopEngine();
    const first = await walker.do(manager('waive-opinion', because));
    expect([first.status, first.body.engine]).toEqual([201, undefined]);
    await until(house, () => house.nudger.isAway);
    const second = await walker.do(instructor('skip-study', because));
    expect([second.status, second.body.engine]).toEqual([201, 'late']);
    expect(second.body.awaited.map(({ kind }) => kind)).toContain('cress-meeting');
    await house.startEngine();
    await until(house, () => !house.nudger.isAway);
    const third = await walker.do(walks.adviser('hold-cress-meeting', { participants: 12 }));
    expect([third.status, third.body.engine]).toEqual([201, undefined]);
    await house.sweep.run();
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });

  it('for one story alone: it waits by itself, the others and the clock go on, and it is seen', async () => {
    const house = await newHouse();
    const [poisoned, healthy] = [new Walker(house.client), new Walker(house.client)];
    await poisoned.walk(walks.opening);
    await healthy.walk(walks.opening);
    const lift = await poison(house, poisoned.poleId);
    try {
      await poisoned.do(council('give-opinion', { outcome: 'favourable' }));
      await healthy.do(council('give-opinion', { outcome: 'favourable' }));
      await until(house, async () => (await heardBy(house, healthy.poleId)) && !house.nudger.isAway);
      const other = await healthy.do(instructor('skip-study', because));
      expect([other.status, other.body.engine]).toEqual([201, undefined]);
      await until(house, () => heardBy(house, healthy.poleId));
      expect(await storiesHealth(house)).toMatchObject({ status: 'late', behind: 1 });
    } finally {
      await lift();
    }
    await house.sweep.run();
    expect(await storiesHealth(house)).toMatchObject({ status: 'ok', behind: 0 });
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
