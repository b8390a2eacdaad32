import type { Chance } from '../simulation/chance.js';
import type { Description, Operation, Parameter, Schema } from './description.js';
import { drawnUuid, oneOf } from './draws.js';
import * as hostile from './hostile.js';
import type { Targets } from './targets.js';

/** A request as it is sent. */
export interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  /** Undefined for one whom nobody knows. */
  readonly account: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Five accounts of five roles; none may step the clock, whose years would outlast the fuzz. */
export const FUZZING = [
  'instructrice',
  'cheffe-de-service',
  'gestionnaire-financiere',
  'porteur-demo',
  'conseil-brest',
];

const OTHER_METHODS = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'POST', 'GET'];

/** Draws requests that the description has, sound or not, about what a house holds. */
export class RequestDrawer {
  private readonly keys: string[] = [];

  constructor(
    private readonly description: Description,
    private readonly chance: Chance,
  ) {}

  draw(targets: Targets): FuzzedRequest {
    const { chance } = this;
    const offer = targets.offers.length > 0 && chance.happens(0.4) ? oneOf(chance, targets.offers) : undefined;
    const offered = this.description.operations.find(({ name }) => name === offer?.act);
    const operation = offered ?? oneOf(chance, this.description.operations);
    const method = chance.happens(0.03) ? oneOf(chance, OTHER_METHODS) : operation.method;
    const body = method === 'GET' || method === 'HEAD' ? undefined : this.bodyOf(operation, targets);
    return {
      method,
      path: offered && offer ? offer.path : this.addressOf(operation, targets),
      account: chance.happens(0.02) ? undefined : (offer?.account ?? oneOf(chance, FUZZING)),
      headers: this.headersOf(body),
      body,
    };
  }

  private addressOf({ path, parameters }: Operation, targets: Targets): string {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const schema = parameters.find(parameter => parameter.name === name)?.schema ?? {};
      return this.segment(name, schema, targets);
    });
    const query = parameters.filter(({ in: place }) => place === 'query').flatMap(parameter => this.inQuery(parameter));
    if (this.chance.happens(0.02)) query.push(`${oneOf(this.chance, hostile.HOSTILE_SEGMENTS)}=1`);
    return query.length === 0 ? address : `${address}?${query.join('&')}`;
  }

  private segment(name: string, schema: Schema, targets: Targets): string {
    const { chance } = this;
    if (chance.happens(0.08)) return oneOf(chance, hostile.HOSTILE_SEGMENTS);
    const known = targets.names[name] ?? schema.enum?.map(String) ?? [];
    const sound = known.length === 0 || chance.happens(0.05) ? drawnUuid(chance) : oneOf(chance, known);
    return chance.happens(0.05) ? sound.toUpperCase() : sound;
  }

  private inQuery({ name, schema }: Parameter): readonly string[] {
    const { chance } = this;
    if (chance.happens(0.6)) return [];
    const sound = String(schema.enum === undefined ? (schema.example ?? '1') : oneOf(chance, schema.enum));
    const value = chance.happens(0.4) ? oneOf(chance, hostile.HOSTILE_SEGMENTS) : encodeURIComponent(sound);
    return chance.happens(0.1) ? [`${name}=${value}`, `${name}=${value}`] : [`${name}=${value}`];
  }

  private headersOf(body: string | undefined): Record<string, string> {
    const { chance } = this;
    const type = chance.happens(0.03) ? oneOf(chance, hostile.MEDIA_TYPES) : 'application/json';
    return {
      ...(body === undefined ? {} : { 'content-type': type }),
      'idempotency-key': this.key(),
      ...(chance.happens(0.12) ? { 'if-match': oneOf(chance, hostile.HOSTILE_TAGS) } : {}),
    };
  }

  private key(): string {
    const { chance } = this;
    if (chance.happens(0.04)) return oneOf(chance, hostile.HOSTILE_KEYS);
    if (this.keys.length > 0 && chance.happens(0.04)) return oneOf(chance, this.keys);
    const key = drawnUuid(chance);
    this.keys.push(key);
    return key;
  }

  private bodyOf({ body }: Operation, targets: Targets): string | undefined {
    const { chance } = this;
    if (chance.happens(0.04)) return oneOf(chance, hostile.BROKEN_BODIES);
    if (body === undefined) return chance.happens(0.8) ? undefined : '{}';
    let drawn = this.sound(body, targets, '');
    const changes = chance.happens(0.4) ? 0 : chance.between(1, 3);
    for (let done = 0; done < changes; done++) drawn = this.changedWithin(drawn);
    return hostile.written(drawn);
  }

  /** A value that a schema describes: its example, or one of what the house holds. */
  private sound(described: Schema, targets: Targets, name: string): unknown {
    const { chance } = this;
    const schema = this.description.whole(described);
    if (schema.properties) {
      const fields = Object.entries(schema.properties).filter(
        ([field]) => schema.required?.includes(field) || chance.happens(0.3),
      );
      return Object.fromEntries(fields.map(([field, of]) => [field, this.sound(of, targets, field)]));
    }
    const known = /siret$/i.test(name) ? targets.names['siret'] : undefined;
    if (known && chance.happens(0.7)) return oneOf(chance, known);
    if (schema.enum) return oneOf(chance, schema.enum);
    if (schema.example !== undefined) return schema.example;
    return schema.items ? [this.sound(schema.items, targets, name)] : (schema.minimum ?? 'texte');
  }

  /** A value in which one thing, at any depth, is another, is missing, or is too many. */
  private changed(value: unknown): unknown {
    const { chance } = this;
    return chance.happens(0.15) ? oneOf(chance, hostile.HOSTILE) : this.changedWithin(value);
  }

  /** The same, but never the whole of it where it has parts. */
  private changedWithin(value: unknown): unknown {
    const { chance } = this;
    if (value instanceof hostile.Raw) return value;
    if (Array.isArray(value) && value.length > 0) {
      const at = chance.between(0, value.length - 1);
      return value.map((held, rank) => (rank === at ? this.changed(held) : (held as unknown)));
    }
    if (typeof value !== 'object' || value === null) return oneOf(chance, hostile.HOSTILE);
    const fields = Object.entries(value);
    if (fields.length === 0 || chance.happens(0.15)) return this.withUnknown(fields);
    const at = chance.between(0, fields.length - 1);
    if (chance.happens(0.1)) return Object.fromEntries(fields.filter((_, rank) => rank !== at));
    return Object.fromEntries(fields.map(([name, held], rank) => [name, rank === at ? this.changed(held) : held]));
  }

  private withUnknown(fields: readonly (readonly [string, unknown])[]): hostile.Raw {
    const name = oneOf(this.chance, [...hostile.PROTOTYPE_NAMES, 'inconnu', 'a/b~c', '\ud800', '']);
    const more = `${JSON.stringify(name)}:${hostile.written(oneOf(this.chance, hostile.HOSTILE))}`;
    const inside = hostile.written(Object.fromEntries(fields)).slice(1, -1);
    return new hostile.Raw(`{${[inside, more].filter(text => text !== '').join(',')}}`);
  }
}
