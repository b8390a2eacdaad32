import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type Client,
  type SignalDefinition,
  type UpdateDefinition,
} from '@temporalio/client';
import type { News } from '../domain/dossier/news.js';
import type { Instant } from '../domain/kernel/paris.js';
import type * as workflows from '../../workflows/index.js';
import type { Turn } from '../../workflows/pole-workflow.js';
import type { TemporalSettings } from './connection.js';
import { isNotHeard, isToBeSaidAgain } from './update-errors.js';

type PoleStory = typeof workflows.poleStory;

/** The type of the workflow that tells the story of a pôle. */
export const POLE_STORY = 'poleStory' satisfies keyof typeof workflows;

const NUDGE = { name: 'nudge' } as UpdateDefinition<Turn, [News]>;
const RING = { name: 'ring' } as UpdateDefinition<Turn, [Instant]>;
const TOLD = { name: 'told' } as SignalDefinition<[News]>;
const TURNS_OF_PAGE = 20;

/** The stories as the house speaks to them: every word starts a story that was lost, so that it heals at once. */
export class Stories {
  constructor(
    private readonly client: Client,
    private readonly settings: TemporalSettings,
  ) {}

  /**
   * Tells a story what was just recorded, and does not wait for it. Throws when the server does not take the word within
   * the time given.
   */
  async tell(poleId: string, news: News, milliseconds: number): Promise<void> {
    await this.client.withDeadline(deadline(milliseconds), () =>
      this.client.workflow.signalWithStart<PoleStory, [News]>(POLE_STORY, {
        ...this.startOf(poleId),
        signal: TOLD,
        signalArgs: [news],
      }),
    );
  }

  /** Tells a story what was just recorded, and waits until it is at rest. Throws when the server does not answer within the time given. */
  async nudge(poleId: string, news: News, milliseconds: number): Promise<Turn> {
    return this.say(poleId, NUDGE, news, milliseconds);
  }

  /** Rings a story at an instant of the house's clock. */
  async ring(poleId: string, at: Instant, milliseconds: number): Promise<Turn> {
    return this.say(poleId, RING, at, milliseconds);
  }

  private async say<Word>(
    poleId: string,
    update: UpdateDefinition<Turn, [Word]>,
    word: Word,
    milliseconds: number,
  ): Promise<Turn> {
    return this.client.withDeadline(deadline(milliseconds), async () => {
      for (let page = 1; ; page++) {
        const turn = await this.once(poleId, update, word);
        if (turn !== undefined && turn.outcome === 'told') return turn;
        if (page === TURNS_OF_PAGE) throw new Error(`Le récit de ${poleId} tourne sa page sans fin.`);
      }
    });
  }

  private async once<Word>(
    poleId: string,
    update: UpdateDefinition<Turn, [Word]>,
    word: Word,
  ): Promise<Turn | undefined> {
    const startWorkflowOperation = new WithStartWorkflowOperation<PoleStory>(POLE_STORY, this.startOf(poleId));
    try {
      return await this.client.workflow.executeUpdateWithStart(update, { startWorkflowOperation, args: [word] });
    } catch (error) {
      if (isNotHeard(error)) await this.end(poleId);
      else if (!isToBeSaidAgain(error)) throw error;
      return undefined;
    }
  }

  /** Ends the run of a story that cannot hear: the next word starts another, which stands where the dossier stands. */
  private async end(poleId: string): Promise<void> {
    try {
      await this.client.workflow.getHandle(`pole/${poleId}`).terminate('récit sourd');
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  private startOf(poleId: string) {
    return {
      workflowId: `pole/${poleId}`,
      taskQueue: this.settings.taskQueue,
      args: [poleId] as [string],
      workflowIdConflictPolicy: 'USE_EXISTING' as const,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
      staticSummary: "Vie d'un pôle de développement de l'ESS",
    };
  }
}

function deadline(milliseconds: number): number {
  return performance.timeOrigin + performance.now() + milliseconds;
}
