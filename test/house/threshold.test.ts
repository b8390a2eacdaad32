import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { controlled, runControls } from '../../src/record/upkeep/controls.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { readDossier } from '../../src/record/dossiers.js';
import { readGrantsThatCount } from '../../src/record/grants-elsewhere.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { ACCOUNT, belowThreshold, type DossierBuilder, someone } from '../builders/dossier.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { declareAwaited } from '../builders/declare-awaited.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { behindTheTriggers } from '../rig/break.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

/** The advance of the first year of a grant without convention, liquidated: an order may follow. */
function liquidated(yearly: number): DossierBuilder {
  const amount = { amount: cents((yearly * 7) / 10) };
  return belowThreshold(yearly)
    .does('claim-instalment', ACCOUNT)
    .does('prepare-liquidation', amount)
    .does('validate-liquidation');
}

const AN_ORDER = `
  INSERT INTO journal SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'type', 'payment-ordered',
    'sequence', (SELECT sequence + 1 FROM dossiers d WHERE d.id = j.pole_id),
    'data', j.data || '{"order": "M-1", "exercise": 2027, "payment": 1}'::jsonb))).*
  FROM journal j WHERE type = 'liquidation-validated' AND pole_id =`;

class Undone extends Error {}

let house: BareHouse;
let first: string;
let second: string;

beforeAll(async () => {
  house = await bareHouse();
  first = await carryOut(house, liquidated(2_000_000));
});

afterAll(() => house.close());

describe('two pôles carried by one body, each below the threshold for a year and above it together', () => {
  const firstAward = async () => Object.keys((await readDossier(house.source.manager, first)).state.awards)[0] ?? '';
  const orders = async () =>
    recordedAct(house, {
      ...{ act: 'record-payment-order', payload: { order: 'M-1' }, poleId: first, actor: someone('finance') },
      subject: { kind: 'instalment', award: await firstAward(), year: 1, number: 1 },
    });

  it('the second vote, made blind to the first, is no more: it calls for a convention', async () => {
    second = await carryOut(house, belowThreshold(500_000));
    await declareAwaited(house, first);
    const { state } = await readDossier(house.source.manager, second);
    expect(Object.values(state.awards).map(({ vote }) => vote?.conventionRequired)).toEqual([true]);
  });

  it('the first is not ordered any more, and is told why beside what lifts it', async () => {
    await expect(orders()).rejects.toMatchObject({
      refusals: [{ code: 'convention-required-since', liftedBy: 'sign-convention', absolute: true }],
    });
    const { state } = await readDossier(house.source.manager, first);
    expect((await readGrantsThatCount(house.source.manager, state)).map(({ amount }) => amount)).toEqual(
      Array<number>(3).fill(500_000),
    );
  });

  it('the database refuses the order that nobody decided, and the control names it once it is made', async () => {
    const order = `${AN_ORDER} '${first}'`;
    for (const who of [house.source, house.owner]) await expect(who.query(order)).rejects.toThrow(/no convention/);
    expect(await runControls(house.source, house.book)).toEqual([]);
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
    const all = house.owner.transaction(async manager => {
      await behindTheTriggers(manager, order);
      const breaches = (await controlled(manager, house.book)).filter(({ culprits }) => culprits.length > 0);
      expect(breaches.map(({ number }) => number)).toContain('1.4');
      throw new Undone();
    });
    await expect(all).rejects.toThrow(Undone);
  });
});
