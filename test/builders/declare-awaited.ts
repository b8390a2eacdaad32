import { readClock, type Reading } from '../../src/clock/clock.js';
import { moveClock } from '../../src/record/clock-writes.js';
import type { CivilDate } from '../../src/domain/kernel/civil-date.js';
import { instant, parisMidnight } from '../../src/domain/kernel/paris.js';
import { readDossier } from '../../src/record/dossiers.js';
import { openKeys } from '../../src/domain/reminders/openings.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { BareHouse } from '../rig/bare-house.js';

/** Declares what the story of a dossier awaits, as the story would: the last transaction has said it all. */
export async function declareAwaited({ source, record }: BareHouse, poleId: string): Promise<void> {
  const { facts, version, state } = await readDossier(source.manager, poleId);
  const awaited = await rehearse(facts);
  if (openKeys(state).join() !== awaited.join())
    throw new Error(`${poleId} : ouvert [${openKeys(state).join(', ')}], attendu [${awaited.join(', ')}]`);
  const { declared } = await record.declareExpectations(poleId, awaited, version);
  if (!declared) throw new Error(`Déclaration refusée : ${poleId}`);
}

/** Lets days go by up to a day, each alarm ringing at its instant. A day that is past changes nothing. */
export async function stepHouse(house: BareHouse, day: CivilDate): Promise<Reading> {
  const { manager } = house.source;
  const target = parisMidnight(day);
  for (;;) {
    const [next] = await manager.query<{ id: string; at: string }[]>(
      'SELECT id, least(next_alarm, next_point) AS at FROM dossiers WHERE least(next_alarm, next_point) <= $1 ORDER BY 2, 1 LIMIT 1',
      [target],
    );
    if (!next) break;
    await moveClock(manager, instant(next.at));
    await house.record.ringAlarm(next.id, instant(next.at));
    await declareAwaited(house, next.id);
  }
  await moveClock(manager, target);
  return readClock(manager);
}
