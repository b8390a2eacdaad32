import { configuration } from '../startup/configuration.js';
import { rebuildDossier } from '../record/upkeep/rebuild.js';
import { quarantinedDossiers, watchJournal } from '../record/upkeep/quarantine.js';
import { dossierIds } from '../record/upkeep/verify.js';
import { rebuildSettings } from '../record/settings/settings-check.js';
import { command, openHouse } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run rebuild',
  does: 'Refait les projections de chaque dossier, les droits et le registre des organismes, depuis leur journal.',
});

await command(async () => {
  const { source, book } = await openHouse(configuration(houseEnvironment()));
  await watchJournal(source);
  const aside = (await quarantinedDossiers(source.manager)).map(({ id }) => id);
  const altered = await rebuildSettings(source.manager);
  const ids = (await dossierIds(source.manager)).filter(id => !aside.includes(id));
  for (const id of ids) await rebuildDossier(source, book, id);
  await source.destroy();
  for (const fault of altered) console.error(fault);
  for (const id of aside) console.log(`${id} : mis de côté, laissé tel quel.`);
  console.log(`${ids.length} dossiers : projections refaites depuis le journal.`);
});
