import { configuration } from '../startup/configuration.js';
import { upgradeHouse } from '../record/upkeep/upgrade.js';
import { command } from './boot.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run migrate',
  does: 'Met le schéma à jour avec le rôle de OWNER_DATABASE_URL, et nomme la version des récits qui décide.',
});

await command(async () => {
  await upgradeHouse(configuration().ownerDatabaseUrl);
  console.log('Schéma à jour.');
});
