import { configuration } from '../startup/configuration.js';
import { upgradeHouse } from '../record/upkeep/upgrade.js';
import { command } from './boot.js';

await command(async () => {
  await upgradeHouse(configuration().ownerDatabaseUrl);
  console.log('Schéma à jour.');
});
