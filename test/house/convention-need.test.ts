import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readClock } from '../../src/clock/clock.js';
import { PoleListReads } from '../../src/database/pole-list-reads.js';
import { lookAtGrantsMoved } from '../../src/record/grants-moved.js';
import { readEvents } from '../../src/record/journal/journal.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { ACCOUNT, because, belowThreshold, someone } from '../builders/dossier.js';
import { addDays, civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { declareAwaited, stepHouse } from '../builders/declare-awaited.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { POLE } from '../builders/subjects.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
let first: string;
let second: string;

beforeAll(async () => {
  house = await bareHouse();
  first = await carryOut(house, belowThreshold(2_000_000).does('claim-instalment', ACCOUNT));
});

afterAll(() => house.close());

const heldInLists = async () => {
  const { today } = await readClock(house.source.manager);
  const held = await new PoleListReads(house.source).lines(
    { today, perimeter: undefined, held: true },
    { sort: 'name', descending: false },
    10,
  );
  return held.map(({ poleId }) => poleId);
};

const signatures = () =>
  house.source.query<{ state: string }[]>(
    `SELECT kind, debtor_role AS debtor, state FROM obligations
     WHERE pole_id = $1 AND kind LIKE '%-signature' ORDER BY kind`,
    [first],
  );

const notedIn = async (poleId: string) =>
  (await readEvents(house.source.manager, poleId)).flatMap(({ type, role }) =>
    type.startsWith('convention-') ? [`${type} by ${role}`] : [],
  );

async function retracts(poleId: string, type: string): Promise<void> {
  const fact = (await readEvents(house.source.manager, poleId)).find(event => event.type === type);
  const payload = { ...because, event: fact?.id };
  await recordedAct(house, { act: 'retract-fact', payload, poleId, actor: someone('manager'), subject: POLE });
}

describe('a grant made without a convention, whose body is granted more by another dossier', () => {
  it('is held by nothing before', async () => {
    expect(await heldInLists()).toEqual([]);
  });

  it('is held once the other is voted, by a fact of the engine in its own journal', async () => {
    second = await carryOut(house, belowThreshold(500_000));
    expect(await heldInLists()).toEqual([first]);
    expect(await notedIn(first)).toEqual(['convention-became-required by engine']);
  });

  it('is owed by the carrier and by the Région, recalled to them, as any signature is', async () => {
    expect(await signatures()).toEqual([
      { kind: 'carrier-signature', debtor: 'carrier', state: 'open' },
      { kind: 'region-signature', debtor: 'instructor', state: 'open' },
    ]);
    const { manager } = house.source;
    const [row] = await manager.query<{ due: CivilDate }[]>(
      `SELECT due FROM obligations WHERE pole_id = $1 AND kind = 'carrier-signature'`,
      [first],
    );
    await stepHouse(house, addDays(row?.due ?? civilDate('2026-02-02'), 1));
    const rungs = (await readEvents(manager, first)).filter(({ type }) => type === 'rung-reached');
    expect(rungs.length).toBeGreaterThan(0);
  });

  it('is held no more once that vote is retracted', async () => {
    for (const type of ['grant-notified', 'deliberation-transmitted', 'vote-recorded']) await retracts(second, type);
    expect(await heldInLists()).toEqual([]);
    expect((await signatures()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(await notedIn(first)).toEqual([
      ...['convention-became-required by engine', 'convention-no-longer-required by engine'],
    ]);
    for (const pole of [first, second]) await declareAwaited(house, pole);
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });

  it('is looked at by the sweep when nobody did after the act, and not again', async () => {
    const waiting = () => house.source.query<object[]>('SELECT pole_id FROM grants_moved');
    expect(await waiting()).toEqual([]);
    await house.source.query('INSERT INTO grants_moved (pole_id) VALUES ($1)', [first]);
    expect(await lookAtGrantsMoved(house.context)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });
});
