import { configuration } from '../configuration.js';
import { dataSource } from '../database/data-source.js';
import { rebuildDossier } from '../record/rebuild.js';
import { dossierIds } from '../record/verify.js';
import { RuleBook } from '../reglement/load.js';
import { houseEnvironment } from './house-environment.js';

const source = await dataSource(configuration(houseEnvironment()).databaseUrl).initialize();
const book = RuleBook.load();
const ids = await dossierIds(source.manager);
for (const id of ids) await rebuildDossier(source, book, id);
await source.destroy();
console.log(`${ids.length} dossiers : projections refaites depuis le journal.`);
