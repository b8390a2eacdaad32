import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { dossiersAfter, readDossier } from '../record/dossiers.js';
import { INDEXED_TYPES, SEARCH_ATTRIBUTES } from '../embedded/search-attributes.js';
import type { Stories } from './stories.js';
import { asks } from './words.js';

const PATIENCE = 30_000;
const ABREAST = 8;
/** gRPC's code for what exists already. */
const ALREADY_EXISTS = 6;

export interface Rehydrated {
  readonly resumed: number;
  readonly silent: readonly string[];
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Every dossier up to this one is done: where to go on from, should it be interrupted here. */
  readonly upTo: string | undefined;
}

/** Registers the search attributes of the stories, without which none can be told. Those that are there stay. */
export async function registerSearchAttributes({ connection }: Client, namespace: string): Promise<void> {
  try {
    const types = Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, INDEXED_TYPES[type]] as const);
    const searchAttributes = Object.fromEntries(types);
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

/**
 * Starts again, from the journal, the stories that Temporal has lost, and brings up to date those that it remembers
 * from an older day. A story that stands where its dossier stands is left as it is; no row of the house changes.
 */
export class Rehydration {
  constructor(
    private readonly source: DataSource,
    private readonly stories: Pick<Stories, 'nudge'>,
    private readonly log: Logger,
  ) {}

  /** All dossiers, or those after one; the progress is told after each. */
  async run(after: string | undefined, onProgress: (progress: Progress) => void): Promise<Rehydrated> {
    return this.resume(await dossiersAfter(this.source.manager, after), onProgress, after);
  }

  /** Some dossiers, in an order in which those after one come. */
  async resume(
    ids: readonly string[],
    onProgress: (progress: Progress) => void = () => undefined,
    after?: string,
  ): Promise<Rehydrated> {
    const silent: string[] = [];
    const pending = new Set<number>();
    let next = 0;
    let done = 0;
    const take = async () => {
      for (let rank = next++; rank < ids.length; rank = next++) {
        const id = ids[rank] ?? '';
        pending.add(rank);
        if (!(await this.touch(id))) silent.push(id);
        pending.delete(rank);
        done++;
        onProgress({ done, total: ids.length, upTo: ids[Math.min(next, ...pending) - 1] ?? after });
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, take));
    return { resumed: done - silent.length, silent };
  }

  private async touch(id: string): Promise<boolean> {
    try {
      const { version } = await readDossier(this.source.manager, id);
      await this.stories.nudge(id, asks(version), PATIENCE);
      return true;
    } catch (error) {
      this.log.error({ pole: id, err: error }, 'récit non repris');
      return false;
    }
  }
}
