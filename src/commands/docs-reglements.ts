import { RuleBook } from '../reglement/load.js';
import { reglementsPage } from '../reglement/reglements-page.js';
import { keepPage } from './generated-page.js';
import { commandLine } from './options.js';

const line = commandLine({
  run: 'npm run docs:reglements',
  does: 'Refait docs/reglements.md d’après les règlements de data.',
  options: { check: { flag: true, says: 'N’écrit rien : dit si la page est à jour.' } },
});

const book = RuleBook.load();
keepPage('docs/reglements.md', reglementsPage(book.versions(), book), line.value('check'));
