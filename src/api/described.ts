import type { OpenAPIObject } from '@nestjs/swagger';

type Components = NonNullable<OpenAPIObject['components']>;
type Schemas = NonNullable<Components['schemas']>;
type Responses = NonNullable<Components['responses']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * A description in which what the house holds everywhere is said: unknown fields are refused, and which routes ask for
 * nobody. Each problem is described once, by its status.
 */
export function described(document: OpenAPIObject): OpenAPIObject {
  const operations = Object.values(document.paths).flatMap(({ get, post, put, patch, delete: removal }) =>
    [get, post, put, patch, removal].filter(operation => operation !== undefined),
  );
  for (const operation of operations) operation.security ??= [];
  const responses = Object.assign({}, ...operations.map(problemsApart)) as Responses;
  const schemas: Schemas = {};
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) schemas[name] = closed(schema);
  return { ...document, components: { ...document.components, schemas, responses } };
}

const closed = (schema: Schemas[string]) =>
  'type' in schema && schema.type === 'object' ? { additionalProperties: false, ...schema } : schema;

/** Takes the problems out of an operation, which refers to them then. */
function problemsApart({ responses }: Operation): Responses {
  const apart: Responses = {};
  for (const [status, response] of Object.entries(responses)) {
    if (!response || !('content' in response) || !response.content?.['application/problem+json']) continue;
    apart[`Problem${status}`] = response;
    responses[status] = { $ref: `#/components/responses/Problem${status}` };
  }
  return apart;
}
