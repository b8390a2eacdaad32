import { openApiText } from '../app/description.js';
import { keepPage } from './generated-page.js';

keepPage('docs/openapi.json', await openApiText(), process.argv.includes('--check'));
process.exit();
