import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { addSeconds, parisMidnight } from '../../src/domain/kernel/paris.js';
import { readDossier } from '../../src/record/dossiers.js';
import type { ForecastLine } from '../../src/reminders/forecast.js';
import { forecastLines, happened } from '../builders/forecast-lines.js';
import { Walker } from '../builders/walker.js';
import { opening, toTheConvention, toTheVote, payment, type Walk } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
});

afterEach(() => house.close());

interface Foretold {
  readonly items: readonly (Omit<ForecastLine, 'because'> & {
    readonly because: readonly { readonly detail: string }[];
  })[];
}

const forecast = async (pole: string, days: number, account = 'instructrice') => {
  const answer = await house.client.read(account, `/api/forecast?days=${days}&pole=${pole}`);
  return { status: answer.status, ...(answer.body as unknown as Foretold) };
};

const STAGES: Readonly<Record<string, Walk>> = {
  'an initiative just declared': opening,
  'a request that waits for its vote': toTheVote,
  'a convention just notified': toTheConvention,
  'a convention whose first advance is paid': [...toTheConvention, ...payment],
};

describe('the forecast', () => {
  it.each(Object.entries(STAGES))('of a year for %s says, line by line, what then happens', async (_name, walk) => {
    const walker = new Walker(house.client);
    await walker.walk(walk);
    const today = await house.client.today();
    const { sequence } = await readDossier(house.source.manager, walker.poleId);
    const { items } = await forecast(walker.poleId, 365);
    expect(items.length).toBeGreaterThan(4);
    await house.client.step(addDays(today, 366));
    const end = addSeconds(parisMidnight(addDays(today, 366)), -1);
    expect(forecastLines(items)).toEqual(await happened(house.source, walker.poleId, sequence, end));
  });

  it('says from which day a payment is held, and why', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheConvention, ...payment]);
    await house.client.step(civilDate('2028-05-01'));
    const { items } = await forecast(walker.poleId, 365);
    const held = items.filter(
      ({ what, because }) => what === 'hold' && because.some(({ detail }) => detail.includes('30 mai 2028')),
    );
    expect(held.map(({ on, instance }) => `${on} ${instance.split('/').slice(1).join('/')}`)).toEqual([
      '2028-05-31 2/1',
    ]);
  });

  it('writes nothing', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    await house.rest();
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
