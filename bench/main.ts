import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { numbersAndTexts } from '../src/commands/options.js';
import { actRate, carryLives, type Measured } from './acts.js';
import { makeCrowd } from './crowd.js';
import { comeToTheCrowd, rehydrate, ringAll, untilAtRest, workerMemory } from './engine.js';
import { against, rate, round, spread } from './figures.js';
import { startFloors } from './floor/floors.js';
import { startGround } from './ground.js';
import { pageOf, tableOf } from './page.js';

const CALLERS = [1, 8, 32];

const options = numbersAndTexts(process.argv.slice(2), { alarms: 10_000, seconds: 10, open: 1000 }, ['json', 'page']);
const [alarms, seconds, open] = [options.number('alarms'), options.number('seconds'), options.number('open')];

const say = (line: string) => console.error(line);
const ground = await startGround(say);
let leaving = false;
async function leave(code: number): Promise<never> {
  if (!leaving) {
    leaving = true;
    await ground.leave();
  }
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

/** Everything, in one run on one server. */
async function measure() {
  const floors = await startFloors(ground);
  say('Planchers, puis vies entières, un seul appelant…');
  const sql = await rate(1, seconds, floors.transaction);
  const engine = await rate(1, seconds, floors.update);
  const measured: Measured = { durable: [], answered: [] };
  const [short, long] = await carryLives(ground, [1, 3], measured);
  if (!short || !long) throw new Error('Deux vies étaient attendues.');

  const perSecond: Record<number, object> = {};
  for (const callers of CALLERS) {
    say(`${callers} appelant(s)…`);
    const [transactions, updates] = [
      await rate(callers, seconds, floors.transaction),
      await rate(callers, seconds, floors.update),
    ];
    const acts = await actRate(ground, callers, seconds);
    perSecond[callers] = {
      acts: acts.perSecond,
      floor: { transactions: transactions.perSecond, updates: updates.perSecond },
      ofTransactions: round(acts.perSecond / transactions.perSecond),
      ofUpdates: round(acts.perSecond / updates.perSecond),
      answered: spread(acts.durations),
    };
  }
  const bare = await rate(4, seconds, floors.update);
  await floors.close();

  say(`Une foule de ${open} dossiers, puis de ${alarms}…`);
  const pole = await standingPole();
  await ground.restarted(async () => undefined);
  await untilAtRest(ground);
  const empty = await workerMemory(ground);
  await makeCrowd(ground, pole, open);
  const first = await rehydrate(ground, pole);
  const bytesPerDossier = Math.round(((await workerMemory(ground)) - empty) / open);
  let coldStartSeconds = 0;
  await ground.restarted(() => comeToTheCrowd(ground));
  coldStartSeconds = await untilAtRest(ground);

  const crowd = await standingPole();
  await makeCrowd(ground, crowd, alarms);
  const rehydration = await rehydrate(ground, crowd);
  const ringing = await ringAll(ground);
  return {
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? '',
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
      on: new Date().toISOString().slice(0, 10),
    },
    acts: measured.answered.length,
    durable: against(spread(measured.durable), spread(sql.durations)),
    answered: against(spread(measured.answered), spread(engine.durations)),
    perSecond,
    alarms: { ...ringing, floor: bare.perSecond, ofFloor: round(ringing.perSecond / bare.perSecond) },
    eventsPerAct: round((short.events + long.events) / (short.acts + long.acts)),
    eventsPerFundedYear: Math.round((long.events - short.events) / 2),
    rehydration: { first, ...rehydration },
    rehydrationPerSecond: rehydration.perSecond,
    rehydrationOf10000Seconds: Math.round(10_000 / rehydration.perSecond),
    coldStartSeconds,
    bytesPerDossier,
  };
}

export type Figures = Awaited<ReturnType<typeof measure>>;

/** A pôle that waits for its council, and rings when it is late. */
async function standingPole(): Promise<string> {
  const { HouseClient } = await import('../src/simulation/house-client.js');
  const client = new HouseClient(ground.url, ground.issuer);
  const declared = await client.act('instructrice', '/api/poles', {
    ...{ paysCodes: ['21'], initiator: 'ess-actors', groupName: 'Foule', groupSiret: '99990001200017' },
  });
  const pole = declared.body.poleId;
  await client.act('porteur-demo', `/api/poles/${pole}/local-groups`, { structures: 15 });
  await client.act('instructrice', `/api/poles/${pole}/council-designations`, { councilName: 'Conseil fictif' });
  return pole;
}

try {
  const figures = await measure();
  const json = options.text('json');
  const page = options.text('page');
  if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  if (page !== undefined) await writeFile(page, await pageOf(page, figures));
  console.log(tableOf(figures));
  await leave(0);
} catch (error) {
  console.error(error);
  await leave(1);
}
