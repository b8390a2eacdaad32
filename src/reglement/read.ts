import { z } from 'zod';
import { ladderSetSchema } from './ladder-schema.js';
import { documentSchema, lawSchema, piecesSchema, referencesSchema, reglementSchema } from './schema.js';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const KINDS: Readonly<Record<string, string>> = {
  object: 'un objet est attendu',
  record: 'un objet est attendu',
  array: 'une liste est attendue',
  string: 'un texte est attendu',
  number: 'un entier est attendu',
  int: 'un entier est attendu',
  boolean: 'oui ou non est attendu',
};

const french = z.locales.fr().localeError;

/** What is wrong with a value, in French, without its path. */
function sentence(issue: RawIssue) {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? french(issue);
  if (issue.code === 'too_big' && issue.origin === 'int') return KINDS['int'];
  if (issue.code === 'too_small') return tooSmall(issue.origin, issue.minimum);
  if (issue.code === 'invalid_value') return notAmong(issue.input, issue.values);
  if (issue.code === 'invalid_union' && Array.isArray(issue['options']))
    return notAmong((issue.input as Readonly<Record<string, unknown>>)[issue.discriminator ?? ''], issue['options']);
  if (issue.code === 'invalid_key') return issue.issues[0]?.message;
  return french(issue);
}

function tooSmall(origin: string, least: number | bigint): string | undefined {
  if (origin === 'string') return KINDS['string'];
  return origin === 'array' ? 'au moins un élément est attendu' : `au moins ${least} est attendu`;
}

function notAmong(given: unknown, allowed: readonly unknown[]): string | undefined {
  if (typeof given !== 'string' || given === '') return KINDS['string'];
  return `« ${given} » n'est pas parmi ${allowed.join(', ')}`;
}

/** An issue of zod as what a person corrects: where it is in the file, and what is wrong there. */
function faults({ path, message, ...issue }: z.core.$ZodIssue): readonly string[] {
  const at = path.map(key => `/${String(key)}`).join('');
  if (issue.code !== 'unrecognized_keys') return [`${at} : ${message}`];
  return issue.keys.map(key => `${at}/${key} : rien de ce nom n'est attendu`);
}

/** What a file says, without the schema that it names for whoever edits it. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { $schema: _, ...rest } = value as Readonly<Record<string, unknown>>;
  return rest;
}

/** Reads a value by a schema. Refuses, in French, with the path of each fault, whatever the rules could not live with. */
const reader =
  <T>(schema: z.ZodType<T>) =>
  (value: unknown): T => {
    const read = schema.safeParse(withoutSchema(value), { error: sentence });
    if (read.success) return read.data;
    throw new Error(read.error.issues.flatMap(faults).join(' ; '), { cause: read.error });
  };

export const readReglement = reader(reglementSchema);
export const readLadderSet = reader(ladderSetSchema);
export const readDocument = reader(documentSchema);
export const readLaw = reader(lawSchema);
export const readReferences = reader(referencesSchema);
export const readPieces = reader(piecesSchema);
