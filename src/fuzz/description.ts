/** A schema as the description of the API writes it; what is referred to is looked up when it is needed. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

/** One thing that can be asked of the API. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What a house says that it can be asked. */
export class Description {
  readonly operations: readonly Operation[];

  constructor(private readonly document: Document) {
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
        ...{ name: operationId, method: method.toUpperCase(), path, parameters },
        body: requestBody?.content['application/json']?.schema,
      })),
    );
  }

  /** Reads the description of the house at an address. */
  static async of(url: string): Promise<Description> {
    const answer = await fetch(`${url}/api/openapi.json`);
    return new Description((await answer.json()) as Document);
  }

  /** A schema itself, where another refers to it. Throws for a reference to nothing. */
  whole(schema: Schema): Schema {
    const [only] = schema.allOf ?? [];
    if (only) return this.whole(only);
    if (schema.$ref === undefined) return schema;
    const found = this.document.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
    if (!found) throw new Error(`La description renvoie à rien : ${schema.$ref}`);
    return found;
  }
}
