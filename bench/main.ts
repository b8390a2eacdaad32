import { writeFile } from 'node:fs/promises';
import { commandLine, refuseOption } from '../src/commands/options.js';
import { DEMONSTRATION_DAYS } from '../src/simulation/demonstration.js';
import { startGround, type Ground } from './ground.js';
import { landed } from './landing.js';
import { actsAlone, mailsAlone, measure, morningsAlone, pagesAlone, type Figures, type Sizes } from './measure.js';
import { pageOf, tableOf } from './page.js';

type Measure = (ground: Ground, sizes: Sizes, say: (line: string) => void) => Promise<Partial<Figures>>;
const ALONE: Readonly<Record<string, Measure>> = {
  ...{ acts: actsAlone, mails: mailsAlone, mornings: morningsAlone, pages: pagesAlone },
};
/** The demonstration ends today. */
const DEMONSTRATION_CLOCK = { JALON_CLOCK_OFFSET: String(-DEMONSTRATION_DAYS * 86_400) };
/** Seconds of each rate: the acts by themselves are measured in two minutes, at each landing. */
const SECONDS = 10;
const SECONDS_OF_ACTS_ALONE = 4;

const options = commandLine({
  run: 'npm run bench',
  does: 'Mesure la maison contre les planchers de la même course.',
  options: {
    only: { text: 'MESURE', says: `Une seule : ${Object.keys(ALONE).join(', ')}.` },
    alarms: { number: 10_000, says: 'Les alarmes d’un matin.' },
    seconds: { number: 'le temps de la mesure', says: 'Les secondes de chaque débit.' },
    open: { number: 1000, says: 'Les dossiers ouverts.' },
    mails: { number: 10_000, says: 'Les courriers.' },
    simulation: { number: 0, says: 'Les secondes prises ailleurs par npm run simulate, pour --landing.' },
    tests: { number: 0, says: 'Les secondes prises ailleurs par npm test, pour --landing.' },
    json: { text: 'FICHIER', says: 'Y écrit les mesures.' },
    page: { text: 'PAGE', says: 'Refait le tableau de cette page.' },
    landing: { text: 'PAGE', says: 'Ajoute une ligne à cette page.' },
  },
});
const only = options.value('only');
if (only !== undefined && !(only in ALONE)) refuseOption(`--only : ${Object.keys(ALONE).join(' ou ')}.`);
const sizes = {
  alarms: options.value('alarms'),
  seconds: options.value('seconds') || (only === 'acts' ? SECONDS_OF_ACTS_ALONE : SECONDS),
  open: options.value('open'),
  mails: options.value('mails'),
};

const say = (line: string) => console.error(line);
const ground = await startGround(say, only === 'pages' ? DEMONSTRATION_CLOCK : {});
let leaving: Promise<void> | undefined;
async function leave(code: number): Promise<never> {
  leaving ??= ground.leave();
  await leaving;
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

/** Writes the figures where it was asked for. */
async function keep(figures: Partial<Figures>): Promise<void> {
  const [json, page, landing] = [options.value('json'), options.value('page'), options.value('landing')];
  if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  if (page !== undefined) await writeFile(page, await pageOf(page, figures));
  const elsewhere = { simulation: options.value('simulation'), tests: options.value('tests') };
  if (landing !== undefined) await writeFile(landing, await landed(landing, figures, elsewhere));
}

try {
  const figures = await (ALONE[only ?? ''] ?? measure)(ground, sizes, say);
  await keep(figures);
  console.log(tableOf(figures));
  await leave(0);
} catch (error) {
  console.error(error);
  await leave(1);
}
