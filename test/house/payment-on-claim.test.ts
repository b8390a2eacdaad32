import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { controlled, runControls } from '../../src/record/upkeep/controls.js';
import { ACCOUNT, inForce, someone } from '../builders/dossier.js';
import { changedBook } from '../builders/changed-book.js';
import { declareAwaited, stepHouse } from '../builders/declare-awaited.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { behindTheTriggers } from '../rig/break.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
let pole: string;

beforeAll(async () => {
  house = await bareHouse(undefined, changedBook({ paymentClause: { mode: 'on-claim', days: 30 } }));
  pole = await carryOut(house, inForce());
});

afterAll(() => house.close());

interface Owed {
  readonly id: string;
  readonly due: string | null;
  readonly instance: string;
}

async function paymentOwed(): Promise<Owed> {
  const [owed] = await house.source.query<Owed[]>(
    `SELECT id, due, instance FROM obligations WHERE kind = 'statutory-payment' AND state = 'open'`,
  );
  if (!owed) throw new Error('Aucun paiement attendu.');
  return owed;
}

class Undone extends Error {}

/** The controls that name what is owed, once its day is written behind the back of the house. */
async function namedWith(due: string): Promise<readonly string[]> {
  const { id } = await paymentOwed();
  let numbers: readonly string[] = [];
  const changed = house.owner.transaction(async manager => {
    await behindTheTriggers(manager, `UPDATE obligations SET due = ${due} WHERE id = '${id}'`);
    const found = (await controlled(manager, house.book)).filter(({ culprits }) => culprits.includes(id));
    numbers = found.map(({ number }) => number);
    throw new Undone();
  });
  await expect(changed).rejects.toThrow(Undone);
  return numbers;
}

describe('a convention that makes the payment depend on its claim, in thirty days', () => {
  it('is owed without a day until the claim: a day of its own is found by the control of the term', async () => {
    expect((await paymentOwed()).due).toBeNull();
    expect(await runControls(house.source, house.book)).toEqual([]);
    expect(await namedWith(`'2026-04-03'`)).toContain('12.5');
  });

  it('is owed thirty days after the claim, and neither without a day nor sixty days from the notification', async () => {
    await stepHouse(house, civilDate('2026-03-02'));
    const [award = '', year, number] = (await paymentOwed()).instance.split('/');
    await recordedAct(house, {
      ...{ act: 'claim-instalment', payload: ACCOUNT, poleId: pole, actor: someone('carrier') },
      subject: { award, year: Number(year), number: Number(number) },
    });
    await declareAwaited(house, pole);
    expect((await paymentOwed()).due).toBe('2026-04-01');
    expect(await runControls(house.source, house.book)).toEqual([]);
    for (const due of ['NULL', `'2026-04-03'`, `'2026-05-01'`]) expect(await namedWith(due)).toContain('12.5');
  });
});
