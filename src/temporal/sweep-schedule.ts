import { ScheduleAlreadyRunning, type Client } from '@temporalio/client';

const ID = 'sweep';

/** The schedule by which the house looks, each minute, for stories that are behind or alarms that passed. */
export class SweepSchedule {
  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
  ) {}

  /** Creates it once. Finding it there is well. */
  async ensure(): Promise<void> {
    try {
      await this.client.schedule.create({
        scheduleId: ID,
        spec: { intervals: [{ every: '1 minute' }] },
        policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
        action: { type: 'startWorkflow', workflowType: 'sweepStories', taskQueue: this.taskQueue, workflowId: ID },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
