import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { projectFile } from '../../src/startup/project-file.js';

const DESCRIPTION = JSON.parse(readFileSync(projectFile('docs', 'openapi.json'), 'utf8')) as Record<string, unknown>;

/** Every `$ref` of a document, wherever it is. */
function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === '$ref' && typeof field === 'string' ? [field] : referencesIn(field),
  );
}

/** What a local reference leads to; undefined when it leads nowhere. */
function followed(reference: string): unknown {
  let found: unknown = DESCRIPTION;
  for (const name of reference.replace(/^#\//, '').split('/')) found = (found as Record<string, unknown>)?.[name];
  return found;
}

describe('the description of the API', () => {
  it('is valid by the schema of OpenAPI', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(DESCRIPTION));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('refers to nothing that it does not hold', () => {
    const dangling = [...new Set(referencesIn(DESCRIPTION))].filter(reference => followed(reference) === undefined);
    expect(dangling).toEqual([]);
  });
});
