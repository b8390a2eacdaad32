import { writeFile } from 'node:fs/promises';
import { codeOf, COMPILED_WORKFLOWS } from './worker.js';

/** Bundles the compiled workflows in one file. Returns its length in characters. */
export async function bundleWorkflows(file: string): Promise<number> {
  const code = await codeOf({ workflowsPath: COMPILED_WORKFLOWS });
  await writeFile(file, code);
  return code.length;
}
