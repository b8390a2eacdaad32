import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSource } from '../database/data-source.js';
import { startInstance, type RunningInstance } from '../embedded/instance.js';
import { freePorts } from '../embedded/ports.js';
import { StartupError } from '../embedded/startup-error.js';
import { RuleBook } from '../reglement/load.js';
import { Chance } from '../simulation/chance.js';
import { drawCharacter } from '../simulation/character.js';
import { controlHouse, paidInAll, storiesCompleted } from '../simulation/controls.js';
import { HouseClient } from '../simulation/house-client.js';
import { Lives } from '../simulation/lives.js';
import { Tally } from '../simulation/tally.js';
import { numbersAndTexts } from './options.js';

const options = numbersAndTexts({ poles: 21, years: 3, seed: 1 }, ['json']);
const [poles, years, seed] = [options.number('poles'), options.number('years'), options.number('seed')];
if (poles < 1 || poles > 99) throw new Error('--poles va de 1 à 99.');

const home = await mkdtemp(join(tmpdir(), 'jalon-simulation-'));
const { instance, issuer } = await startOnFreePorts(3);

/** Ports are free when they are chosen; another part may take one before its own part does: then others are chosen. */
async function startOnFreePorts(
  tries: number,
): Promise<{ readonly instance: RunningInstance; readonly issuer: string }> {
  const [port = 0, oidcPort = 0] = await freePorts(2);
  const say = (line: string) => console.error(line);
  try {
    const options = { home, port, oidcPort, clock: 'stepping', throwaway: true, onProgress: say } as const;
    return { instance: await startInstance(options), issuer: `http://127.0.0.1:${oidcPort}` };
  } catch (error) {
    if (tries > 1 && error instanceof StartupError) return startOnFreePorts(tries - 1);
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

let leaving = false;
async function leave(code: number): Promise<never> {
  if (!leaving) {
    leaving = true;
    await instance.stop();
    await rm(home, { recursive: true, force: true });
  }
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

const chance = new Chance(seed);
const ranks = Array.from({ length: poles }, (_, index) => index + 1);
const characters = new Map(ranks.map(rank => [rank, drawCharacter(rank, Math.min(years, 3), chance)]));
const tally = new Tally();
const lives = new Lives(new HouseClient(instance.url, issuer), characters, chance, tally);

const start = performance.now();
await lives.run(90, 365 * (years + 3), (day, left) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${day} · ${tally.accepted} actes · ${left} à venir   `);
});
const seconds = (performance.now() - start) / 1000;

const source = await dataSource(instance.appUrl, 4).initialize();
tally.breaches.push(...(await controlHouse(source, RuleBook.load())));
const [paid, completed] = [await paidInAll(source), await storiesCompleted(source)];
if (completed < poles) tally.breach(`${poles - completed} récits ne sont pas allés à leur terme`);
await source.destroy();

const report = {
  seed,
  poles,
  seconds: Math.round(seconds * 10) / 10,
  acts: { accepted: tally.accepted, refused: tally.refused },
  actsPerSecond: Math.round(((tally.accepted + tally.refused) / seconds) * 10) / 10,
  refusals: Object.fromEntries(tally.byRefusal),
  alarmsRung: tally.alarms,
  stories: { completed },
  payments: paid.payments,
  paidCents: paid.cents,
  latencyMs: { p50: tally.latency(50), p95: tally.latency(95) },
  breaches: tally.breaches.length,
  breachList: tally.breaches,
};
const file = options.text('json');
if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.table(Object.fromEntries([...tally.byAct].sort().map(([act, count]) => [act, { acceptés: count }])));
console.table(Object.fromEntries([...tally.byRefusal].sort().map(([type, count]) => [type, { refus: count }])));
console.log(JSON.stringify({ ...report, breachList: report.breachList.slice(0, 20) }, null, 2));
await leave(report.breaches === 0 ? 0 : 1);
