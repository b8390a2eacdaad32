import { lifecyclePage } from '../domain/dossier/lifecycle-page.js';
import { keepPage } from './generated-page.js';
import { commandLine } from './options.js';

const line = commandLine({
  run: 'npm run docs:lifecycle',
  does: 'Refait docs/lifecycle.md d’après les tables des actes.',
  options: { check: { flag: true, says: 'N’écrit rien : dit si la page est à jour.' } },
});

keepPage('docs/lifecycle.md', lifecyclePage(), line.value('check'));
