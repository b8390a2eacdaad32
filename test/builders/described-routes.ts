import { readFileSync } from 'node:fs';
import { projectFile } from '../../src/startup/project-file.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly example?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A route of the API as its description tells it. */
export interface DescribedRoute {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The names of what its query may say. */
  readonly query: readonly string[];
  /** A body that its description would let through: what is required, by its examples. */
  readonly body: object | undefined;
}

/** Every route that the description of the API tells: one that is added is there without being listed. */
export function describedRoutes(): readonly DescribedRoute[] {
  const { paths, components } = JSON.parse(readFileSync(projectFile('docs', 'openapi.json'), 'utf8')) as Description;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId: id, parameters = [], requestBody }]) => ({
      ...{ id, path, method: method.toUpperCase() },
      query: parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name),
      body: requestBody && (exampleOf(requestBody.content['application/json']?.schema ?? {}, components) as object),
    })),
  );
}

function exampleOf(schema: Schema, components: Description['components']): unknown {
  const [inner] = schema.allOf ?? [];
  if (inner) return exampleOf(inner, components);
  if (schema.$ref !== undefined) {
    const named = components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (!named) throw new Error(`La description ne tient pas ${schema.$ref}.`);
    return exampleOf(named, components);
  }
  if (schema.example !== undefined || schema.properties === undefined) return schema.example;
  return Object.fromEntries(
    (schema.required ?? []).map(name => [name, exampleOf(schema.properties?.[name] ?? {}, components)]),
  );
}
