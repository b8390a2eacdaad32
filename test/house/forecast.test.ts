import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { Walker } from '../builders/walker.js';
import { opening, toTheConvention, toTheVote, payment, type Walk } from '../builders/walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
}, 60_000);

afterEach(() => house.close());

interface Line {
  readonly on: string;
  readonly at: string;
  readonly what: string;
  readonly kind: string;
  readonly instance: string;
  readonly rung: number | null;
  readonly merged: readonly number[];
  readonly because: readonly string[];
}

const forecast = async (pole: string, days: number, account = 'instructrice') => {
  const answer = await house.client.read(account, `/api/forecast?days=${days}&pole=${pole}`);
  return { status: answer.status, items: (answer.body as unknown as { items: readonly Line[] }).items };
};

/** What the engine did to a dossier since an instant, as the journal tells it, in the words of the forecast. */
async function happened(pole: string, since: string): Promise<readonly object[]> {
  return house.source.query(
    `SELECT j.recorded_at AS at, CASE j.type WHEN 'rung-reached' THEN 'reminder'
         WHEN 'obligation-escalated' THEN 'escalation' ELSE 'transition' END AS what,
       coalesce(o.kind, j.type) AS kind, coalesce(o.instance, '') AS instance, (j.data->>'rung')::int AS rung,
       coalesce(j.data->'merged', '[]') AS merged
     FROM journal j LEFT JOIN obligations o ON o.id::text = j.data->>'obligation'
     WHERE j.pole_id = $1 AND j.recorded_at > $2 AND j.role = 'engine'
       AND (j.fact_version IS NOT NULL OR j.type IN ('rung-reached', 'obligation-escalated')) ORDER BY j.sequence`,
    [pole, since],
  );
}

const STAGES: Readonly<Record<string, Walk>> = {
  'an initiative just declared': opening,
  'a request that waits for its vote': toTheVote,
  'a convention just notified': toTheConvention,
  'a convention whose first advance is paid': [...toTheConvention, ...payment],
};

describe('the forecast', () => {
  it.each(Object.entries(STAGES))(
    'of a year for %s says, line by line, what then happens',
    async (_name, walk) => {
      const walker = new Walker(house.client);
      await walker.walk(walk);
      const today = await house.client.today();
      const [clock] = await house.source.query<{ at: string }[]>('SELECT stands_at AS at FROM clock');
      const { items } = await forecast(walker.poleId, 365);
      expect(items.length).toBeGreaterThan(4);
      await house.client.step(addDays(today, 366));
      const foretold = items
        .filter(({ what }) => what !== 'hold')
        .map(({ at, what, kind, instance, rung, merged }) => ({ at, what, kind, instance, rung, merged }));
      expect(foretold).toEqual(await happened(walker.poleId, clock?.at ?? ''));
    },
    120_000,
  );

  it('says from which day a payment is held, and why', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheConvention, ...payment]);
    await house.client.step(civilDate('2028-05-01'));
    const { items } = await forecast(walker.poleId, 365);
    const held = items.filter(
      ({ what, because }) => what === 'hold' && because.some(one => one.includes('30 juillet 2028')),
    );
    expect(held.map(({ on, instance }) => `${on} ${instance.split('/').slice(1).join('/')}`)).toEqual([
      '2028-07-31 2/1',
    ]);
  });

  it('writes nothing', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    const rows = async () =>
      house.source.query('SELECT * FROM dossiers, (SELECT count(*) FROM journal) AS j ORDER BY id');
    const before = await rows();
    await forecast(walker.poleId, 365);
    expect(await rows()).toEqual(before);
  });

  it('goes to 30, 90 or 365 days, for a pôle that one may read', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    expect((await forecast(walker.poleId, 31)).status).toBe(422);
    expect((await forecast('01900000-0000-7000-8000-000000000000', 30)).status).toBe(404);
    expect((await forecast('rien', 30)).status).toBe(404);
    expect((await forecast(walker.poleId, 30, 'porteur-autre')).status).toBe(404);
    expect((await forecast(walker.poleId, 30, 'porteur-demo')).status).toBe(200);
  });
});
