import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { scheduledActivities, type ScheduledWork } from '../../activities/scheduled-activities.js';
import type { Activities, StoryActivities } from '../../workflows/story/activities.js';
import { StartupError } from '../startup/startup-error.js';
import { projectFile } from '../startup/project-file.js';
import { buildOfCode, identityOf } from './build.js';
import { cachedBundle } from './bundle-cache.js';
import type { TemporalSettings } from './connection.js';

/** The workflows of the house: compiled beside this file, or bundled beforehand. */
export type Workflows = { readonly workflowsPath: string } | { readonly workflowBundle: WorkflowBundleOption };

/** The compiled workflows, which a worker bundles at its start, or `npm run bundle` beforehand. */
export const COMPILED_WORKFLOWS = projectFile('dist', 'workflows', 'index.js');

/** The bundle made beforehand when its file is named, else the compiled workflows. Refuses a file that is not there. */
export function workflowsFrom(bundle: string | undefined): Workflows {
  if (bundle === undefined) return { workflowsPath: COMPILED_WORKFLOWS };
  if (!existsSync(bundle)) {
    throw new StartupError(`JALON_WORKFLOW_BUNDLE nomme « ${bundle} », qui n'existe pas : « npm run bundle » le fait.`);
  }
  return { workflowBundle: { codePath: resolve(bundle) } };
}

/** The code of the stories: that of a bundle made beforehand, or bundled now; the compiled ones are bundled once. */
export async function codeOf(workflows: Workflows): Promise<string> {
  if ('workflowsPath' in workflows) {
    const { workflowsPath } = workflows;
    const bundle = async () => (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })).code;
    return workflowsPath === COMPILED_WORKFLOWS ? cachedBundle(workflowsPath, bundle) : bundle();
  }
  const { workflowBundle } = workflows;
  return 'codePath' in workflowBundle ? readFile(workflowBundle.codePath, 'utf8') : workflowBundle.code;
}

/** The worker that tells the stories, and its end. */
export interface WorkerHost {
  /** Settles when the worker has stopped; rejects when it broke down. */
  readonly running: Promise<void>;
  stop(): Promise<void>;
}

let installed = false;

/**
 * Installs the runtime of the SDK once, first. It must not catch signals: the house stops its parts in its own order. At
 * an address, it gives the numbers of the worker (`/metrics`, for Prometheus).
 */
export function installRuntime(metricsAddress?: string): void {
  if (installed) return;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN'),
    telemetryOptions: {
      logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} },
      ...(metricsAddress === undefined ? {} : { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
  });
  installed = true;
}

export async function startWorker(
  settings: TemporalSettings,
  stories: StoryActivities,
  work: ScheduledWork,
  workflows: Workflows,
): Promise<WorkerHost> {
  installRuntime();
  const code = await codeOf(workflows);
  const connection = await NativeConnection.connect({ ...settings.security, address: settings.address });
  const stopping = new AbortController();
  const worker = await Worker.create({
    connection,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    activities: { ...stories, ...scheduledActivities(work, stopping.signal) } satisfies Activities,
    workflowBundle: { code },
    identity: identityOf(buildOfCode(code)),
    shutdownGraceTime: '25 seconds',
    shutdownForceTime: '28 seconds',
    maxCachedWorkflows: 2000,
  });
  const running = worker.run().finally(() => connection.close());
  return {
    running,
    stop: async () => {
      stopping.abort();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}
