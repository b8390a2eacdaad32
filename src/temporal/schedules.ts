import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';
import type * as workflows from '../../workflows/index.js';
import { JOBS } from '../scheduled/jobs.js';
import { calendarOf, whenInFrench } from '../scheduled/occurrence.js';

/** What the identifiers of the schedules of the jobs begin with. */
const OF_A_JOB = 'job/';

/** A job that Temporal starts by itself: when, what happens to a run that is still under way or was missed. */
export interface HouseSchedule {
  readonly id: string;
  readonly label: string;
  readonly when: string;
  readonly spec: ScheduleOptions['spec'];
  readonly catchUp: string;
  readonly workflow: keyof typeof workflows;
  readonly args: readonly string[];
}

/** Everything that the calendar starts in the house. A run never starts while the one before goes on. */
export const SCHEDULES: readonly HouseSchedule[] = [
  {
    ...{ id: 'sweep', label: 'Balayage des récits en retard et des alarmes passées', when: 'chaque minute' },
    ...{ spec: { intervals: [{ every: '1 minute' }] }, catchUp: '1 minute', workflow: 'sweepStories', args: [] },
  },
  {
    ...{ id: 'postman', label: 'Envoi du courrier prévu', when: 'chaque minute' },
    ...{ spec: { intervals: [{ every: '1 minute' }] }, catchUp: '1 minute', workflow: 'postman', args: [] },
  },
  ...JOBS.map(({ name, label, when, catchUp }) => ({
    ...{ id: `${OF_A_JOB}${name}`, label, when: whenInFrench(when), catchUp, workflow: 'scheduledJob' as const },
    args: [name],
    spec: { calendars: [calendarOf(when)], timezone: 'Europe/Paris' },
  })),
];

/** A schedule as Temporal holds it. */
export interface ScheduleStanding extends Pick<HouseSchedule, 'id' | 'label' | 'when' | 'catchUp'> {
  readonly known: boolean;
  readonly paused: boolean;
  readonly next: Date | null;
  readonly last: Date | null;
  /** Runs that were missed for longer than they are made up for. */
  readonly missed: number;
}

/** The schedules of the house in Temporal. */
export class Schedules {
  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
  ) {}

  /**
   * Creates those that lack, brings the others to what the house says now, and deletes the jobs that it has no more. Doing
   * it again changes nothing, nor do two workers that do it at once.
   */
  async ensure(): Promise<void> {
    for (const schedule of SCHEDULES) await this.ensureOne(schedule);
    for await (const { scheduleId } of this.client.schedule.list())
      if (scheduleId.startsWith(OF_A_JOB) && !SCHEDULES.some(({ id }) => id === scheduleId))
        await ifKnown(this.client.schedule.getHandle(scheduleId).delete());
  }

  /** Whether the server knows none of them: it has lost its memory. */
  async areLost(): Promise<boolean> {
    return (await this.read()).every(({ known }) => !known);
  }

  private async ensureOne(schedule: HouseSchedule): Promise<void> {
    const options = this.optionsOf(schedule);
    const update = () =>
      ifKnown(
        this.client.schedule
          .getHandle(schedule.id)
          .update(previous => ({ ...previous, ...options, state: previous.state })),
      );
    if (await update()) return;
    try {
      await this.client.schedule.create({ scheduleId: schedule.id, ...options });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      await update();
    }
  }

  private optionsOf({ id, spec, catchUp, workflow, args }: HouseSchedule) {
    return {
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: catchUp },
      action: {
        type: 'startWorkflow' as const,
        workflowType: workflow,
        taskQueue: this.taskQueue,
        workflowId: id,
        args: [...args],
      },
    };
  }

  /** Where each schedule stands, in the order in which the house names them. */
  async read(): Promise<readonly ScheduleStanding[]> {
    return Promise.all(SCHEDULES.map(schedule => this.standingOf(schedule)));
  }

  private async standingOf({ id, label, when, catchUp }: HouseSchedule): Promise<ScheduleStanding> {
    const named = { id, label, when, catchUp };
    try {
      const { info, state } = await this.client.schedule.getHandle(id).describe();
      return {
        ...named,
        known: true,
        paused: state.paused,
        next: info.nextActionTimes[0] ?? null,
        last: info.recentActions.at(-1)?.takenAt ?? null,
        missed: info.numActionsMissedCatchupWindow,
      };
    } catch (error) {
      if (!(error instanceof ScheduleNotFoundError)) throw error;
      return { ...named, known: false, paused: false, next: null, last: null, missed: 0 };
    }
  }
}

/** Waits for what is done to a schedule; false when Temporal does not know it. */
async function ifKnown(done: Promise<unknown>): Promise<boolean> {
  try {
    await done;
    return true;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}
