import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockInstance } from '../../../src/embedded/instance-lock.js';

describe('One instance per folder', () => {
  let home: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'jalon-lock-'));
  });

  const holder = async () => Number((await readFile(join(home, 'lock'), 'utf8')).split(' ')[0]);

  afterEach(async () => {
    await rm(home, { recursive: true, force: true });
  });

  it('a second start says which process runs', async () => {
    const lock = await lockInstance(home);
    await expect(lockInstance(home)).rejects.toThrow(`Jalon tourne déjà dans ce dossier (processus ${process.pid}).`);
    await lock.release();
  });

  it('a folder given back can be taken again', async () => {
    await (await lockInstance(home)).release();
    expect(await readdir(home)).toEqual([]);
    await (await lockInstance(home)).release();
  });

  it('the lock of a dead process is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(join(home, 'lock'), `${pid} 1`);
    await lockInstance(home);
    expect(await holder()).toBe(process.pid);
  });

  it('a living process that merely got the number of the dead one holds nothing', async () => {
    await writeFile(join(home, 'lock'), `${process.pid} 1`);
    const lock = await lockInstance(home);
    await lock.release();
    expect(await readdir(home)).toEqual([]);
  });

  it('of several starts at the same moment one alone gets the folder', async () => {
    const starts = await Promise.allSettled([lockInstance(home), lockInstance(home), lockInstance(home)]);
    expect(starts.filter(start => start.status === 'fulfilled')).toHaveLength(1);
  });
});
