import { lifecyclePage } from '../domain/dossier/lifecycle-page.js';
import { keepPage } from './generated-page.js';

keepPage('docs/lifecycle.md', lifecyclePage(), process.argv.includes('--check'));
