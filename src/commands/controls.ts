import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { configuration } from '../configuration.js';
import { controlled } from '../record/controls.js';
import { command, openHouse } from './boot.js';
import { houseEnvironment } from './house-environment.js';

const { values } = parseArgs({ options: { json: { type: 'string' } } });

await command(async () => {
  const { source, book } = await openHouse(configuration(houseEnvironment()));
  const found = await controlled(source, book);
  await source.destroy();
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(found, null, 2)}\n`);
  for (const { invariant, name, source: ground, culprits } of found) {
    console.log(`${culprits.length === 0 ? '✓' : '✗'} ${invariant === 0 ? '—' : invariant}. ${name} (${ground})`);
    for (const culprit of culprits) console.error(`    ${culprit}`);
  }
  const broken = found.filter(({ culprits }) => culprits.length > 0).length;
  console.log(broken === 0 ? `${found.length} contrôles, aucun manquement.` : `${broken} contrôle(s) en défaut.`);
  process.exitCode = broken === 0 ? 0 : 1;
});
