import { writeFile } from 'node:fs/promises';
import { readClock } from '../clock/clock.js';
import { dataSource } from '../database/data-source.js';
import { RuleBook } from '../reglement/load.js';
import { Chance } from '../simulation/chance.js';
import { drawPersona } from '../simulation/persona.js';
import { controlHouse, paidInAll, storiesCompleted, storiesLeft } from '../simulation/controls.js';
import { ownGround, runningGround } from '../simulation/ground.js';
import { HouseClient } from '../simulation/house-client.js';
import { ScenarioRunner } from '../simulation/scenario-runner.js';
import { compareMails } from '../simulation/mail-comparison.js';
import { measureMails } from '../simulation/mail-measure.js';
import { drawHabits } from '../simulation/mail-habits.js';
import { MailServer } from '../simulation/mail-server.js';
import { Readers } from '../simulation/readers.js';
import { Stats } from '../simulation/stats.js';
import { command } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine, refuseOption } from './options.js';

const options = commandLine({
  run: 'npm run simulate',
  does: 'Mène des vies entières par HTTP, sur des serveurs à elle, puis contrôle tout et chaque courrier.',
  options: {
    poles: { number: 21, says: 'Le nombre de pôles, de 1 à 99.' },
    years: { number: 3, says: 'Les années de la plus longue convention.' },
    seed: { number: 1, says: 'La graine du hasard.' },
    running: { flag: true, says: 'Sur la maison de JALON_HOME, dont l’horloge va à pas.' },
    json: { text: 'FICHIER', says: 'Y écrit le compte rendu.' },
  },
});
const [poles, years, seed] = [options.value('poles'), options.value('years'), options.value('seed')];
if (poles < 1 || poles > 99) refuseOption('--poles va de 1 à 99.');

const server = options.value('running') ? undefined : await MailServer.start();
const ground = await command(() =>
  server ? ownGround(line => console.error(line), server.url) : runningGround(houseEnvironment()),
);

let leaving: Promise<void> | undefined;
async function leave(code: number): Promise<never> {
  leaving ??= ground.leave().then(() => server?.stop());
  await leaving;
  process.exit(code);
}
process.on('uncaughtException', error => {
  if (leaving === undefined) console.error(error);
  void leave(1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

const chance = new Chance(seed);
const ranks = Array.from({ length: poles }, (_, index) => index + 1);
const personas = new Map(ranks.map(rank => [rank, drawPersona(rank, Math.min(years, 3), chance)]));
const stats = new Stats();
const client = new HouseClient(ground.url, ground.issuer);
const habits = new Map(ranks.map(rank => [rank, drawHabits(chance)]));
const readers = server && new Readers(client, server, habits, stats);
const runner = new ScenarioRunner(client, personas, chance, stats, undefined, undefined, readers);

const start = performance.now();
await runner.run(90, 365 * (years + 7), (day, remaining) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${day} · ${stats.accepted} actes · ${remaining} à venir   `);
});
await client.step(await client.today());
const seconds = (performance.now() - start) / 1000;

const source = await dataSource(ground.databaseUrl, 4).initialize();
stats.breaches.push(...(await controlHouse(source, RuleBook.load())));
const carried = ranks.flatMap(rank => runner.poleOf(rank) ?? []);
const [paid, completed] = [await paidInAll(source, carried), await storiesCompleted(source, carried)];
stats.breaches.push(...(await storiesLeft(source, carried)));
const mails = server && (await compareMails(source.manager, server.received));
stats.breaches.push(...(mails?.differences ?? []));
const read = await measureMails(source.manager, (await readClock(source.manager)).now);
await source.destroy();

const report = {
  seed,
  poles,
  seconds: Math.round(seconds * 10) / 10,
  acts: { accepted: stats.accepted, refused: stats.refused },
  actsPerSecond: Math.round(((stats.accepted + stats.refused) / seconds) * 10) / 10,
  refusals: Object.fromEntries(stats.byRefusal),
  alarmsRung: stats.alarms,
  stories: { completed },
  payments: paid.payments,
  paidCents: paid.cents,
  mails: { ...mails?.counts, people: readers?.counts },
  mailsRead: read,
  latencyMs: { p50: stats.latency(50), p95: stats.latency(95) },
  breaches: stats.breaches.length,
  breachList: stats.breaches,
};
const file = options.value('json');
if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.table(Object.fromEntries([...stats.byAct].sort().map(([act, count]) => [act, { acceptés: count }])));
console.table(Object.fromEntries([...stats.byRefusal].sort().map(([type, count]) => [type, { refus: count }])));
console.log(JSON.stringify({ ...report, breachList: report.breachList.slice(0, 20) }, null, 2));
await leave(report.breaches === 0 ? 0 : 1);
