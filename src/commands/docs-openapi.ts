import { openApiText } from '../app/description.js';
import { keepPage } from './generated-page.js';
import { commandLine } from './options.js';

const line = commandLine({
  run: 'npm run docs:openapi',
  does: 'Refait docs/openapi.json d’après les routes.',
  options: { check: { flag: true, says: 'N’écrit rien : dit si la page est à jour.' } },
});

keepPage('docs/openapi.json', await openApiText(), line.value('check'));
process.exit();
