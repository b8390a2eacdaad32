import { readClock } from '../../src/clock/clock.js';
import { soon } from '../../src/faults/soon.js';
import { dossiersToNudge } from '../../src/record/dossiers.js';
import type { TestHouse } from '../rig/house.js';

/** A story that has not heard by then never will. */
const NEVER_MS = 240_000;

/** Settles once every story has heard of all that was recorded and of every alarm, however slow the machine. */
export async function untilHeard({ source }: Pick<TestHouse, 'source'>): Promise<void> {
  const heard = async () => {
    const { now } = await readClock(source.manager);
    return (await dossiersToNudge(source.manager, now)).length === 0;
  };
  await soon('des récits qui ont tout entendu', heard, NEVER_MS);
}
