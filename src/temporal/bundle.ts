import { writeFile } from 'node:fs/promises';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { COMPILED_WORKFLOWS } from './worker.js';

/** Bundles the compiled workflows in one file. Returns its length in characters. */
export async function bundleWorkflows(file: string): Promise<number> {
  const { code } = await bundleWorkflowCode({ workflowsPath: COMPILED_WORKFLOWS, logger: new DefaultLogger('WARN') });
  await writeFile(file, code);
  return code.length;
}
