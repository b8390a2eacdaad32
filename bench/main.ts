import { writeFile } from 'node:fs/promises';
import { numbersAndTexts, refuseOption } from '../src/commands/options.js';
import { startGround, type Ground } from './ground.js';
import { mailsAlone, measure, morningsAlone, type Sizes } from './measure.js';
import { pageOf, tableOf } from './page.js';

const options = numbersAndTexts(process.argv.slice(2), { alarms: 10_000, seconds: 10, open: 1000, mails: 10_000 }, [
  'json',
  'page',
  'only',
]);
const sizes = {
  alarms: options.number('alarms'),
  seconds: options.number('seconds'),
  open: options.number('open'),
  mails: options.number('mails'),
};

type Measure = (ground: Ground, sizes: Sizes, say: (line: string) => void) => Promise<unknown>;
const ALONE: Readonly<Record<string, Measure>> = { mails: mailsAlone, mornings: morningsAlone };
const only = options.text('only');
if (only !== undefined && !(only in ALONE)) refuseOption(`--only : ${Object.keys(ALONE).join(' ou ')}.`);

const say = (line: string) => console.error(line);
const ground = await startGround(say);
let leaving: Promise<void> | undefined;
async function leave(code: number): Promise<never> {
  leaving ??= ground.leave();
  await leaving;
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

try {
  const alone = ALONE[only ?? ''];
  if (alone) {
    console.log(JSON.stringify(await alone(ground, sizes, say), null, 2));
    await leave(0);
  }
  const figures = await measure(ground, sizes, say);
  const [json, page] = [options.text('json'), options.text('page')];
  if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  if (page !== undefined) await writeFile(page, await pageOf(page, figures));
  console.log(tableOf(figures));
  await leave(0);
} catch (error) {
  console.error(error);
  await leave(1);
}
