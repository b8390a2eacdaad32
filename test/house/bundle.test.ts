import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { projectFile } from '../../src/startup/project-file.js';
import { COMPILED_WORKFLOWS, installRuntime, workflowsFrom } from '../../src/temporal/worker.js';

describe('The bundle of the workflows', () => {
  it('is made beforehand by its command, and tells every frozen history', async () => {
    await promisify(execFile)(process.execPath, [projectFile('dist', 'src', 'commands', 'bundle-workflows.js')]);
    installRuntime();
    const bundled = workflowsFrom(projectFile('dist', 'workflow-bundle.js'));
    const folder = projectFile('test', 'replay', 'histories');
    for (const file of readdirSync(folder)) {
      const history = JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
      await expect(Worker.runReplayHistory(bundled, history, file)).resolves.toBeUndefined();
    }
  });

  it('is the compiled workflows when no file is named, and refuses a file that is not there', () => {
    expect(workflowsFrom(undefined)).toEqual({ workflowsPath: COMPILED_WORKFLOWS });
    expect(() => workflowsFrom('nulle-part.js')).toThrow("« nulle-part.js », qui n'existe pas");
  });
});
