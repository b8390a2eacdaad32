import { configuration } from '../configuration.js';
import { dataSource } from '../database/data-source.js';
import { verifyJournal } from '../record/verify.js';
import { houseEnvironment } from './house-environment.js';

const source = await dataSource(configuration(houseEnvironment()).databaseUrl).initialize();
const breaches = await verifyJournal(source);
await source.destroy();
for (const breach of breaches) console.error(breach);
console.log(breaches.length === 0 ? 'Le journal est entier.' : `${breaches.length} rupture(s).`);
process.exitCode = breaches.length === 0 ? 0 : 1;
