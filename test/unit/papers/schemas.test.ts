import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { jsonSchemas } from '../../../src/reglement/json-schemas.js';
import { projectFile } from '../../../src/startup/project-file.js';

const textOf = (...path: string[]) => readFileSync(projectFile('data', ...path), 'utf8');
const folder = (name: string) => readdirSync(projectFile('data', name)).map(file => [name, file] as const);

const SCHEMAS = jsonSchemas();
const FILES = [
  ...folder('reglements').map(path => [path.join('/'), '../schemas/reglement.schema.json'] as const),
  ...folder('ladders').map(path => [path.join('/'), '../schemas/ladder-set.schema.json'] as const),
  ...folder('reference-documents').map(path => [path.join('/'), '../schemas/reference-document.schema.json'] as const),
  ['law/deadlines.json', '../schemas/law.schema.json'] as const,
  ['law/references.json', '../schemas/references.schema.json'] as const,
  ['pieces.json', './schemas/pieces.schema.json'] as const,
];

/** Whoever edits `data` is guided by the very schema that reads it. */
describe('the schemas of data', () => {
  it('are those of its reader, as npm run docs:schemas writes them', () => {
    const committed = folder('schemas').map(([, name]) => [name, textOf('schemas', name)]);
    expect(Object.fromEntries(committed)).toEqual(SCHEMAS);
  });

  it.each(FILES)('are named by %s, which follows its own', (path, schema) => {
    const file = JSON.parse(textOf(...path.split('/'))) as Readonly<Record<string, unknown>>;
    expect(file['$schema']).toBe(schema);
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    const isSound = ajv.compile(JSON.parse(SCHEMAS[basename(schema)] ?? '') as object);
    isSound(file);
    expect(isSound.errors).toBeNull();
    expect(isSound({ ...file, stray: 1 })).toBe(false);
  });
});
