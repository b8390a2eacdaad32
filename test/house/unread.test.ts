import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { instructor, neverRead, signs } from '../builders/http-walks.js';
import { untilHeard } from '../builders/until-heard.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
});

afterEach(() => house.close());

/** The decision made available on 2 February, that nobody reads. */
const available = neverRead.slice(
  0,
  neverRead.findIndex(step => 'to' in step),
);
const events = async (walker: Walker, type: string) => {
  const { body } = await house.client.read('instructrice', `/api/poles/${walker.poleId}/timeline`);
  const { items } = body as unknown as { items: readonly { type: string; date: string }[] };
  return items.filter(event => event.type === type).map(({ date }) => date);
};

async function isSound(): Promise<void> {
  await untilHeard(house);
  expect(await verifyHouse(house.source, house.book)).toEqual([]);
}

describe('a decision that nobody reads', () => {
  it('is notified by the calendar on its fifteenth day', async () => {
    const walker = new Walker(house.client);
    await walker.walk(available);
    expect((await walker.look()).awaited).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'grant-receipt', due: '2026-02-16' })]),
    );
    await house.client.step(civilDate('2026-02-16'));
    expect(await events(walker, 'grant-notified')).toEqual([]);
    await house.client.step(civilDate('2026-02-17'));
    expect(await events(walker, 'grant-notified')).toEqual(['2026-02-17']);
    expect((await walker.look()).awaited.map(({ kind }) => kind)).toContain('region-signature');
    await isSound();
  });

  it('is notified on the same day when the engine was away all the time', async () => {
    const walker = new Walker(house.client);
    await walker.walk(available);
    await house.stopEngine();
    await house.source.query(`UPDATE clock SET stands_at = '2026-03-20T08:00:00Z'`);
    const answer = await walker.do(instructor('sign-convention', signs('region')));
    expect(answer.status).toBe(201);
    expect(await events(walker, 'grant-notified')).toEqual(['2026-02-17']);
    await house.startEngine();
    await house.sweep.ringPast();
    await isSound();
  });

  it('gives way to a consultation within the term that is entered after it, with what it had opened', async () => {
    const walker = new Walker(house.client);
    await walker.walk(neverRead);
    expect(await events(walker, 'convention-notified')).toEqual(['2026-03-09', '2026-03-04']);
    expect(await events(walker, 'funded-year-opened')).toEqual(['2026-03-09', '2026-03-04']);
    expect((await walker.look()).awaited.map(({ kind }) => kind)).toContain('instalment-claim');
    await isSound();
  });
});
