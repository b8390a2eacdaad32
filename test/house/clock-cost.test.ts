import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { dataSource } from '../../src/database/data-source.js';
import { readClock } from '../../src/clock/clock.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { parisMidnight, type Instant } from '../../src/domain/kernel/paris.js';
import { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import { HouseClock } from '../../src/temporal/house-clock.js';
import { Sweep } from '../../src/temporal/sweep.js';
import { statementsOf } from '../builders/counted-statements.js';
import { Walker } from '../builders/walker.js';
import { opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
/** What the clock alone sends to the database: the stories that ring send theirs by another way. */
let own: DataSource;
let clock: HouseClock;

beforeEach(async () => {
  house = await startHouse();
  own = await dataSource(house.env['DATABASE_URL'] ?? '', 2).initialize();
  const sweep = new Sweep(own, house.stories, pino({ level: 'silent' }));
  clock = new HouseClock(own, sweep, new JobsRunner({ ...house.context, source: own }, house.deposits, id => id));
});

afterEach(async () => {
  await own.destroy();
  await house.close();
});

/** The jobs of a day that nothing waits for. */
const JOBS = 5;

const step = (to: string) => statementsOf(own, () => clock.stepTo(parisMidnight(civilDate(to))));
const looks = (sent: Awaited<ReturnType<typeof step>>) => sent.filter(({ sql }) => sql.includes('WITH moved AS'));
const countOthers = (sent: Awaited<ReturnType<typeof step>>) => sent.length - looks(sent).length;

/** The instants at which something was recorded, and the mornings on which a digest was gathered, since an instant. */
async function positionsSince(start: Instant) {
  const [row] = await house.source.query<{ alarms: number; digests: number }[]>(
    `SELECT (SELECT count(DISTINCT recorded_at)::int FROM journal WHERE recorded_at > $1) AS alarms,
       (SELECT count(*)::int FROM job_runs WHERE job IN ('digests', 'weekly-digest') AND ran_at > $1) AS digests`,
    [start],
  );
  if (!row) throw new Error('Rien à compter.');
  return row;
}

describe('a step of the clock', () => {
  it('over days on which nothing happens asks the database no more for half a year than for a day', async () => {
    const day = await step('2026-02-04');
    expect(looks(day)).toHaveLength(2 * JOBS);
    expect(countOthers(day)).toBe(20);
    await house.owner.query('DELETE FROM job_runs');
    const halfAYear = await step('2026-08-04');
    expect([looks(halfAYear).length, countOthers(halfAYear)]).toEqual([looks(day).length, countOthers(day)]);
  });

  it('asks where the house stands once when it comes somewhere and once when all is at rest, and reads no clock', async () => {
    await new Walker(house.client).walk(opening);
    await house.rest();
    const { now } = await readClock(own.manager);
    const sent = await step('2026-06-15');
    const { alarms, digests } = await positionsSince(now);
    expect([alarms > 3, digests > 3]).toEqual([true, true]);
    expect(looks(sent)).toHaveLength(2 * JOBS + 2 * (alarms + digests));
    expect(sent.filter(({ sql }) => sql.endsWith('FROM clock'))).toEqual([]);
    expect(sent.filter(({ sql }) => sql.includes('UPDATE tasks'))).toHaveLength(JOBS - 1);
  });

  it('runs each job for its last day, and the digests on the mornings on which notices wait for them', async () => {
    await new Walker(house.client).walk(opening);
    await step('2026-06-15');
    const days = (job: string) => house.source.query('SELECT day FROM job_runs WHERE job = $1 ORDER BY day', [job]);
    for (const job of ['dossiers', 'reconciliation', 'mandating'])
      expect([job, await days(job)]).toEqual([job, [{ day: '2026-06-14' }]]);
    const gathered = await house.source.query(
      `SELECT DISTINCT CASE pace WHEN 'daily' THEN day ELSE (date_trunc('week', day - 1) + interval '7 days')::date END AS day
       FROM notices, LATERAL (SELECT (planned_for AT TIME ZONE 'Europe/Paris')::date AS day) AS planned
       WHERE pace <> 'instant' AND planned_for < '2026-06-08' ORDER BY 1`,
    );
    const mondays = await days('weekly-digest');
    expect([...(await days('digests')), ...mondays].map(({ day }) => day).sort()).toEqual(
      gathered.map(({ day }: { day: string }) => day),
    );
  });

  it('keeps the sheet of every year that it crosses', async () => {
    await step('2028-02-01');
    const made = await house.source.query("SELECT day FROM job_runs WHERE job = 'campaign' ORDER BY day");
    expect(made).toEqual([{ day: '2027-01-04' }, { day: '2028-01-04' }]);
  });
});
