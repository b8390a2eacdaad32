import { configuration } from '../configuration.js';
import { upgradeHouse } from '../record/upgrade.js';

await upgradeHouse(configuration().ownerDatabaseUrl);
console.log('Schéma à jour.');
