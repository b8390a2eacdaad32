import { z } from 'zod';
import { ladderSetSchema } from './ladder-schema.js';
import { documentSchema, lawSchema, piecesSchema, referencesSchema, reglementSchema } from './schema.js';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  reglement: reglementSchema,
  'ladder-set': ladderSetSchema,
  'reference-document': documentSchema,
  law: lawSchema,
  references: referencesSchema,
  pieces: piecesSchema,
};

type Override = NonNullable<z.core.ToJSONSchemaParams['override']>;

/** A file may name its schema; and the greatest number that a machine holds is no rule of the dispositif. */
const adapt: Override = ({ jsonSchema, path }) => {
  if (path.length === 0) jsonSchema.properties = { $schema: { type: 'string' }, ...jsonSchema.properties };
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** The JSON Schemas of the files of `data`, by their names in `data/schemas`: what an editor checks while one types. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', override: adapt }), null, 2)}\n`,
    ]),
  );
}
