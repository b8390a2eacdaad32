import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readClock } from '../../src/clock/clock.js';
import { moveClock } from '../../src/record/clock-writes.js';
import { unplanned } from '../../src/database/unplanned.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { controlDossiers } from '../../src/record/upkeep/night.js';
import { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { someone } from '../builders/dossier.js';
import { councillors, openTasks, reminded } from '../builders/mail-fixtures.js';
import { declareAwaited, stepHouse } from '../builders/declare-awaited.js';
import type { Named } from '../builders/subjects.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
let pole: string;
let opinion: string;

beforeEach(async () => {
  house = await bareHouse();
  await councillors(house, 1);
  pole = await reminded(house);
  const owed = "SELECT id FROM obligations WHERE kind = 'council-opinion'";
  opinion = (await house.source.query<{ id: string }[]>(owed))[0]?.id ?? '';
});

afterEach(() => house.close());

/** What the control of a night finds. */
const night = async () => controlDossiers(house.source, house.book, (await readClock(house.source.manager)).now);
const faults = async () => (await night()).faults.map(({ kind, about }) => ({ kind, about }));
const unplannedRungs = async () => (await unplanned(house.source.manager, null)).map(({ about }) => about);

async function does(act: string, payload: object, subject: Named = {}): Promise<void> {
  await recordedAct(house, {
    ...{ act, actor: someone('manager'), subject, payload, poleId: pole },
  });
}

describe('the nightly control of a dossier', () => {
  it('finds nothing in one that is well', async () => {
    expect(await faults()).toEqual([]);
  });

  it('finds a rung that never was reached, though every alarm says that all is well', async () => {
    await house.owner.query("UPDATE dossiers SET next_alarm = '2030-01-01T00:00:00Z'");
    const rung = { kind: 'not-rung', about: `${opinion}/jo-3` };
    await moveClock(house.source.manager, instant('2026-04-28T07:00:00Z'));
    expect(await faults()).not.toContainEqual(rung);
    await moveClock(house.source.manager, instant('2026-04-28T07:00:01Z'));
    expect(await faults()).toContainEqual(rung);
  });

  it.each<[what: string, kind: string, change: string]>([
    [
      'a state that is not the fold of the journal',
      'state',
      `state = jsonb_set(state::jsonb, '{initiative,declaredOn}', '"2020-01-01"')::json`,
    ],
    [
      'an échéance that the story awaits and nobody owes',
      'rehearsal',
      `state = (state::jsonb #- ARRAY['obligations', $1])::json`,
    ],
    ['a dossier that cannot be read', 'unchecked', "reglement = 'disparu'"],
  ])('finds %s', async (_what, kind, change) => {
    await house.owner.query(`UPDATE dossiers SET ${change}`, change.includes('$1') ? [opinion] : []);
    expect((await faults()).map(fault => fault.kind)).toContain(kind);
  });

  it('finds a list that does not say what the journal says', async () => {
    await house.owner.query("UPDATE obligations SET due = due + 1 WHERE kind = 'council-opinion'");
    expect(await faults()).toEqual([{ kind: 'projection', about: pole }]);
  });

  it('makes tasks, closed when all is well again, and reports how many; one dossier stops no other', async () => {
    const jobs = new JobsRunner(house.context, house.deposits, id => id);
    const other = pole;
    pole = await reminded(house);
    await house.owner.query("UPDATE dossiers SET reglement = 'disparu' WHERE id = $1", [other]);
    await house.owner.query("UPDATE obligations SET source = 'autre' WHERE pole_id = $1", [pole]);
    expect(await jobs.run('dossiers')).toMatchObject({ dossiers: 2, found: { projection: 1, unchecked: 1 } });
    expect((await openTasks(house)).map(({ kind, about }) => [kind, about])).toEqual([
      ['dossier-projection', pole],
      ['dossier-unchecked', other],
    ]);
    await house.owner.query('UPDATE dossiers SET reglement = (SELECT min(reglement) FROM journal)');
    await house.owner.query(
      "UPDATE obligations o SET source = j.data->>'source' FROM journal j WHERE j.data->>'obligation' = o.id::text AND j.type = 'obligation-opened'",
    );
    await moveClock(house.source.manager, instant('2026-04-21T02:00:00Z'));
    expect(await jobs.run('dossiers')).toMatchObject({ dossiers: 2, found: {} });
    expect(await openTasks(house)).toEqual([]);
  });
});

describe('a rung or a reminder of which nothing tells', () => {
  it('is seen in the round in which it was reached, though the one before told of the same rung', async () => {
    await stepHouse(house, civilDate('2026-05-05'));
    await does('grant-extension', { until: '2026-06-15', reason: 'Congés.' }, { obligation: opinion });
    await declareAwaited(house, pole);
    await stepHouse(house, civilDate('2026-06-16'));
    expect(await unplannedRungs()).toEqual([]);
    await house.owner.query("DELETE FROM notices WHERE obligation_id = $1 AND round = 1 AND rung = 'jo-3'", [opinion]);
    expect(await unplannedRungs()).toEqual([`${opinion}/jo-3`]);
  });

  it('is seen for the second reminder by hand, though the first was sent', async () => {
    for (const day of ['2026-07-01', '2026-07-20']) {
      await stepHouse(house, civilDate(day));
      await does('remind-debtor', {}, { obligation: opinion });
    }
    expect(await unplannedRungs()).toEqual([]);
    await house.owner.query("DELETE FROM notices WHERE obligation_id = $1 AND rung = 'by-hand-2'", [opinion]);
    expect(await unplannedRungs()).toEqual([`${opinion}/by-hand-2`]);
  });
});
