import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { dataSource } from '../../src/database/data-source.js';
import { FaultHouse } from '../../src/faults/fault-house.js';
import { soon } from '../../src/faults/soon.js';
import { standing } from '../../src/faults/standing.js';
import { projectFile } from '../../src/startup/project-file.js';
import { RuleBook } from '../../src/reglement/load.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { instant, parisDate } from '../../src/domain/kernel/paris.js';
import { Chance } from '../../src/simulation/chance.js';
import { drawPersona } from '../../src/simulation/persona.js';
import { controlHouse, storiesCompleted } from '../../src/simulation/controls.js';
import { ScenarioRunner } from '../../src/simulation/scenario-runner.js';
import { Stats } from '../../src/simulation/stats.js';
import { lazyClient } from '../../src/temporal/connection.js';
import { Schedules, SCHEDULES } from '../../src/temporal/schedules.js';
import { inForm } from '../builders/form.js';
import { untilHeard } from '../builders/until-heard.js';
import { rig } from '../rig/database.js';

const POLES = inForm(3, 12);
/** What has not come by then never will. */
const NEVER_MS = 240_000;
const ranks = Array.from({ length: POLES }, (_, rank) => rank + 1);
const stats = new Stats();

let house: FaultHouse;
let source: DataSource;
let runner: ScenarioRunner;

beforeAll(async () => {
  house = await FaultHouse.start(rig().bundlePath);
  source = await dataSource(house.databaseUrl, 4).initialize();
  const chance = new Chance(22);
  const personas = new Map(ranks.map(rank => [rank, drawPersona(rank, 1, chance)]));
  runner = new ScenarioRunner(house.client, personas, chance, stats);
  await runner.run(60, 200, () => undefined);
});

afterAll(async () => {
  await source.destroy();
  await house.close();
});

/** The engine stops, every story told; something is done to its memory, and it starts again. */
async function engineStopped(meanwhile: () => Promise<unknown>): Promise<void> {
  await untilHeard({ source });
  await house.killEngine();
  await meanwhile();
  await house.startEngine();
}

async function rehydrate(...args: string[]) {
  const command = spawn(process.execPath, [projectFile('dist', 'src', 'commands', 'rehydrate.js'), ...args], {
    env: { ...house.environment, TEMPORAL_ADDRESS: house.temporalAddress },
  });
  let output = '';
  command.stdout.on('data', (words: Buffer) => (output += words.toString()));
  command.stderr.on('data', (words: Buffer) => (output += words.toString()));
  const ended = once(command, 'exit') as Promise<[number | null]>;
  return { command, code: async () => (await ended)[0], said: () => output };
}

const engineClient = () => lazyClient({ address: house.temporalAddress, namespace: 'default', taskQueue: 'jalon' });

async function schedulesKnown(): Promise<number> {
  const client = engineClient();
  try {
    const standings = await new Schedules(client, 'jalon').read();
    return standings.filter(({ known }) => known).length;
  } finally {
    await client.connection.close();
  }
}

async function storiesKnown(): Promise<number> {
  const client = engineClient();
  try {
    const known = await Promise.all(
      ranks.map(async rank => {
        const handle = client.workflow.getHandle(`pole/${runner.poleOf(rank)}`);
        return handle.describe().then(
          () => true,
          () => false,
        );
      }),
    );
    return known.filter(Boolean).length;
  } finally {
    await client.connection.close();
  }
}

describe('an engine that has lost its memory in the middle of lives', () => {
  it('is given it back by one command, interrupted and taken up again, without a row changed', async () => {
    await untilHeard({ source });
    const before = await standing(source);
    await engineStopped(() => house.destroyEngineMemory());
    const interrupted = await rehydrate();
    interrupted.command.kill('SIGKILL');
    await interrupted.code();
    for (let time = 1; time <= 2; time++) {
      const again = await rehydrate();
      expect([await again.code(), again.said()]).toEqual([0, expect.stringContaining(`${POLES} récits`)]);
    }
    expect(await storiesKnown()).toBe(POLES);
    expect(await standing(source)).toEqual(before);
  });

  it('says it to whoever watches, and is given it back by the house itself, without a row changed', async () => {
    await untilHeard({ source });
    const before = await standing(source);
    const memory = async () => (await fetch(`${house.url}/health/stories`)).json() as Promise<{ lost: number | null }>;
    expect(await memory()).toMatchObject({ lost: 0 });
    house.worker.kill('SIGKILL');
    await engineStopped(() => house.destroyEngineMemory());
    await soon('une perte qui se dit', async () => (await memory()).lost === POLES, NEVER_MS);
    await house.startWorker();
    await soon(
      'une mémoire rendue',
      async () => (await storiesKnown()) === POLES && (await memory()).lost === 0,
      NEVER_MS,
    );
    expect(await standing(source)).toEqual(before);
    await expect(schedulesKnown()).resolves.toBe(SCHEDULES.length);
  });

  it('heals without the command too: by the sweep, and at the next act', async () => {
    await engineStopped(() => house.destroyEngineMemory());
    const [next] = await source.query<{ at: string }[]>('SELECT min(next_alarm) AS at FROM dossiers');
    await house.client.step(addDays(parisDate(instant(next?.at ?? '')), 1));
    expect(await controlHouse(source, RuleBook.load())).toEqual([]);
    expect(await storiesKnown()).toBeGreaterThan(0);
  });

  it('or that remembers an older day, goes on from the journal', async () => {
    await engineStopped(() => house.copyEngineMemory());
    const today = await house.client.today();
    await runner.goOn(addDays(today, 120));
    await untilHeard({ source });
    const before = await standing(source);
    await engineStopped(() => house.restoreEngineMemory());
    const again = await rehydrate();
    expect([await again.code(), again.said()]).toEqual([0, expect.stringContaining(`${POLES} récits`)]);
    expect(await standing(source)).toEqual(before);
  });

  it('and the lives then finish', async () => {
    await runner.goOn(addDays(await house.client.today(), 365 * 8));
    const poles = ranks.map(rank => runner.poleOf(rank) ?? '');
    expect(stats.breaches).toEqual([]);
    expect(await storiesCompleted(source, poles)).toBe(POLES);
    expect(await controlHouse(source, RuleBook.load())).toEqual([]);
  });
});
