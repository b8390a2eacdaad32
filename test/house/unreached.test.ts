import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReminderReads } from '../../src/database/reminder-reads.js';
import { ladderValues, unreachedBefore } from '../../src/database/unreached.js';
import type { AnyExpectation } from '../../src/domain/dossier/expectation.js';
import { EXPECTATIONS } from '../../src/domain/dossier/expectations.js';
import type { DossierState } from '../../src/domain/dossier/state.js';
import { addDays, civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { instant, type Instant } from '../../src/domain/kernel/paris.js';
import { departureDay } from '../../src/domain/obligations/ladders.js';
import { rungDay, rungsOf } from '../../src/domain/reglement/ladder.js';
import { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import { councillors, dispatcherOf, openTasks, reminded } from '../builders/mail-fixtures.js';
import { stepHouse } from '../builders/declare-awaited.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { MailServer } from '../../src/simulation/mail-server.js';

let house: BareHouse;
let pole: string;

beforeAll(async () => {
  house = await bareHouse();
  await councillors(house, 1);
  pole = await reminded(house);
});

afterAll(() => house.close());

const found = async (at: string) =>
  (await new ReminderReads(house.source).discrepancies(instant(at), house.book)).filter(
    ({ kind }) => kind === 'unreached',
  );
const alarmAt = (at: string | null) =>
  house.source.query('UPDATE dossiers SET next_alarm = $2 WHERE id = $1', [pole, at]);

describe('a kind of which no rung rings any more', () => {
  it('is found the morning after, though no alarm is set and nothing was planned', async () => {
    const [{ next_alarm: alarm } = { next_alarm: null }] = await house.source.query<{ next_alarm: Instant | null }[]>(
      'SELECT next_alarm FROM dossiers WHERE id = $1',
      [pole],
    );
    await alarmAt(null);
    expect(await found('2026-04-28T20:00:00Z')).toEqual([]);
    expect(await found('2026-04-29T04:30:00Z')).toContainEqual({ kind: 'unreached', about: 'council-opinion', pole });
    await alarmAt(alarm);
  });

  it('is not, where all rang', async () => {
    await stepHouse(house, civilDate('2026-04-29'));
    expect(await found('2026-04-29T04:30:00Z')).toEqual([]);
  });
});

describe('the days that the control expects', () => {
  interface Leaves {
    readonly rung: string;
    readonly leaves: CivilDate;
  }
  const kinds = Object.entries<AnyExpectation>(EXPECTATIONS).flatMap(([kind, { ladder }]) =>
    ladder === undefined ? [] : [{ kind, ladder }],
  );
  const first = [...new Map(kinds.map(line => [line.ladder, line])).values()];

  it.each(first)('are those on which the rungs of « $ladder » leave, told apart', async ({ kind, ladder }) => {
    const [row] = await house.owner.query<{ id: string; state: DossierState; reglement: string }[]>(
      `SELECT o.id, d.state, d.reglement FROM obligations o JOIN dossiers d ON d.id = o.pole_id
       WHERE o.pole_id = $1 AND o.state = 'open' LIMIT 1`,
      [pole],
    );
    if (!row) throw new Error('Rien n’est dû.');
    const { ladders } = house.book.of(row.reglement).reglement;
    const kept = row.state.obligations[row.id];
    for (let n = 0; n < 24; n++) {
      const due = addDays(civilDate('2025-12-20'), n * 17);
      const datedOn = addDays(due, (n % 5) * 12 - 40);
      const obligations = { [row.id]: { ...kept, rungs: [], due, datedOn } };
      const lines = await house.source.transaction(async manager => {
        await manager.query('UPDATE obligations SET kind = $2, due = $3 WHERE id = $1', [row.id, kind, due]);
        await manager.query('UPDATE dossiers SET state = $2 WHERE id = $1', [pole, { ...row.state, obligations }]);
        return manager.query<Leaves[]>(
          `SELECT rung, leaves FROM (${unreachedBefore('$1::date')}) AS unreached WHERE obligation = '${row.id}'`,
          ['2028-06-01', ...ladderValues(house.book, civilDate('2028-06-01'))],
        );
      });
      expect(lines.map(({ rung, leaves }) => `${rung} ${leaves}`).sort()).toEqual(
        rungsOf(ladders, ladder)
          .map(rung => `${rung.id} ${departureDay(rungDay(due, rung), datedOn, rung)}`)
          .sort(),
      );
    }
  });
});

describe('the task of a kind that went quiet', () => {
  it('stays open until a reminder of that kind leaves', async () => {
    const own = await bareHouse();
    const server = await MailServer.start();
    try {
      await councillors(own, 1);
      await reminded(own);
      await own.owner.query(
        `INSERT INTO tasks (id, kind, about, opened_at, detail) VALUES (gen_random_uuid(), 'reconciliation-quiet',
           'council-opinion', '2026-04-19T06:00:00Z', 'Muet.')`,
      );
      const reconciled = async () => {
        await own.owner.query('DELETE FROM job_runs');
        await new JobsRunner(own.context, own.deposits, id => id).run('reconciliation');
        return (await openTasks(own)).map(({ kind }) => kind);
      };
      expect(await reconciled()).toContain('reconciliation-quiet');
      await dispatcherOf(own, server).dispatch();
      expect(await reconciled()).not.toContain('reconciliation-quiet');
    } finally {
      await server.stop();
      await own.close();
    }
  });
});
