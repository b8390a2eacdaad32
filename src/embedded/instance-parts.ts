import { join } from 'node:path';
import { projectFile } from '../startup/project-file.js';
import { forgetProcesses, noteProcesses } from './leftovers.js';
import { supervise, type SupervisedProcess } from './processes.js';
import type { StartupError } from '../startup/startup-error.js';

const COMMANDS = projectFile('dist', 'src', 'commands');

interface Part {
  readonly process: SupervisedProcess;
  readonly stop: () => Promise<void>;
}

/** The processes of one instance: noted in its folder, watched, and stopped in the reverse order. */
export class InstanceParts {
  /** Fails when one ends although nobody asked; never resolves. */
  readonly failure: Promise<never>;
  private readonly parts: Part[] = [];
  private fail: (error: StartupError) => void = () => undefined;
  private stopping: Promise<void> | undefined;
  private readonly noted = new Set<number>();
  private noting: Promise<void> = Promise.resolve();

  constructor(
    private readonly home: string,
    private readonly onTrouble: (sentence: string) => void,
  ) {
    this.failure = new Promise<never>((_, reject) => {
      this.fail = reject;
    });
    this.failure.catch(() => undefined);
  }

  /** Takes charge of a process that already runs. */
  async add(process: SupervisedProcess, stop: () => Promise<void>): Promise<void> {
    this.parts.push({ process, stop });
    process.onUnexpectedExit(error => this.fail(error));
    await this.note(process);
  }

  /** Notes a process as soon as it has a number, so that it is found again should we be killed before it is ready. */
  async note({ pid }: SupervisedProcess): Promise<void> {
    this.noted.add(pid);
    const pids = [...this.noted];
    this.noting = this.noting.then(() => noteProcesses(this.home, pids));
    await this.noting;
  }

  /** Starts `commands/<name>.js` in a process of its own. */
  async startCommand(name: string, env: NodeJS.ProcessEnv): Promise<SupervisedProcess> {
    const child = supervise({
      name,
      command: process.execPath,
      args: [join(COMMANDS, `${name}.js`)],
      logFile: join(this.home, 'logs', `${name}.log`),
      env,
      onTrouble: this.onTrouble,
    });
    await this.add(child, () => child.stop());
    return child;
  }

  /** The process of that name, started last. */
  find(name: string): SupervisedProcess | undefined {
    return this.parts.findLast(part => part.process.name === name)?.process;
  }

  /** Stops every process: the API and the worker first, together, then the servers. Once, however often it is called. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    const isServer = (part: Part): boolean => ['PostgreSQL', 'Temporal'].includes(part.process.name);
    const groups = [this.parts.filter(part => !isServer(part)), this.parts.filter(isServer)];
    const failures: unknown[] = [];
    for (const group of groups) {
      const results = await Promise.allSettled(group.map(part => part.stop()));
      failures.push(...results.flatMap(result => (result.status === 'rejected' ? [result.reason as unknown] : [])));
    }
    await forgetProcesses(this.home);
    if (failures.length > 0) throw new AggregateError(failures, "Tout n'a pas pu être arrêté.");
  }
}
