import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { POLE_STORY } from './stories.js';
import { installRuntime } from './worker.js';

/** How an open history took to the stories at hand. */
export interface Replayed {
  readonly workflowId: string;
  readonly runId: string;
  /** The first line of why it does not replay; null when it does. */
  readonly fault: string | null;
}

/** Replays the open histories of a running cluster against the code at hand. Changes nothing there. */
export async function* replayOpen(client: Client, code: string): AsyncGenerator<Replayed> {
  installRuntime();
  const open = client.workflow.list({ query: `WorkflowType = '${POLE_STORY}' AND ExecutionStatus = 'Running'` });
  for await (const { workflowId, runId } of open) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    yield { workflowId, runId, fault: await faultOf(code, history, workflowId) };
  }
}

async function faultOf(code: string, history: object, workflowId: string): Promise<string | null> {
  try {
    await Worker.runReplayHistory({ workflowBundle: { code } }, history, workflowId);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  }
}
