import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import type { StoryActivities } from '../../activities/story-activities.js';
import type { TemporalSettings } from './connection.js';

/** The workflows of the house: compiled beside this file, or bundled beforehand. */
export type Workflows = Pick<WorkerOptions, 'workflowsPath'> | Pick<WorkerOptions, 'workflowBundle'>;

/** The worker that tells the stories, and its end. */
export interface WorkerHost {
  /** Settles when the worker has stopped; rejects when it broke down. */
  readonly running: Promise<void>;
  stop(): Promise<void>;
}

let installed = false;

/** Installs the runtime of the SDK once, first. It must not catch signals: the house stops its parts in its own order. */
export function installRuntime(): void {
  if (installed) return;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  });
  installed = true;
}

export async function startWorker(
  settings: TemporalSettings,
  activities: StoryActivities & { sweep(): Promise<unknown> },
  workflows: Workflows,
): Promise<WorkerHost> {
  installRuntime();
  const connection = await NativeConnection.connect({ address: settings.address });
  const worker = await Worker.create({
    connection,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    activities,
    ...workflows,
    shutdownGraceTime: '25 seconds',
    shutdownForceTime: '28 seconds',
    maxCachedWorkflows: 2000,
  });
  const running = worker.run().finally(() => connection.close());
  return {
    running,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}
