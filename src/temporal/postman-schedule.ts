import { ScheduleAlreadyRunning, type Client } from '@temporalio/client';

const ID = 'postman';

/** The schedule by which the postman empties his bag each minute. What was missed needs no catching up: the bag waits. */
export class PostmanSchedule {
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
        action: { type: 'startWorkflow', workflowType: 'postman', taskQueue: this.taskQueue, workflowId: ID },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
