import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectationOf, factsOf, splitKey } from '../../src/domain/dossier/expectations.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { owed, possible, type Dossier } from '../../workflows/story/dossier.js';
import { Story } from '../../workflows/story/story.js';
import { applyFacts, life } from '../../workflows/life.js';
import { because, declared, inForce, requested, signature, voted } from '../builders/dossier.js';

async function startStory(stage: (dossier: Dossier) => Promise<void>) {
  const story = new Story();
  const end = story.tell(stage);
  await setImmediate();
  return { story, end };
}

describe('the waits of a story', () => {
  it('the first that comes is taken, and the others are awaited no longer', async () => {
    const { story, end } = await startStory(async dossier => {
      const { came } = await dossier.first({
        report: owed('instruction-report', { award: 'a' }),
        demand: possible('pieces-demand', { award: 'a', demand: 1 }),
      });
      await dossier.expect('vote', { award: came, round: 1 });
    });
    expect(story.owed()).toEqual(['instruction-report/a']);
    story.applyFacts([{ key: 'pieces-demand/a/1', value: {} }]);
    await setImmediate();
    expect(story.owed()).toEqual(['vote/demand/1']);
    story.cancel();
    await end;
  });

  it('the same key in two branches is one wait, heard by both', async () => {
    const heard: number[] = [];
    const { story, end } = await startStory(async dossier => {
      await Promise.all(
        [1, 2].map(async branch => {
          await dossier.expect('transmission', { award: 'a' });
          heard.push(branch);
        }),
      );
    });
    expect(story.owed()).toEqual(['transmission/a']);
    story.applyFacts([{ key: 'transmission/a', value: {} }]);
    await end;
    expect(heard).toEqual([1, 2]);
  });

  it('what is cut short awaits nothing, even what it would have begun next', async () => {
    const { story, end } = await startStory(async dossier => {
      await dossier.expect('transmission', { award: 'a' });
      await dossier.expect('grant-notification', { award: 'a' });
    });
    story.applyFacts([{ key: 'transmission/a', value: {} }]);
    story.cancel();
    await end;
    expect(story.owed()).toEqual([]);
  });
});

describe('the rehearsal', () => {
  it('stands where the story stands, whether facts came one by one or all at once', async () => {
    const facts = factsOf(inForce().events);
    const story = new Story();
    const end = life(story);
    for (const fact of facts) {
      applyFacts(story, [fact]);
      await setImmediate();
    }
    expect(story.owed()).toEqual(await rehearse(facts));
    story.cancel();
    await end;
  });

  it('facts entered in any order lead to the same place', async () => {
    const facts = factsOf(inForce().events);
    const expected = await rehearse(facts);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...facts], { minLength: facts.length }), async shuffled => {
        expect(await rehearse(shuffled)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('awaits at every step only what someone owes, by a rule that answers', async () => {
    const dossier = inForce();
    for (let length = 1; length <= dossier.events.length; length++) {
      const events = dossier.events.slice(0, length);
      for (const key of await rehearse(factsOf(events))) {
        const { kind } = splitKey(key);
        expect(expectationOf(kind).nature).toBe('owed');
        expect(expectationOf(kind).debtor).toBeDefined();
      }
    }
  });

  it.each([
    ['withdrawn', () => declared().does('withdraw-project', because), ['withdrawal-acknowledgement']],
    ['withdrawn after its vote', () => voted().does('withdraw-project', because), ['withdrawal-acknowledgement']],
    ['withdrawn while instructed', () => requested().does('withdraw-project', because), ['withdrawal-acknowledgement']],
  ])('of a dossier %s awaits its closing alone', async (_name, build, awaited) => {
    expect(await build().awaits()).toEqual(awaited);
  });
});

describe('a convention in force', () => {
  it('calls for its first instalment beside the publication of its essential data', async () => {
    expect(await inForce().awaits()).toEqual(expect.arrayContaining(['essential-data', 'instalment-claim']));
  });

  it('calls for the publication from the signature of the Région on', async () => {
    const dossier = voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    dossier.does('sign-convention', signature(dossier, 'region'));
    expect(await dossier.awaits()).toEqual(['carrier-signature', 'essential-data', 'legality-review']);
  });
});
