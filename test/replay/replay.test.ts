import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { codeOf, installRuntime } from '../../src/temporal/worker.js';
import { rig } from '../rig/database.js';
import { freezeHistories, pathsNotFrozen } from './freeze.js';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'histories');
mkdirSync(folder, { recursive: true });
installRuntime();

beforeAll(async () => {
  if (process.env['JALON_FREEZE'] !== undefined) await freezeHistories(folder);
}, 300_000);

const histories = () =>
  readdirSync(folder).map(file => ({ file, history: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown }));

describe('the frozen histories', () => {
  it('cover every path and are replayed by the story of today', async () => {
    const frozen = histories();
    expect(pathsNotFrozen(folder)).toEqual([]);
    for (const { file, history } of frozen)
      await expect(
        Worker.runReplayHistory({ workflowBundle: { codePath: rig().bundlePath } }, history, file),
      ).resolves.toBeUndefined();
  }, 60_000);

  it.each([
    ['gained a step', 'sleeps-first'],
    ['lost its steps', 'declares-nothing'],
    ['takes them in another order', 'declares-twice'],
  ])(
    'refuse a story that %s',
    async (_how, mutated) => {
      const code = await codeOf({ workflowsPath: join(here, 'mutated', `${mutated}.ts`) });
      for (const { file, history } of histories())
        await expect(Worker.runReplayHistory({ workflowBundle: { code } }, history, file)).rejects.toThrow(
          /TMPRL1100|Replay failed/,
        );
    },
    60_000,
  );
});
