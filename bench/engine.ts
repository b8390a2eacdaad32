import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { readClock } from '../src/clock/clock.js';
import { moveClock } from '../src/record/clock-writes.js';
import { instant } from '../src/domain/kernel/paris.js';
import { dossiersToNudge } from '../src/record/dossiers.js';
import { lazyClient } from '../src/temporal/connection.js';
import { Rehydration } from '../src/temporal/rehydration.js';
import { Stories } from '../src/temporal/stories.js';
import { round } from './figures.js';
import type { Ground } from './ground.js';

const run = promisify(execFile);
const silent = pino({ level: 'silent' });
const ASK_EVERY_MS = 50;

/** Stories of dossiers that have none, started as after the loss of the engine's memory. */
export async function rehydrate(ground: Ground, after: string | undefined) {
  const settings = { address: ground.temporalAddress, namespace: 'default', taskQueue: 'jalon' };
  const client = lazyClient(settings);
  const start = performance.now();
  const rehydration = new Rehydration(ground.source, new Stories(client, settings), silent);
  const { resumed, silent: untold } = await rehydration.run(after, () => undefined);
  const seconds = (performance.now() - start) / 1000;
  await client.connection.close();
  if (untold.length > 0) throw new Error(`${untold.length} récits non repris.`);
  return { told: resumed, seconds: round(seconds), perSecond: round(resumed / seconds) };
}

/** Moves the clock to the alarm that most dossiers share. */
export async function comeToTheCrowd({ source }: Ground): Promise<void> {
  const [row] = await source.query<{ at: string }[]>(
    'SELECT next_alarm AS at FROM dossiers WHERE next_alarm IS NOT NULL GROUP BY next_alarm ORDER BY count(*) DESC LIMIT 1',
  );
  if (row) await moveClock(source.manager, instant(row.at));
}

/** Seconds until no story is behind its journal and no alarm has passed without ringing. */
export async function untilAtRest({ source }: Ground): Promise<number> {
  const start = performance.now();
  for (;;) {
    const { now } = await readClock(source.manager);
    if ((await dossiersToNudge(source.manager, now)).length === 0) return round((performance.now() - start) / 1000);
    await delay(ASK_EVERY_MS);
  }
}

/** Events of the history of a pôle, of all runs of its story, once none of them has a task to do. */
export async function eventsOf({ temporalAddress: address }: Ground, poleId: string): Promise<number> {
  const client = lazyClient({ address, namespace: 'default', taskQueue: 'jalon' });
  try {
    for (;;) {
      const last = await client.workflow.getHandle(`pole/${poleId}`).describe();
      const runs = [];
      for await (const { workflowId, runId } of client.workflow.list({ query: `WorkflowId = 'pole/${poleId}'` }))
        runs.push(await client.workflow.getHandle(workflowId, runId).describe());
      const listed = runs.some(({ runId }) => runId === last.runId);
      if (listed && runs.every(({ raw }) => !raw.pendingWorkflowTask))
        return runs.reduce((events, { historyLength }) => events + (historyLength ?? 0), 0);
      await delay(ASK_EVERY_MS);
    }
  } finally {
    await client.connection.close();
  }
}

/** Resident memory of the worker, in bytes. */
export async function workerMemory(ground: Ground): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(ground.worker().pid)]);
  return Number(stdout.trim()) * 1024;
}
