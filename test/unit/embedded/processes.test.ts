import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputLog } from '../../../src/embedded/output-log.js';
import { supervise } from '../../../src/embedded/processes.js';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'jalon-processes-'));
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(home, { recursive: true });
});

const shell = (script: string) =>
  supervise({ name: 'essai', command: 'sh', args: ['-c', script], logFile: join(home, 'log') });

const over = (process: ReturnType<typeof shell>) =>
  process.failure.then(
    () => undefined,
    () => undefined,
  );

/** Whether a process runs still; one that is only waiting to be forgotten does not. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

describe('a process that is supervised', () => {
  it('takes with it what it had started and left behind, as soon as it ends', async () => {
    await over(shell(`sleep 60 & echo $! > ${join(home, 'left')}`));
    const childPid = Number(await readFile(join(home, 'left'), 'utf8'));
    for (let tries = 0; isAlive(childPid) && tries < 200; tries++) await new Promise(resolve => setImmediate(resolve));
    expect(isAlive(childPid)).toBe(false);
  });

  it('is sent nothing once it has ended: its number may be that of another by then', async () => {
    const ended = shell('exit 0');
    await over(ended);
    const kill = jest.spyOn(process, 'kill');
    await ended.stop();
    await ended.stop();
    expect(kill).not.toHaveBeenCalled();
  });

  it('goes on and is heard when the disk of its log is full, which is said once', async () => {
    const sentences: string[] = [];
    const options = {
      name: 'essai',
      command: 'sh',
      logFile: '/dev/full',
      onTrouble: (said: string) => sentences.push(said),
    };
    const chatty = supervise({ ...options, args: ['-c', 'yes plein | head -c 300000; echo fini >&2; exit 3'] });
    await expect(chatty.failure).rejects.toThrow('fini');
    expect(sentences).toEqual(['Le journal /dev/full ne peut être écrit : le disque est plein.']);
  });

  it('has its log written again as soon as there is room, with what was lost said', () => {
    const sentences: string[] = [];
    const file = join(home, 'absent', 'log');
    const log = new OutputLog(file, said => sentences.push(said));
    for (let times = 0; times < 3; times++) log.write(Buffer.from('perdu\n'));
    mkdirSync(join(home, 'absent'));
    for (let times = 0; times < 2; times++) log.write(Buffer.from('gardé\n'));
    log.close();
    expect(readFileSync(file, 'utf8')).toBe('gardé\ngardé\n');
    expect(sentences).toEqual([
      `Le journal ${file} ne peut être écrit : ENOENT.`,
      `Le journal ${file} s'écrit de nouveau ; morceaux perdus : 3.`,
    ]);
  });

  it('writes files that are its owner’s alone when that is asked, and changes nothing of ours', async () => {
    const [file, usual] = [join(home, 'memory'), process.umask()];
    await over(supervise({ name: 'essai', command: 'touch', args: [file], logFile: join(home, 'log'), umask: 0o077 }));
    expect([statSync(file).mode & 0o777, process.umask()]).toEqual([0o600, usual]);
  });

  it('is asked to end, and has ended when that is said', async () => {
    const lasting = shell('exec sleep 60');
    await lasting.stop();
    expect(isAlive(lasting.pid)).toBe(false);
  });
});
