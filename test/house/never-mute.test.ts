import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PointsApart1764810000000 } from '../../migrations/1764810000000-points-apart.js';
import { addMonths, civilDate } from '../../src/domain/kernel/civil-date.js';
import { readClock } from '../../src/clock/clock.js';
import { compareMails } from '../../src/simulation/mail-comparison.js';
import { measureMails } from '../../src/simulation/mail-measure.js';
import { opening } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let pole: string;

beforeEach(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk(opening);
  pole = walker.poleId;
});

afterEach(() => house.close());

interface Seen {
  readonly toCome: readonly { readonly rung: string; readonly day: string; readonly template: string }[];
}

/** The opinion of the council, due on 4 May 2026. */
async function opinion(): Promise<string> {
  const [row] = await house.source.query<{ id: string }[]>(
    "SELECT id FROM obligations WHERE pole_id = $1 AND kind = 'council-opinion'",
    [pole],
  );
  return row?.id ?? '';
}

const toCome = async () => {
  const { body } = await house.client.read('instructrice', `/api/obligations/${await opinion()}`);
  return (body as unknown as Seen).toCome.map(({ rung, day, template }) => `${rung} ${day} ${template}`);
};

/** The months of which a point was sent of the opinion, and to which roles. */
async function points(): Promise<readonly string[]> {
  const rows = await house.source.query<{ line: string }[]>(
    `SELECT n.rung || ': ' || string_agg(DISTINCT c.role, ', ' ORDER BY c.role) AS line
     FROM notices n JOIN contacts c ON c.id = n.contact_id
     WHERE n.obligation_id = $1 AND n.rung LIKE 'point-%' AND n.state = 'sent' GROUP BY n.rung ORDER BY n.rung`,
    [await opinion()],
  );
  return rows.map(({ line }) => line);
}

/** The events of the history of its story, over all its runs. */
async function lengthOfItsHistory(): Promise<number> {
  let length = 0;
  for await (const { historyLength } of house.temporal.workflow.list({ query: `WorkflowId = 'pole/${pole}'` }))
    length += historyLength;
  return length;
}

const point = (month: number) => `point-${addMonths(civilDate('2026-07-01'), month).slice(0, 7)}: council, instructor`;

describe('what is late and open', () => {
  it('is recalled at least once a month to who owes it and to the instructors, thirteen months on', async () => {
    await house.client.step(civilDate('2027-06-15'));
    expect(await points()).toEqual(Array.from({ length: 12 }, (_, month) => point(month)));
    expect(await toCome()).toEqual(['point-2027-07 2027-07-01 point']);
    const { now } = await readClock(house.source.manager);
    expect(await measureMails(house.source.manager, now)).toMatchObject({ silentMonths: 0, fullestDay: 1 });
    expect((await compareMails(house.source.manager, house.mail.received)).differences).toEqual([]);
  });

  it('is recalled without a word to its story, which grows by nothing', async () => {
    await house.client.step(civilDate('2026-06-15'));
    const lengthBefore = await lengthOfItsHistory();
    await house.client.step(civilDate('2027-01-10'));
    expect([(await points()).length, await lengthOfItsHistory()]).toEqual([7, lengthBefore]);
  });

  it('is foreseen so, month after month', async () => {
    await house.client.step(civilDate('2026-06-15'));
    const { body } = await house.client.read('instructrice', `/api/forecast?days=90&pole=${pole}`);
    const { items } = body as unknown as { items: readonly { on: string; kind: string; rung: string | null }[] };
    const foreseen = items.filter(({ kind, rung }) => kind === 'council-opinion' && rung?.startsWith('point-'));
    expect(foreseen.map(({ on }) => on)).toEqual(['2026-07-01', '2026-08-17', '2026-09-01']);
  });

  it('is recalled no more once it is waived', async () => {
    await house.client.step(civilDate('2026-08-20'));
    const reason = 'Le pays n’a plus de Conseil de développement.';
    const { status } = await house.client.act('cheffe-de-service', `/api/obligations/${await opinion()}/waivers`, {
      reason,
    });
    expect(status).toBe(201);
    await house.client.step(civilDate('2027-02-15'));
    expect(await points()).toEqual([point(0), point(1)]);
  });

  it('is not while its dossier is suspended, and is again once it resumes', async () => {
    await house.client.step(civilDate('2026-08-20'));
    const suspended = await house.client.act('cheffe-de-service', `/api/poles/${pole}/suspensions`, {
      reason: 'Recours.',
    });
    expect(suspended.status).toBe(201);
    await house.client.step(civilDate('2026-11-20'));
    expect(await points()).toEqual([point(0), point(1)]);
    const resumed = await house.client.act('cheffe-de-service', `/api/poles/${pole}/resumptions`, {
      reason: 'Recours rejeté.',
    });
    expect(resumed.status).toBe(201);
    await house.client.step(civilDate('2027-06-15'));
    expect((await points()).slice(-3)).toEqual([point(9), point(10), point(11)]);
  });

  it('is recalled in a house whose alarms had nothing more to say, once it is brought up to date', async () => {
    await house.client.step(civilDate('2026-06-20'));
    await house.owner.query('UPDATE dossiers SET next_alarm = NULL, next_point = NULL');
    await house.client.step(civilDate('2026-09-10'));
    expect(await points()).toEqual([]);
    const runner = house.owner.createQueryRunner();
    const migration = new PointsApart1764810000000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    await house.client.step(civilDate('2026-09-15'));
    expect(await points()).toEqual(['point-2026-09: council, instructor']);
    await house.client.step(civilDate('2026-10-06'));
    expect(await points()).toEqual(['point-2026-09: council, instructor', 'point-2026-10: council, instructor']);
  });
});
