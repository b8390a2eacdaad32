/**
 * Writes src/simulation/api-types.ts, the types of docs/openapi.json: by them the simulation speaks to the API, and what
 * drifts does not compile. `--check` writes nothing and says whether they are up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PAGE = at('src/simulation/api-types.ts');
const HEADER = `// Written from docs/openapi.json by \`npm run docs:api-types\`: do not edit.
import type { CivilDate } from '../domain/kernel/civil-date.js';

`;

const CIVIL_DATE = ts.factory.createTypeReferenceNode('CivilDate');
const NULL = ts.factory.createLiteralTypeNode(ts.factory.createNull());

/** A civil day is one in the whole house; every other text is a string. */
function transform({ format, nullable }) {
  if (format !== 'date') return undefined;
  return nullable ? ts.factory.createUnionTypeNode([CIVIL_DATE, NULL]) : CIVIL_DATE;
}

/** The types, as they are committed: without the words, which are in the description. */
export async function apiTypes() {
  const description = JSON.parse(readFileSync(at('docs/openapi.json'), 'utf8'));
  return (
    HEADER + astToString(await openapiTypes(description, { transform }), { formatOptions: { removeComments: true } })
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const types = await apiTypes();
  const current = readFileSync(PAGE, 'utf8');
  if (!process.argv.includes('--check')) writeFileSync(PAGE, types);
  else if (types !== current) {
    console.error('src/simulation/api-types.ts n’est pas à jour : npm run docs:api-types');
    process.exitCode = 1;
  }
}
