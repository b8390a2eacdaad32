import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { projectFile } from '../../src/startup/project-file.js';

interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly description?: string;
  readonly security?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

interface Schema {
  readonly type?: string;
  readonly properties?: object;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
}

interface Description {
  readonly servers: readonly object[];
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const TEXT = readFileSync(projectFile('docs', 'openapi.json'), 'utf8');
const DESCRIPTION = JSON.parse(TEXT) as Description;
const OPERATIONS = Object.values(DESCRIPTION.paths).flatMap(path => Object.values(path));
const SCHEMAS = Object.entries(DESCRIPTION.components.schemas);

/** The bodies of which every field may be left out, and the answer that names only what changes. */
const NOTHING_REQUIRED = [
  ...['AbsenceChangeBody', 'AmendmentChangesAnswer', 'BounceBody', 'ContactChangeBody', 'DatedBody', 'EndingBody'],
  'NotificationBody',
];

/** The names of the operations of which something does not hold. */
const operationsBut = (holds: (operation: Operation) => boolean) =>
  OPERATIONS.filter(operation => !holds(operation)).map(({ operationId }) => operationId);

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
    const { valid, errors } = await new Validator().validate(
      structuredClone(DESCRIPTION) as unknown as Record<string, unknown>,
    );
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('refers to nothing that it does not hold', () => {
    const dangling = [...new Set(referencesIn(DESCRIPTION))].filter(reference => followed(reference) === undefined);
    expect(dangling).toEqual([]);
  });

  it('has a server, and a word for each of its chapters', () => {
    expect(DESCRIPTION.servers).not.toEqual([]);
    expect(DESCRIPTION.tags.filter(({ description }) => !description)).toEqual([]);
  });

  it('tells of every operation its chapter, who may use it, and what it answers', () => {
    const chapters = DESCRIPTION.tags.map(({ name }) => name);
    expect(operationsBut(({ tags = [] }) => tags.length === 1 && tags.every(tag => chapters.includes(tag)))).toEqual(
      [],
    );
    expect(operationsBut(({ description, security }) => Boolean(description) && security !== undefined)).toEqual([]);
    const statuses = (operation: Operation, first: string) =>
      Object.entries(operation.responses).filter(([status]) => status.startsWith(first));
    expect(operationsBut(operation => statuses(operation, '4').length > 0)).toEqual([]);
    const contents = (operation: Operation) => statuses(operation, '2').map(([, { content }]) => content);
    expect(operationsBut(operation => contents(operation).every(Boolean))).toEqual([]);
  });

  it('tells of what takes a body that it may be too large, of another format, or hold what is to be corrected', () => {
    const isTold = ({ requestBody, responses }: Operation) =>
      requestBody === undefined || ['400', '413', '415', '422'].every(status => status in responses);
    expect(operationsBut(isTold)).toEqual([]);
  });

  it('says of every object which fields it must have, and that it has no other', () => {
    const loose = SCHEMAS.filter(
      ([, { type, additionalProperties }]) => type !== 'object' || additionalProperties !== false,
    );
    expect(loose.map(([name]) => name)).toEqual([]);
    const vague = SCHEMAS.filter(([, { required = [] }]) => required.length === 0);
    expect(vague.map(([name]) => name).sort()).toEqual(NOTHING_REQUIRED);
  });
});
