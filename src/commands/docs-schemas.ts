import { jsonSchemas } from '../reglement/json-schemas.js';
import { keepPage } from './generated-page.js';
import { commandLine } from './options.js';

const line = commandLine({
  run: 'npm run docs:schemas',
  does: 'Refait data/schemas, qui guide qui écrit les fichiers de data, d’après leur lecteur.',
  options: { check: { flag: true, says: 'N’écrit rien : dit si les schémas sont à jour.' } },
});

for (const [name, text] of Object.entries(jsonSchemas())) keepPage(`data/schemas/${name}`, text, line.value('check'));
