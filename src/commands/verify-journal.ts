import { configuration } from '../startup/configuration.js';
import { breachSentence } from '../record/journal/chain-check.js';
import { quarantinedDossiers, watchJournal } from '../record/upkeep/quarantine.js';
import { command, openDatabase } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run verify-journal',
  does: 'Contrôle la chaîne de chaque dossier, et met de côté celui qui a été altéré.',
});

await command(async () => {
  const source = await openDatabase(configuration(houseEnvironment()));
  const { breaches, quarantined, released } = await watchJournal(source);
  const aside = await quarantinedDossiers(source.manager);
  await source.destroy();
  for (const breach of breaches) console.error(breachSentence(breach));
  for (const id of quarantined) console.error(`${id} : mis de côté ; il se lit, mais ne reçoit plus d'acte.`);
  for (const id of released) console.log(`${id} : entier de nouveau, il reçoit les actes.`);
  console.log(
    breaches.length === 0
      ? 'Le journal est entier.'
      : `${breaches.length} rupture(s), ${aside.length} dossier(s) mis de côté.`,
  );
  process.exitCode = breaches.length === 0 ? 0 : 1;
});
