import { configuration } from '../startup/configuration.js';
import { breachSentence } from '../record/journal/chain-check.js';
import { quarantinedDossiers, watchJournal } from '../record/upkeep/quarantine.js';
import { settingsFaults } from '../record/settings/settings-check.js';
import { command, openDatabase } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run verify-journal',
  does: 'Contrôle la chaîne de chaque dossier et celle des réglages, et met de côté le dossier qui a été altéré.',
});

await command(async () => {
  const source = await openDatabase(configuration(houseEnvironment()));
  const { breaches, quarantined, released } = await watchJournal(source);
  const settings = await settingsFaults(source.manager);
  const aside = await quarantinedDossiers(source.manager);
  await source.destroy();
  const faults = [...breaches.map(breachSentence), ...settings];
  for (const fault of faults) console.error(fault);
  for (const id of quarantined) console.error(`${id} : mis de côté ; il se lit, mais ne reçoit plus d'acte.`);
  for (const id of released) console.log(`${id} : entier de nouveau, il reçoit les actes.`);
  console.log(
    faults.length === 0
      ? 'Le journal est entier.'
      : `${faults.length} rupture(s), ${aside.length} dossier(s) mis de côté.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
});
