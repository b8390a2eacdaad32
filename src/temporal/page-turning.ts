import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { FulfilledExpectation } from '../domain/dossier/expectations.js';
import { readDossier } from '../record/dossiers.js';
import { openKeys } from '../domain/reminders/openings.js';
import { rehearse } from '../rehearsal/rehearse.js';
import type { Stories } from './stories.js';
import { asks } from './words.js';

const PATIENCE = 30_000;

/** What turning the page of a story changes: what it would open, and what it would await no more. */
export interface PageChange {
  readonly opened: readonly string[];
  readonly withdrawn: readonly string[];
}

/** Deploys a story that the old histories do not replay: each story is told anew, from the facts, by the code at hand. */
export class PageTurning {
  constructor(
    private readonly source: DataSource,
    private readonly client: Client,
    private readonly stories: Pick<Stories, 'nudge'>,
    /** What the story to come awaits on some facts: that of the code at hand. */
    private readonly awaits: (facts: readonly FulfilledExpectation[]) => Promise<readonly string[]> = facts =>
      rehearse(facts),
  ) {}

  /** What the code at hand awaits of a dossier, beside what is open now. Changes nothing. */
  async foresee(poleId: string): Promise<PageChange> {
    const { facts, state } = await readDossier(this.source.manager, poleId);
    const awaited = await this.awaits(facts);
    const open = openKeys(state);
    return {
      opened: awaited.filter(key => !open.includes(key)),
      withdrawn: open.filter(key => !awaited.includes(key)),
    };
  }

  /** Ends the run of a story and has it told anew. A story that is told to its end already is left as it is. */
  async turn(poleId: string): Promise<'turned' | 'over'> {
    const { version, facts } = await readDossier(this.source.manager, poleId);
    const ended = await this.end(poleId);
    if (!ended && (await this.awaits(facts)).length === 0) return 'over';
    await this.stories.nudge(poleId, asks(version), PATIENCE);
    return 'turned';
  }

  /** Whether a run was there to be ended. */
  private async end(poleId: string): Promise<boolean> {
    try {
      await this.client.workflow.getHandle(`pole/${poleId}`).terminate('page tournée');
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'WorkflowNotFoundError') return false;
      throw error;
    }
  }
}

/** Whether a step inserted behind where a dossier stands would pull it back: it opens something and withdraws the rest. */
export function pullsBack({ opened, withdrawn }: PageChange): boolean {
  return opened.length > 0 && withdrawn.length > 0;
}
