import { configuration } from '../configuration.js';
import { readDossier } from '../record/dossiers.js';
import { dossiersAside } from '../record/set-aside.js';
import { dossierIds } from '../record/verify.js';
import { lazyClient } from '../temporal/connection.js';
import { Stories } from '../temporal/stories.js';
import { command, openDatabase } from './boot.js';
import { houseEnvironment } from './house-environment.js';

const PATIENCE = 30_000;
const AT_ONCE = 8;

const { settings, source } = await command(async () => {
  const read = configuration(houseEnvironment());
  return { settings: read, source: await openDatabase(read) };
});
const client = lazyClient(settings.temporal);
const stories = new Stories(client, settings.temporal);
const aside = (await dossiersAside(source.manager)).map(({ id }) => id);
const waiting = (await dossierIds(source.manager)).filter(id => !aside.includes(id));
const total = waiting.length;
let done = 0;

async function takeTurns(): Promise<void> {
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const { version } = await readDossier(source.manager, id);
    await stories.nudge(id, { since: -1, version, facts: [], turnPage: false }, PATIENCE);
    done++;
    if (process.stdout.isTTY) process.stdout.write(`\r${done}/${total} récits`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
await client.connection.close();
await source.destroy();
console.log(`\r${done}/${total} récits là où sont leurs dossiers.`);
for (const id of aside) console.log(`${id} : mis de côté, son récit attend.`);
