import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { storiesAwaited } from '../record/story-rows.js';
import { registerSearchAttributes, type Rehydration } from './rehydration.js';
import type { Schedules } from './schedules.js';
import { POLE_STORY } from './stories.js';

const PATIENCE = 4000;
/** How many of those that seem lost are asked after one by one: the list of the engine may be a moment late. */
const ASKED_AFTER = 20;
const RUNNING = `WorkflowType = '${POLE_STORY}' AND ExecutionStatus = 'Running'`;

/** Whether the engine remembers the stories of the house. */
export class StoryMemory {
  constructor(
    private readonly source: DataSource,
    private readonly client: Client,
  ) {}

  /**
   * The dossiers that await something, whose story had heard all, and of which the engine tells no story any more. Throws
   * when the engine does not answer. A dossier whose story is behind is the sweep's, which starts it again.
   */
  async lost(): Promise<readonly string[]> {
    const deadline = performance.timeOrigin + performance.now() + PATIENCE;
    return this.client.withDeadline(deadline, async () => {
      const running = new Set<string>();
      for await (const { workflowId } of this.client.workflow.list({ query: RUNNING })) running.add(workflowId);
      const seemLost = (await storiesAwaited(this.source.manager)).filter(id => !running.has(`pole/${id}`));
      const asked = await Promise.all(
        seemLost.slice(0, ASKED_AFTER).map(async id => ((await this.isTold(id)) ? [] : [id])),
      );
      return [...asked.flat(), ...seemLost.slice(ASKED_AFTER)];
    });
  }

  private async isTold(poleId: string): Promise<boolean> {
    try {
      const { status } = await this.client.workflow.getHandle(`pole/${poleId}`).describe();
      return status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof Error && error.name === 'WorkflowNotFoundError') return false;
      throw error;
    }
  }
}

/** Gives the engine back what it has lost: the stories, and the schedules without which nothing starts by itself. */
export class MemoryKeeper {
  private isBusy = false;

  constructor(
    private readonly memory: StoryMemory,
    private readonly rehydration: Rehydration,
    private readonly schedules: Schedules,
    private readonly client: Client,
    private readonly namespace: string,
    private readonly log: Logger,
  ) {}

  /** Looks, and heals if anything is lost. An engine that does not answer is asked again next time. */
  async look(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const lost = await this.memory.lost();
      if (lost.length > 0 || (await this.schedules.areLost())) await this.heal(lost);
    } catch (error) {
      this.log.warn({ err: error }, 'la mémoire du moteur ne peut être vérifiée');
    } finally {
      this.isBusy = false;
    }
  }

  private async heal(lost: readonly string[]): Promise<void> {
    this.log.error({ lost: lost.length }, 'le moteur a perdu sa mémoire : les récits et les horaires lui sont rendus');
    await registerSearchAttributes(this.client, this.namespace);
    await this.schedules.ensure();
    const { resumed, silent } = await this.rehydration.resume(lost);
    this.log.warn({ resumed, silent }, 'mémoire du moteur rendue');
  }
}
