import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { factsOf, splitKey } from '../../src/domain/dossier/expectations.js';
import type { NewEvent, RecordedEvent } from '../../src/domain/dossier/state.js';
import { triggered } from '../../src/record/triggers.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { cofunded } from '../builders/cofunded.js';
import { because, voted, type DossierBuilder } from '../builders/dossier.js';
import { EVERY_STATE } from '../builders/every-state.js';

const opens = (key: string): NewEvent => ({
  type: 'obligation-opened',
  data: {
    ...{ ...splitKey(key), obligation: key, opening: 1, debtor: { role: 'instructor' as const } },
    ...{ due: null, source: '', follows: null },
  },
});

/** What a story that hears the facts batch after batch says opened each thing that it awaits in the end. */
async function heard(
  facts: readonly RecordedEvent[],
  batches: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const open = new Map<string, string>();
  let heardCount = 0;
  for (const size of [...batches, facts.length]) {
    const fresh = facts.slice(heardCount, heardCount + size);
    let awaited: readonly string[] = [];
    for (const [rank] of fresh.entries()) {
      awaited = await rehearse(factsOf(facts.slice(0, heardCount + rank + 1)));
      for (const key of open.keys()) if (!awaited.includes(key)) open.delete(key);
    }
    heardCount += fresh.length;
    const opened = awaited.filter(key => !open.has(key)).map(opens);
    for (const event of await triggered(opened, fresh, upTo(facts), rehearse))
      if (event.type === 'obligation-opened') open.set(event.data.obligation, event.data.trigger ?? '');
  }
  return open;
}

/** The facts of a journal up to one of them. */
const upTo = (facts: readonly RecordedEvent[]) => async (fact: RecordedEvent) =>
  factsOf(facts.filter(({ sequence }) => sequence <= fact.sequence));

const factsIn = ({ events }: DossierBuilder) => events.filter(({ factVersion }) => factVersion !== null);
const LIVES = [
  ...['declared', 'whose study is validated', 'adjourned', 'voted', 'executory', 'paid', 'ended', 'to be renewed'],
  ...['whose co-funder is asked', 'whose report is to correct', 'amended to another carrier'],
];

describe('the fact that gave rise to something owed', () => {
  it('is the one that made it awaited, not the last that the engine heard of', async () => {
    const dossier = cofunded(voted());
    const facts = factsIn(dossier);
    const [transmission = ''] = (await rehearse(factsOf(facts))).filter(key => key.startsWith('transmission/'));
    const [event] = await triggered([opens(transmission)], facts.slice(-4), upTo(facts), rehearse);
    const trigger = event?.type === 'obligation-opened' ? event.data.trigger : null;
    expect(facts.find(({ id }) => id === trigger)?.type).toBe('vote-recorded');
    expect(facts.at(-1)?.type).not.toBe('vote-recorded');
  });

  it('is the retraction of what had met it', async () => {
    const dossier = EVERY_STATE['declared']?.().does('give-opinion', { outcome: 'favourable' });
    if (!dossier) throw new Error('Aucun dossier.');
    const opinion = dossier.events.at(-1);
    dossier.does('retract-fact', { ...because, event: opinion?.id });
    const facts = factsIn(dossier);
    for (const batches of [[facts.length], facts.map(() => 1)]) {
      const trigger = (await heard(facts, batches)).get('council-opinion/1');
      expect(facts.find(({ id }) => id === trigger)?.type).toBe('fact-retracted');
    }
  });

  it.each(LIVES)('is the same whether the engine was up or down: %s', async name => {
    const build = EVERY_STATE[name];
    if (!build) throw new Error(`Aucun dossier ${name}`);
    const facts = factsIn(build());
    const up = await heard(
      facts,
      facts.map(() => 1),
    );
    expect(up.size).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), async batches => {
        expect(await heard(facts, batches)).toEqual(up);
      }),
      { numRuns: 8 },
    );
  });
});
