import { writeFile } from 'node:fs/promises';
import { configuration } from '../startup/configuration.js';
import { controlled, type Controlled } from '../record/upkeep/controls.js';
import { command, openHouse } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

const line = commandLine({
  run: 'npm run controls',
  does: 'Contrôle les invariants numérotés, en SQL, à part du code qui a écrit les lignes.',
  options: { json: { text: 'FICHIER', says: 'Y écrit le compte rendu.' } },
});

const reportOf = ({ number, name, source, culprits }: Controlled) =>
  [
    `${culprits.length === 0 ? '✓' : '✗'} ${number.padEnd(5)} ${name} (${source})`,
    ...culprits.map(culprit => `        ${culprit}`),
  ].join('\n');

await command(async () => {
  const file = line.value('json');
  const { source, book } = await openHouse(configuration(houseEnvironment()));
  const controls = await controlled(source, book);
  await source.destroy();
  const breaches = controls.reduce((sum, { culprits }) => sum + culprits.length, 0);
  if (file !== undefined) await writeFile(file, `${JSON.stringify({ breaches, controls }, null, 2)}\n`);
  console.log(controls.map(reportOf).join('\n'));
  console.log(`${controls.length} contrôles, ${breaches} manquement(s).`);
  process.exitCode = breaches === 0 ? 0 : 1;
});
