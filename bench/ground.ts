import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { dataSource } from '../src/database/data-source.js';
import { startInstance, type RunningInstance } from '../src/embedded/instance.js';
import { freePorts } from '../src/embedded/ports.js';
import type { SupervisedProcess } from '../src/embedded/processes.js';
import { upgradeHouse } from '../src/record/upkeep/upgrade.js';

/** The house that is measured: its own real servers, as durable as those of a house that is kept. */
export interface Ground {
  readonly url: string;
  readonly issuer: string;
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly temporalAddress: string;
  readonly source: DataSource;
  /** The worker that runs now. */
  worker(): SupervisedProcess;
  /** Stops the API and the worker, does something, and starts both again without waiting. */
  restarted(meanwhile: () => Promise<unknown>): Promise<void>;
  leave(): Promise<void>;
}

export async function startGround(
  say: (line: string) => void,
  settings: Readonly<Record<string, string>> = {},
): Promise<Ground> {
  const home = await mkdtemp(join(tmpdir(), 'jalon-bench-'));
  const [port = 0, oidcPort = 0] = await freePorts(2);
  const instance = await startInstance({
    home,
    upgrade: upgradeHouse,
    port,
    oidcPort,
    clock: 'stepping',
    env: { ...process.env, ...settings },
    onProgress: say,
  });
  const source = await dataSource(instance.appUrl, 12).initialize();
  return {
    url: instance.url,
    issuer: `http://127.0.0.1:${oidcPort}`,
    databaseUrl: instance.appUrl,
    ownerUrl: instance.ownerUrl,
    temporalAddress: instance.temporalAddress,
    source,
    worker: () => part(instance, 'worker'),
    restarted: async meanwhile => {
      await Promise.all([part(instance, 'api').stop(), part(instance, 'worker').stop()]);
      await meanwhile();
      await Promise.all(['api', 'worker'].map(name => instance.parts.startCommand(name, instance.env)));
    },
    leave: async () => {
      await source.destroy();
      await instance.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

function part(instance: RunningInstance, name: string): SupervisedProcess {
  const found = instance.parts.find(name);
  if (!found) throw new Error(`Partie absente : ${name}`);
  return found;
}
