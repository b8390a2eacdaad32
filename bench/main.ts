import { writeFile } from 'node:fs/promises';
import { numbersAndTexts, refuseOption } from '../src/commands/options.js';
import { startGround, type Ground } from './ground.js';
import { landed } from './landing.js';
import { actsAlone, mailsAlone, measure, morningsAlone, type Figures, type Sizes } from './measure.js';
import { pageOf, tableOf } from './page.js';

type Measure = (ground: Ground, sizes: Sizes, say: (line: string) => void) => Promise<Partial<Figures>>;
const ALONE: Readonly<Record<string, Measure>> = { acts: actsAlone, mails: mailsAlone, mornings: morningsAlone };
/** Seconds of each rate: the acts by themselves are measured in two minutes, at each landing. */
const SECONDS = 10;
const SECONDS_OF_ACTS_ALONE = 4;

const numbers = { alarms: 10_000, seconds: 0, open: 1000, mails: 10_000, simulation: 0, tests: 0 };
const options = numbersAndTexts(process.argv.slice(2), numbers, ['json', 'page', 'landing', 'only']);
const only = options.text('only');
if (only !== undefined && !(only in ALONE)) refuseOption(`--only : ${Object.keys(ALONE).join(' ou ')}.`);
const sizes = {
  alarms: options.number('alarms'),
  seconds: options.number('seconds') || (only === 'acts' ? SECONDS_OF_ACTS_ALONE : SECONDS),
  open: options.number('open'),
  mails: options.number('mails'),
};

const say = (line: string) => console.error(line);
const ground = await startGround(say);
let leaving: Promise<void> | undefined;
async function leave(code: number): Promise<never> {
  leaving ??= ground.leave();
  await leaving;
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

/** Writes the figures where it was asked for. */
async function keep(figures: Partial<Figures>): Promise<void> {
  const [json, page, landing] = [options.text('json'), options.text('page'), options.text('landing')];
  if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  if (page !== undefined) await writeFile(page, await pageOf(page, figures));
  const elsewhere = { simulation: options.number('simulation'), tests: options.number('tests') };
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
