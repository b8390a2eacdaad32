import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { projectFile } from '../../src/startup/project-file.js';

it('the simulation speaks by types that are those of the description of the API', () => {
  const check = spawnSync(process.execPath, [projectFile('tools', 'api-types.mjs'), '--check'], { encoding: 'utf8' });
  expect({ status: check.status, stderr: check.stderr }).toEqual({ status: 0, stderr: '' });
});
