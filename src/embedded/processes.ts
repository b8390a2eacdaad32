import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { OutputLog } from './output-log.js';
import { StartupError } from '../startup/startup-error.js';

const STOP_AFTER_MS = 10_000;
const TAIL_LINES = 15;

export interface ProcessOptions {
  /** How messages call it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** What asks it to end; SIGKILL follows after ten seconds. */
  readonly stopSignal?: NodeJS.Signals;
  /** The rights that its files do not have. */
  readonly umask?: number;
  /** Hears, in French, that what it says cannot be kept; the standard error by default. */
  readonly onTrouble?: (sentence: string) => void;
}

/** A process that was started here, in its own group, and that ends with us. */
export interface SupervisedProcess {
  readonly name: string;
  readonly pid: number;
  /** The last lines it wrote to its error output. */
  tail(): string;
  /** Fails when the process ends although nobody asked; never resolves otherwise. */
  readonly failure: Promise<never>;
  onUnexpectedExit(listener: (error: StartupError) => void): void;
  /** Sends a signal to the process itself. */
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Starts a process; what it writes goes to `logFile`. */
export function supervise(options: ProcessOptions): SupervisedProcess {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const usual = options.umask === undefined ? undefined : process.umask(options.umask);
  const child = spawn(options.command, options.args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: options.env ?? process.env,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  if (usual !== undefined) process.umask(usual);
  return new Supervised(options, child);
}

function toStandardError(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

class Supervised implements SupervisedProcess {
  readonly name: string;
  readonly failure: Promise<never>;
  private readonly lastLines: string[] = [];
  private readonly listeners: ((error: StartupError) => void)[] = [];
  private readonly ended: Promise<void>;
  private stopping = false;
  private over: StartupError | undefined;

  constructor(
    private readonly options: ProcessOptions,
    private readonly child: ChildProcess,
  ) {
    this.name = options.name;
    this.keepOutput();
    // What it had started itself and left behind ends with it, at once: later its number may be that of another's group.
    child.once('exit', () => this.signalGroup('SIGKILL'));
    const { promise, reject } = withRejection();
    this.failure = promise;
    this.ended = this.watchEnd(reject);
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  tail(): string {
    return this.lastLines.join('\n');
  }

  onUnexpectedExit(listener: (error: StartupError) => void): void {
    if (this.over !== undefined) listener(this.over);
    else this.listeners.push(listener);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (!this.isRunning()) return;
    const forced = setTimeout(() => this.signalGroup('SIGKILL'), STOP_AFTER_MS);
    this.child.kill(this.options.stopSignal ?? 'SIGTERM');
    await this.ended;
    clearTimeout(forced);
  }

  private isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  private signalGroup(signal: NodeJS.Signals): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  private keepOutput(): void {
    const log = new OutputLog(this.options.logFile, this.options.onTrouble ?? toStandardError);
    const { stdout, stderr } = this.child;
    for (const output of [stdout, stderr]) output?.on('data', (piece: Buffer) => log.write(piece));
    stderr?.on('data', (chunk: Buffer) => {
      this.lastLines.push(...chunk.toString('utf8').split('\n').filter(Boolean));
      this.lastLines.splice(0, this.lastLines.length - TAIL_LINES);
    });
    this.child.once('close', () => log.close());
  }

  private async watchEnd(reject: (error: StartupError) => void): Promise<void> {
    const how = await Promise.race([
      once(this.child, 'exit').then(([code, signal]) => `code ${String(code ?? signal)}`),
      once(this.child, 'error').then(([error]) => String(error)),
    ]).catch((error: unknown) => String(error));
    if (this.stopping) return;
    const tail = this.tail();
    this.over = new StartupError(
      `${this.name} s'est arrêté (${how}). Journal : ${this.options.logFile}${tail === '' ? '' : `\n${tail}`}`,
    );
    reject(this.over);
    for (const listener of this.listeners) listener(this.over);
  }
}

function withRejection(): { promise: Promise<never>; reject: (error: StartupError) => void } {
  let reject: (error: StartupError) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  // Someone may never wait for it: that is not an unhandled failure, listeners hear of it too.
  promise.catch(() => undefined);
  return { promise, reject };
}
