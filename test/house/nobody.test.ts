import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { moveClock } from '../../src/record/clock-writes.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import { councillors, openTasks, reminded } from '../builders/mail-fixtures.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

beforeEach(async () => {
  house = await bareHouse();
  await reminded(house);
  await reminded(house);
});

afterEach(() => house.close());

/** The tasks about the council, once the reconciliation of a morning ran. */
async function foundOn(day: string) {
  await moveClock(house.source.manager, instant(`${day}T04:30:00Z`));
  await new JobsRunner(house.context, house.deposits, id => id).run('reconciliation');
  const tasks = await openTasks(house);
  return tasks
    .filter(({ kind, about }) => kind === 'nobody' && about.startsWith('council'))
    .map(({ detail }) => detail);
}

const TASK =
  'Personne à qui écrire au titre de « Conseil de développement du pays » : des rappels sont retenus. Un contact manque.';

describe('a role that nobody holds, and that is to be written to', () => {
  it('is one task, however many dossiers wait, closed once someone is there', async () => {
    expect(await foundOn('2026-04-21')).toEqual([TASK]);
    expect(await foundOn('2026-04-22')).toEqual([TASK]);
    await councillors(house, 1);
    expect(await foundOn('2026-04-23')).toEqual([]);
  });

  it('still is one when whoever is there is of another pays, or left', async () => {
    await councillors(house, 2);
    await house.owner.query(`UPDATE contacts SET pays = '{99}' WHERE email LIKE 'membre1@%'`);
    await house.owner.query(`UPDATE contacts SET valid_to = '2026-04-20' WHERE email LIKE 'membre2@%'`);
    expect(await foundOn('2026-04-21')).toEqual([TASK]);
  });

  it('is none any more when nothing is owed', async () => {
    expect(await foundOn('2026-04-21')).toEqual([TASK]);
    await house.owner.query("UPDATE obligations SET state = 'withdrawn' WHERE kind = 'council-opinion'");
    expect(await foundOn('2026-04-22')).toEqual([]);
  });
});
