import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { instant } from '../../src/domain/kernel/paris.js';
import { readDossier } from '../../src/record/dossiers.js';
import { openKeys } from '../../src/domain/reminders/openings.js';
import { registerMandates } from '../../src/record/people/mandates.js';
import { recordAct } from '../../src/record/record-act.js';
import { declared } from '../builders/dossier.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { statementsOf } from '../builders/counted-statements.js';
import { POLE } from '../builders/subjects.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

const ACCOUNT = 'conseil-brest';

let house: BareHouse;
let pole: string;

beforeEach(async () => {
  house = await bareHouse();
  pole = await carryOut(house, declared());
  await registerMandates(house.source.manager, [{ account: ACCOUNT, role: 'council', bodies: [], pays: ['02'] }]);
});

afterEach(() => house.close());

const opinion = (key: string = randomUUID()) =>
  recordAct(house.context, {
    ...{ act: 'give-opinion', account: ACCOUNT, dossier: { pole }, subject: POLE, key },
    payload: { outcome: 'favourable' },
  });

/** The beginnings of what is sent to the database while some work is done. */
const asked = async (work: () => Promise<unknown>) =>
  (await statementsOf(house.source, work)).map(({ sql }) => sql.trim().split(/\s+/).slice(0, 2).join(' '));

describe('the database is asked', () => {
  it('five times for an act: the dossier, who asks, what the act leaves, between the bounds of its transaction', async () => {
    expect(await asked(() => opinion())).toEqual([
      'START TRANSACTION',
      'SELECT id,',
      'SELECT mode,',
      'WITH w0',
      'COMMIT',
    ]);
  });

  it('no more for the same act sent again, and nothing is written', async () => {
    const key = randomUUID();
    await opinion(key);
    expect(await asked(() => opinion(key))).toEqual(['START TRANSACTION', 'SELECT id,', 'SELECT mode,', 'COMMIT']);
  });

  it('once by a story that confirms what its dossier awaits, whether it was noted or not', async () => {
    await opinion();
    const { state, version } = await readDossier(house.source.manager, pole);
    const confirm = () => house.record.declareExpectations(pole, openKeys(state), version);
    for (let time = 1; time <= 2; time++) expect(await asked(confirm)).toEqual(['WITH house']);
  });

  it('in one transaction by an alarm: what rings, what it leaves, and where the dossier rests', async () => {
    const ring = () => house.record.ringAlarm(pole, instant('2026-04-20T06:00:00Z'));
    const sent = await asked(ring);
    expect(sent.filter(statement => statement === 'START TRANSACTION' || statement === 'COMMIT')).toHaveLength(2);
    expect(sent.filter(statement => statement === 'WITH w0')).toHaveLength(1);
    const { state } = await readDossier(house.source.manager, pole);
    expect(await ring()).toMatchObject({ facts: [], rest: { awaited: openKeys(state) } });
  });
});
