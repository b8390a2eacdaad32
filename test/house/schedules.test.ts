import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScheduleNotFoundError } from '@temporalio/client';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { SCHEDULES, Schedules } from '../../src/temporal/schedules.js';
import { runningFrom } from '../builders/clocks.js';
import { digestsOf, weeklyReader } from '../builders/digests.js';
import { Walker } from '../builders/walker.js';
import { opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let schedules: Schedules;

beforeAll(async () => {
  house = await startHouse();
  schedules = new Schedules(house.temporal, house.settings.taskQueue);
  await schedules.ensure();
  await schedules.ensure();
});

afterAll(async () => {
  for (const { id } of SCHEDULES) await house.temporal.schedule.getHandle(id).delete();
  await house.close();
});

async function listed(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { scheduleId } of house.temporal.schedule.list()) ids.push(scheduleId);
  return ids;
}

/** Lets Temporal start a job at once, until it has ended. */
async function runNow(id: string): Promise<void> {
  await house.temporal.schedule.getHandle(id).trigger();
  for (;;) {
    const started = (await described(id)).info.recentActions.at(-1)?.action;
    if (started) return house.temporal.workflow.getHandle(started.workflow.workflowId).result();
  }
}

const described = (id: string) => house.temporal.schedule.getHandle(id).describe();

describe('what the calendar starts', () => {
  it.each(SCHEDULES.map(({ id }) => id))('%s is created once, and never runs beside itself', async id => {
    const { policies } = await described(id);
    expect(policies.overlap).toBe('SKIP');
    expect(policies.catchupWindow).toBeGreaterThanOrEqual(60_000);
  });

  it('runs the jobs in the time of Paris', async () => {
    const { spec, info } = await described('job/reconciliation');
    expect(spec.timezone).toBe('Europe/Paris');
    const hours = info.nextActionTimes.map(at =>
      at.toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }),
    );
    expect(new Set(hours)).toEqual(new Set(['06:30']));
  });

  it('is brought to what the house says, and stays paused when an operator paused it', async () => {
    const handle = house.temporal.schedule.getHandle('job/dossiers');
    await handle.pause('essai');
    await handle.update(previous => ({ ...previous, spec: { intervals: [{ every: '3 hours' }] } }));
    await schedules.ensure();
    const { spec, state } = await described('job/dossiers');
    expect(spec.calendars?.[0]?.hour?.[0]).toMatchObject({ start: 3 });
    expect(spec.intervals ?? []).toEqual([]);
    expect(state.paused).toBe(true);
  });

  it('shows where each stands, and which one Temporal does not know', async () => {
    await house.temporal.schedule.getHandle('job/campaign').delete();
    const standing = await schedules.read();
    expect(standing.filter(({ known }) => !known).map(({ id }) => id)).toEqual(['job/campaign']);
    await schedules.ensure();
    expect((await schedules.read()).every(({ known, missed }) => known && missed === 0)).toBe(true);
  });

  it('is created once by two workers that boot together', async () => {
    for (const { id } of SCHEDULES) await house.temporal.schedule.getHandle(id).delete();
    await Promise.all([schedules.ensure(), new Schedules(house.temporal, house.settings.taskQueue).ensure()]);
    expect((await schedules.read()).every(({ known }) => known)).toBe(true);
  });

  it('is stopped at the next boot when the house has no such job any more', async () => {
    const scheduleId = 'job/of-another-time';
    const { spec, action } = await described('job/dossiers');
    await house.temporal.schedule.create({ scheduleId, spec, action: { ...action, workflowId: scheduleId } });
    while (!(await listed()).includes(scheduleId));
    await schedules.ensure();
    await expect(described(scheduleId)).rejects.toThrow(ScheduleNotFoundError);
    expect((await schedules.read()).every(({ known }) => known)).toBe(true);
  });

  it('does nothing where the clock steps: its steps run the jobs', async () => {
    await runNow('job/reconciliation');
    expect(await house.source.query("SELECT FROM job_runs WHERE job = 'reconciliation'")).toEqual([]);
  });

  it('makes up on Tuesday morning, where the clock runs, for the digest of a Monday that was missed', async () => {
    await weeklyReader(house, 'conseil-brest');
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-05-09'));
    await runningFrom(house, '2026-05-12T00:00:00Z');
    await runNow('job/weekly-digest');
    await runNow('job/digests');
    expect(await house.source.query("SELECT job, day FROM job_runs WHERE ran_at > '2026-05-11' ORDER BY job")).toEqual([
      { job: 'digests', day: '2026-05-11' },
      { job: 'weekly-digest', day: '2026-05-11' },
    ]);
    const lastDigest = async () => (await digestsOf(house, 'conseil-brest@demonstration.example')).at(-1);
    expect(await lastDigest()).toMatchObject({ rungs: ['jo-3'] });
    await runningFrom(house, '2026-05-12T06:46:00Z');
    await house.jobs.runByTheCalendar('digests');
    expect(await lastDigest()).toMatchObject({ rungs: ['j+1'] });
  });
});
