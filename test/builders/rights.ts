import type { EntityManager } from 'typeorm';
import { readClock } from '../../src/clock/clock.js';
import { uuid7 } from '../../src/clock/uuid7.js';
import type { Right } from '../../src/domain/settings/events.js';
import type { Mandate } from '../../src/record/people/mandates.js';
import { appendSettings, HOUSE, type NewSetting } from '../../src/record/settings/stream.js';

/** Makes an account hold these roles and no other, as the house sets rights: through their stream. */
export async function holdsOnly(
  manager: EntityManager,
  account: string,
  mandates: readonly Omit<Mandate, 'account'>[],
): Promise<void> {
  const held = await manager.query<Pick<Right, 'id' | 'role' | 'bodies' | 'pays'>[]>(
    'SELECT id, role, bodies, pays FROM mandates WHERE account = $1',
    [account],
  );
  const same = (right: Omit<Mandate, 'account'>, other: Omit<Mandate, 'account'>) =>
    [right.role, right.bodies, right.pays].join('|') === [other.role, other.bodies, other.pays].join('|');
  const given = mandates.filter(mandate => !held.some(right => same(right, mandate)));
  const ended = held.filter(right => !mandates.some(mandate => same(right, mandate)));
  const { today: from } = await readClock(manager);
  const settings: readonly NewSetting[] = [
    ...given.map((mandate): NewSetting => ({
      type: 'right-given',
      data: { right: uuid7(), account, ...mandate, from },
    })),
    ...ended.map(({ id: right, role }): NewSetting => ({ type: 'right-ended', data: { right, account, role } })),
  ];
  await appendSettings(manager, settings, HOUSE);
}
