import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ReminderReads } from '../../src/database/reminder-reads.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { MailServer } from '../../src/simulation/mail-server.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { someone } from '../builders/dossier.js';
import { councillors, dispatcherOf, reminded } from '../builders/mail-fixtures.js';
import { declareAwaited, stepHouse } from '../builders/declare-awaited.js';
import type { Named } from '../builders/subjects.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { behindTheTriggers } from '../rig/break.js';

let house: BareHouse;
let server: MailServer;
let pole: string;

/** A council of eight is told on 20 April that its opinion is due on 4 May. */
beforeEach(async () => {
  [house, server] = await Promise.all([bareHouse(), MailServer.start()]);
  await councillors(house, 8);
  pole = await reminded(house);
  await dispatcherOf(house, server).dispatch();
});

afterEach(async () => {
  await server.stop();
  await house.close();
});

const reads = () => new ReminderReads(house.source);
const opinions = async () => (await reads().usefulness()).find(({ kind }) => kind === 'council-opinion');

async function does(act: string, role: 'council' | 'manager', payload: object, subject: Named, date?: string) {
  await recordedAct(house, {
    ...{ act, actor: someone(role), subject, payload, poleId: pole },
    ...(date === undefined ? {} : { date: civilDate(date) }),
  });
  await declareAwaited(house, pole);
}

async function opinionGiven(on: string, recordedOn: string): Promise<void> {
  await stepHouse(house, civilDate(recordedOn));
  await does('give-opinion', 'council', { outcome: 'favourable' }, {}, on);
}

describe('what reminders were good for', () => {
  it('is told column by column, of which the sum is what was planned', async () => {
    const states = ['bounced', 'refused', 'given-up', 'uncertain', 'leaving', 'planned'];
    for (const [rank, state] of states.entries())
      await house.owner.query(
        `UPDATE notices SET state = $1 WHERE id = (SELECT id FROM notices WHERE kind = 'council-opinion' ORDER BY id OFFSET $2 LIMIT 1)`,
        [state, rank],
      );
    const { kind, rung, planned, useful, ...columns } = (await opinions()) as NonNullable<
      Awaited<ReturnType<typeof opinions>>
    >;
    expect({ kind, rung, planned, useful }).toEqual({ kind: 'council-opinion', rung: 'j-15', planned: 8, useful: 0 });
    expect(columns).toEqual({
      ...{ waiting: 2, sent: 2, suppressed: 0, bounced: 1, refused: 1, givenUp: 1, uncertain: 1 },
    });
    for (const { planned: all, kind: _kind, rung: _rung, useful: _useful, ...each } of await reads().usefulness())
      expect(Object.values(each).reduce((sum, count) => sum + count, 0)).toBe(all);
  });

  it.each<[what: string, on: string, recordedOn: string, useful: number]>([
    ['on the day it was sent', '2026-04-20', '2026-04-21', 8],
    ['on the seventh day, though it was recorded later', '2026-04-27', '2026-05-03', 8],
    ['on the eighth day', '2026-04-28', '2026-04-29', 0],
    ['before it was sent', '2026-04-19', '2026-04-21', 0],
  ])('counts what was done %s', async (_what, on, recordedOn, useful) => {
    await opinionGiven(on, recordedOn);
    expect(await opinions()).toMatchObject({ sent: 8, useful });
  });

  it('counts neither what was retracted nor what the silence of the debtor met', async () => {
    await opinionGiven('2026-04-21', '2026-04-22');
    const [fact] = await house.source.query<{ id: string }[]>("SELECT id FROM journal WHERE act = 'give-opinion'");
    await behindTheTriggers(
      house.owner,
      "UPDATE journal SET act = 'silence', role = 'engine' WHERE act = 'give-opinion'",
    );
    expect(await opinions()).toMatchObject({ useful: 0 });
    await behindTheTriggers(
      house.owner,
      "UPDATE journal SET act = 'give-opinion', role = 'council' WHERE act = 'silence'",
    );
    expect(await opinions()).toMatchObject({ useful: 8 });
    await does('retract-fact', 'manager', { reason: 'Erreur.', event: fact?.id }, {});
    expect(await opinions()).toMatchObject({ useful: 0 });
  });
});

describe('a kind of which nothing is planned any more', () => {
  const quiet = async () =>
    (await reads().discrepancies(instant('2026-05-10T08:00:00Z'), house.book))
      .filter(({ kind }) => kind === 'quiet')
      .map(({ about }) => about);
  const before = (day: string) =>
    house.owner.query("UPDATE notices SET planned_for = $1 WHERE kind = 'council-opinion'", [`${day}T06:00:00Z`]);

  it('is told when it was told of before, and something of it fell due since and stays open', async () => {
    await before('2026-02-01');
    expect(await quiet()).toEqual(['council-opinion']);
  });

  it('is not, when one was planned in the last sixty days', async () => {
    await before('2026-03-15');
    expect(await quiet()).toEqual([]);
  });

  it('is not, when nothing of it fell due, or what did was done', async () => {
    await before('2026-02-01');
    await house.owner.query("UPDATE obligations SET due = '2026-06-30' WHERE kind = 'council-opinion'");
    expect(await quiet()).toEqual([]);
    await house.owner.query("UPDATE obligations SET due = '2026-05-04', state = 'done' WHERE kind = 'council-opinion'");
    expect(await quiet()).toEqual([]);
  });

  it('is not, when it never was told of', async () => {
    await before('2026-02-01');
    await house.owner.query("UPDATE notices SET state = 'suppressed', reason = 'suspended'");
    expect(await quiet()).toEqual([]);
  });
});
