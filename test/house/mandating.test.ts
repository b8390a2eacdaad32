import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { moveClock } from '../../src/record/clock-writes.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import { openTasks } from '../builders/mail-fixtures.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { secondAdvanceClaimed } from '../builders/whole-life-dossiers.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

/** A house in which an advance of 2028 was claimed and is not ordered. */
beforeEach(async () => {
  house = await bareHouse();
  await carryOut(house, secondAdvanceClaimed());
});

afterEach(() => house.close());

/** The tasks that are open once the job ran at an instant. */
async function openOn(at: string) {
  await moveClock(house.source.manager, instant(at));
  await new JobsRunner(house.context, house.deposits, id => id).run('mandating');
  return (await openTasks(house)).map(({ kind, detail }) => `${kind}: ${detail}`);
}

const TASK = /^mandating: .* à mandater avant le 30 novembre 2028 inclus\.$/;

describe('the end of the ordering of payments', () => {
  it('passed over by the clock, or while the house was stopped, still names what is not ordered', async () => {
    expect(await openOn('2028-10-30T08:00:00Z')).toEqual([]);
    expect(await openOn('2029-01-20T08:00:00Z')).toEqual([expect.stringMatching(TASK)]);
  });

  it('named once, stays so until it is ordered', async () => {
    expect(await openOn('2028-10-31T08:00:00Z')).toEqual([expect.stringMatching(TASK)]);
    expect(await openOn('2028-12-20T08:00:00Z')).toEqual([expect.stringMatching(TASK)]);
  });

  it('once over names nothing any more, the days after', async () => {
    expect(await openOn('2028-12-01T08:00:00Z')).toEqual([]);
    expect(await openOn('2028-12-02T08:00:00Z')).toEqual([]);
  });
});
