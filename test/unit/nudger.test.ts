import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import type { News } from '../../src/domain/dossier/news.js';
import { Nudger } from '../../src/temporal/nudger.js';

const silent = pino({ level: 'silent' });

/** An engine whose server takes words or not, and whose stories hear them or not. */
class Engine {
  readonly words: { readonly pole: string; readonly news: News }[] = [];
  serverIsThere = true;
  readonly deaf = new Set<string>();
  returns = 0;
  readonly nudger = new Nudger(
    {
      tell: async (pole, news) => {
        if (!this.serverIsThere) throw new Error('UNAVAILABLE');
        this.words.push({ pole, news });
      },
    },
    async words => [...words.keys()].filter(pole => !this.deaf.has(pole)),
    silent,
    async () => {
      this.returns++;
    },
  );

  wordsTo(pole: string): readonly News[] {
    return this.words.filter(message => message.pole === pole).map(({ news }) => news);
  }
}

const fact = (version: number): News => ({
  ...{ since: version - 1, version, turnPage: false },
  facts: [{ key: `kind/${version}`, value: null }],
});

let engine: Engine;

beforeEach(() => {
  jest.useFakeTimers();
  engine = new Engine();
});

afterEach(() => {
  engine.nudger.stop();
  jest.useRealTimers();
});

describe('the words to a story', () => {
  it('are told after a rest, what comes close together as one', async () => {
    for (const version of [1, 2, 3]) engine.nudger.tell('a', fact(version));
    expect(engine.words).toEqual([]);
    await jest.advanceTimersByTimeAsync(60);
    expect(engine.wordsTo('a')).toMatchObject([{ since: 0, version: 3, facts: [1, 2, 3].map(n => fact(n).facts[0]) }]);
  });

  it('leave a second between them, and those to others do not wait for it', async () => {
    engine.nudger.tell('a', fact(1));
    await jest.advanceTimersByTimeAsync(60);
    engine.nudger.tell('a', fact(2));
    engine.nudger.tell('b', fact(1));
    await jest.advanceTimersByTimeAsync(900);
    expect([engine.wordsTo('a').length, engine.wordsTo('b').length]).toEqual([1, 1]);
    await jest.advanceTimersByTimeAsync(200);
    expect(engine.wordsTo('a').map(({ version }) => version)).toEqual([1, 2]);
  });

  it('name only the last version across a gap: the story asks its journal', async () => {
    engine.nudger.tell('a', fact(1));
    engine.nudger.tell('a', fact(5));
    await jest.advanceTimersByTimeAsync(60);
    expect(engine.wordsTo('a')).toMatchObject([{ since: -1, version: 5 }]);
  });

  it('are said at once, and heard, before the house leaves', async () => {
    engine.nudger.tell('a', fact(1));
    const drained = engine.nudger.drained(3000);
    await jest.advanceTimersByTimeAsync(20);
    expect(await drained).toBe(true);
    expect(engine.wordsTo('a')).toHaveLength(1);
  });

  it('are left to the sweep when nobody hears them before the house leaves', async () => {
    engine.deaf.add('a');
    engine.nudger.tell('a', fact(1));
    const drained = engine.nudger.drained(3000);
    await jest.advanceTimersByTimeAsync(4000);
    expect(await drained).toBe(false);
  });
});

describe('the breaker', () => {
  it('opens when the server takes no word; the house is swept when it takes one that is heard', async () => {
    engine.serverIsThere = false;
    engine.nudger.tell('a', fact(1));
    await jest.advanceTimersByTimeAsync(60);
    expect(engine.nudger.isAway).toBe(true);
    engine.nudger.tell('b', fact(1));
    engine.serverIsThere = true;
    await jest.advanceTimersByTimeAsync(3000);
    expect([engine.nudger.isAway, engine.returns]).toEqual([false, 1]);
  });

  it('opens when words are taken and no story hears any more', async () => {
    engine.deaf.add('a').add('b');
    engine.nudger.tell('a', fact(1));
    await jest.advanceTimersByTimeAsync(4000);
    expect(engine.nudger.isAway).toBe(false);
    await jest.advanceTimersByTimeAsync(3000);
    expect(engine.nudger.isAway).toBe(true);
  });

  it('stays shut for one story that is silent while others hear', async () => {
    engine.deaf.add('a');
    engine.nudger.tell('a', fact(1));
    await jest.advanceTimersByTimeAsync(100);
    engine.nudger.tell('b', fact(1));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(engine.nudger.isAway).toBe(false);
  });

  it('tries one word at a time while it is open, to one silent story after the other', async () => {
    engine.deaf.add('a').add('b').add('c');
    for (const pole of ['a', 'b', 'c']) engine.nudger.tell(pole, fact(1));
    await jest.advanceTimersByTimeAsync(7000);
    expect(engine.nudger.isAway).toBe(true);
    const before = engine.words.length;
    await jest.advanceTimersByTimeAsync(3000);
    expect(engine.words.length - before).toBeLessThanOrEqual(3);
    expect(new Set(engine.words.slice(before).map(({ pole }) => pole)).size).toBe(engine.words.length - before);
    engine.deaf.clear();
    await jest.advanceTimersByTimeAsync(2000);
    expect(engine.nudger.isAway).toBe(false);
  });
});
