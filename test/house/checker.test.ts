import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contradictions } from '../../src/faults/checker.js';
import { TrafficLog, type Exchange } from '../../src/faults/traffic-log.js';
import { Walker } from '../builders/walker.js';
import { council, opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
const traffic = new TrafficLog();

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.clientBy(traffic.watch((url, init) => fetch(url, init))));
  await walker.walk([...opening, council('give-opinion', { outcome: 'favourable' })]);
  await walker.do(council('give-opinion', { outcome: 'favourable' }));
});

afterAll(() => house.close());

interface Said {
  version: number;
  events: { id: string }[];
  awaited: object[];
}

/** The same exchanges, one of them told otherwise. */
function contradictionsAfter(change: (acts: Exchange[], all: Exchange[]) => void): Promise<readonly string[]> {
  const all = structuredClone(traffic.exchanges);
  change(
    all.filter(({ status }) => status === 201),
    all,
  );
  return contradictions(house.source, all, () => false);
}
const bodyOf = (exchange: Exchange | undefined) => exchange?.body as Said;

describe('the checker of answers against the database', () => {
  it('finds nothing to say of what happened', async () => {
    expect(await contradictionsAfter(() => undefined)).toEqual([]);
  });

  it.each<[string, (acts: Exchange[], all: Exchange[]) => void, string]>([
    [
      'an act acknowledged and lost',
      ([exchange]) => bodyOf(exchange).events.forEach(event => (event.id = randomUUID())),
      'acquitté, et absent du journal',
    ],
    [
      'an answer with another version',
      ([exchange]) => void bodyOf(exchange).version++,
      "la réponse n'est pas celle de sa clé",
    ],
    [
      'a refusal that left something',
      ([exchange]) => void (exchange && (exchange.status = 409)),
      'et pourtant enregistré',
    ],
    [
      'a fact that nobody asked',
      (_, all) =>
        void all.splice(
          all.findIndex(({ status }) => status === 201),
          1,
        ),
      'sans avoir été demandée',
    ],
    [
      'an answer that comes before an older one',
      ([first, second]) => void (second && first && (second.answeredAt = first.sentAt - 1)),
      "l'ordre du temps",
    ],
    [
      'a reading of the past',
      (_, all) => all.forEach(exchange => exchange.status === 200 && (bodyOf(exchange).version = 0)),
      'lit la version 0',
    ],
    [
      'something awaited that never was',
      acts => void bodyOf(acts.at(-1)).awaited.push({ kind: 'vote', instance: '1' }),
      'ne l’a jamais été',
    ],
    ['a house too busy', ([exchange]) => void (exchange && (exchange.status = 429)), ' : 429'],
    ['an outage that was none', ([exchange]) => void (exchange && (exchange.status = 503)), ' : 503'],
    ['no answer at all', ([exchange]) => void (exchange && (exchange.status = null)), 'sans réponse'],
  ])('names %s', async (_what, change, sentence) => {
    expect(await contradictionsAfter(change)).toContainEqual(expect.stringContaining(sentence));
  });
});
