import { writeFile } from 'node:fs/promises';
import { dataSource } from '../database/data-source.js';
import { fuzz } from '../fuzz/fuzz.js';
import { unhurried } from '../fuzz/unhurried.js';
import { RuleBook } from '../reglement/load.js';
import { Chance } from '../simulation/chance.js';
import { controlHouse } from '../simulation/controls.js';
import { ownGround } from '../simulation/ground.js';
import { HouseClient } from '../simulation/house-client.js';
import { MailServer } from '../simulation/mail-server.js';
import { drawPersona } from '../simulation/persona.js';
import { ScenarioRunner } from '../simulation/scenario-runner.js';
import { Stats } from '../simulation/stats.js';
import { command } from './boot.js';
import { commandLine, refuseOption } from './options.js';

const POLES = 8;
/** Days over which lives are begun and carried before anything is asked: some are at their study, some at their vote. */
const [BEGUN_OVER, CARRIED_FOR] = [120, 400];

const options = commandLine({
  run: 'npm run fuzz',
  does: 'Demande à une maison à elle tout ce que sa description permet, et ce qu’elle ne permet pas, puis contrôle tout.',
  options: {
    requests: { number: 20_000, says: 'Le nombre de demandes.' },
    seed: { number: 1, says: 'La graine du hasard.' },
    json: { text: 'FICHIER', says: 'Y écrit le compte rendu.' },
  },
});
const [requests, seed] = [options.value('requests'), options.value('seed')];
if (requests < 1) refuseOption('--requests va de 1.');

const server = await MailServer.start();
const ground = await command(() => ownGround(line => console.error(line), server.url));
async function leave(code: number): Promise<never> {
  await ground.leave();
  await server.stop();
  process.exit(code);
}
process.on('uncaughtException', error => {
  console.error(error);
  void leave(1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

const client = new HouseClient(ground.url, ground.issuer, unhurried);
const chance = new Chance(seed);
const ranks = Array.from({ length: POLES }, (_, index) => index + 1);
const personas = new Map(ranks.map(rank => [rank, drawPersona(rank, 2, chance)]));
await new ScenarioRunner(client, personas, chance, new Stats()).run(BEGUN_OVER, CARRIED_FOR, () => undefined);

const asked = await fuzz(client, {
  ...{ requests, seed },
  onBreach: breach => console.error(breach),
  onProgress: done => done % 1000 === 0 && console.error(`${done}/${requests}`),
});
await client.step(await client.today());
const source = await dataSource(ground.databaseUrl, 4).initialize();
const breaches = [...asked.breaches, ...(await controlHouse(source, RuleBook.load()))];
await source.destroy();

const report = { seed, ...asked, breaches };
const file = options.value('json');
if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify({ ...report, breaches: breaches.slice(0, 20) }, null, 2));
await leave(breaches.length === 0 ? 0 : 1);
