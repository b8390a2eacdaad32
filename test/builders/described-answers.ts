import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Courier } from '../../src/simulation/house-client.js';
import { projectFile } from '../../src/startup/project-file.js';

type Node = Readonly<Record<string, unknown>>;

/** A schema of OpenAPI 3.0 as JSON Schema has it: what may be null says so by `nullable`, which JSON Schema does not know. */
function jsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _example, ...fields } = value as Node;
  const schema = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, jsonSchema(field)]));
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Node>> }>>>
  >;
  readonly components: Node;
}

/** Holds the answers of a house against its own description: address, method and status known, every field as described. */
export class DescribedAnswers {
  /** What was answered otherwise than described, one sentence each. */
  readonly faults: string[] = [];
  /** The operations that answered, each with its statuses: « GET /api/poles 200 ». */
  readonly seen = new Set<string>();
  private readonly routes: readonly (readonly [pattern: RegExp, path: string])[];
  private readonly description: Description;
  private readonly ajv: Ajv;
  private readonly validators = new Map<string, ValidateFunction>();

  constructor() {
    const text = readFileSync(projectFile('docs', 'openapi.json'), 'utf8');
    this.description = JSON.parse(text) as Description;
    this.ajv = new Ajv({ allErrors: true, strict: false });
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: 'house', components: jsonSchema(this.description.components) as Node });
    this.routes = Object.keys(this.description.paths)
      .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
      .map(path => [new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), path] as const);
  }

  /** A courier by which every answer is looked at on its way. */
  readonly courier: Courier = async (url, init) => {
    const response = await fetch(url, init);
    await this.look(init.method ?? 'GET', new URL(url).pathname, response.clone());
    return response;
  };

  private async look(method: string, pathname: string, response: Response): Promise<void> {
    const path = this.routes.find(([pattern]) => pattern.test(pathname))?.[1];
    const name = `${method} ${path ?? pathname} ${response.status}`;
    this.seen.add(name);
    const media = response.headers.get('content-type')?.split(';')[0] ?? '';
    const validate = path === undefined ? undefined : this.validator(name, [path, method, response.status, media]);
    if (!validate) this.faults.push(`${name} (${media}) : n'est pas décrit`);
    else if (!validate(await response.json())) this.faults.push(`${name} : ${this.ajv.errorsText(validate.errors)}`);
  }

  private validator(name: string, [path, method, status, media]: readonly [string, string, number, string]) {
    const known = this.validators.get(name);
    if (known) return known;
    const response = this.description.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
    const shared = response?.$ref === undefined ? response : this.response(String(response.$ref));
    const schema = (shared?.content as Readonly<Record<string, { readonly schema: Node }>> | undefined)?.[media]
      ?.schema;
    if (!schema) return undefined;
    const validate = this.ajv.compile(inHouse(jsonSchema(schema)) as Node);
    this.validators.set(name, validate);
    return validate;
  }

  private response(reference: string): Node | undefined {
    const responses = this.description.components.responses as Readonly<Record<string, Node>>;
    return responses[reference.split('/').at(-1) ?? ''];
  }
}

/** The same schema, its references leading into the description. */
function inHouse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inHouse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      name === '$ref' && typeof field === 'string' ? `house${field}` : inHouse(field),
    ]),
  );
}
