import { configuration } from '../configuration.js';
import { migrate } from '../database/migrate.js';

await migrate(configuration().ownerDatabaseUrl);
console.log('Schéma à jour.');
