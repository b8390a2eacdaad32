import { writeFile } from 'node:fs/promises';
import { numbersAndTexts } from '../src/commands/options.js';
import { startGround } from './ground.js';
import { mailsAlone, measure } from './measure.js';
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

try {
  if (options.text('only') === 'mails') {
    console.log(JSON.stringify(await mailsAlone(ground, sizes, say), null, 2));
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
