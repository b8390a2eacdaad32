import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buildOfFiles } from '../rehearsal/stages.js';

const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string };

/** Where a bundle may not be written, as in an image that is read only, it is made at each start. */
const NOT_WRITABLE = ['EROFS', 'EACCES', 'EPERM'];

const codeOf = (error: unknown) => (error as { readonly code?: string }).code ?? '';

/** The bundle of some compiled workflows, made beside them the first time for these files and this SDK, and then read. */
export async function cachedBundle(workflowsPath: string, bundle: () => Promise<string>): Promise<string> {
  const file = `${workflowsPath}.${buildOfFiles(workflowsPath)}-${version}.bundle`;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const code = await bundle();
  try {
    await writeFile(`${file}.${process.pid}`, code);
    await rename(`${file}.${process.pid}`, file);
  } catch (error) {
    if (!NOT_WRITABLE.includes(codeOf(error))) throw error;
  }
  return code;
}
