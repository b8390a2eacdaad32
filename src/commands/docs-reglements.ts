import { RuleBook } from '../reglement/load.js';
import { reglementsPage } from '../reglement/reglements-page.js';
import { keepPage } from './generated-page.js';

keepPage('docs/reglements.md', reglementsPage(RuleBook.load().versions()), process.argv.includes('--check'));
