import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { MODULE_METADATA, ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { getMetadataStorage } from 'class-validator';
import { ACCESS } from '../../src/api/access.js';
import { openApiText } from '../../src/app/description.js';
import { FEATURES } from '../../src/app/app.module.js';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { isSiret } from '../../src/domain/kernel/identifiers.js';
import { projectFile } from '../../src/startup/project-file.js';

interface Described {
  readonly paths: Readonly<
    Record<string, { readonly post?: { readonly operationId: string; readonly summary: string } }>
  >;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, object>> }>>;
  };
}

describe('the description of the API', () => {
  it('is the one that is committed, and tells every act', async () => {
    const text = await openApiText();
    expect(readFileSync(projectFile('docs', 'openapi.json'), 'utf8')).toBe(text);
    const operationIds = Object.values((JSON.parse(text) as Described).paths).flatMap(path =>
      path.post ? [path.post.operationId] : [],
    );
    expect(ACTS.map(act => act.name).filter(name => !operationIds.includes(name))).toEqual([]);
  });

  it('gives an example of every field of a body', async () => {
    const { components } = JSON.parse(await openApiText()) as Described;
    const bodies = Object.entries(components.schemas).filter(([schema]) => schema.endsWith('Body'));
    const bare = bodies.flatMap(([schema, { properties = {} }]) =>
      Object.entries(properties).flatMap(([name, property]) =>
        'example' in property || '$ref' in property || 'allOf' in property ? [] : [`${schema}.${name}`],
      ),
    );
    expect(bare).toEqual([]);
  });

  it('names in French who may, and gives no SIRET whose key is false', async () => {
    const text = await openApiText();
    expect(text).not.toMatch(/\[object |undefined|NaN/);
    const numbers = [...text.matchAll(/"(\d{14})"/g)].map(([, number = '']) => number);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter(number => !isSiret(number))).toEqual([]);
  });
});

interface Handler {
  readonly controller: Type;
  readonly name: string;
  readonly method: object;
}

/** The methods of the features that answer a route. */
function handlers(): readonly Handler[] {
  const controllers = FEATURES.flatMap(
    feature => Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, feature) as readonly Type[],
  );
  return controllers.flatMap(controller => {
    const prototype = controller.prototype as object;
    return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) =>
      name !== 'constructor' && typeof value === 'function' && Reflect.hasMetadata('path', value)
        ? [{ controller, name, method: value }]
        : [],
    );
  });
}

const named = ({ controller, name }: Handler) => `${controller.name}.${name}`;

/** The classes by which Nest checks the body of a route, or its whole query. */
function describedBy({ controller, name }: Handler): readonly unknown[] {
  const inputs = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Readonly<
    Record<string, { readonly index: number; readonly data?: unknown }>
  >;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as readonly unknown[];
  return Object.entries(inputs).flatMap(([key, { index, data }]) => {
    const [kind] = key.split(':').map(Number);
    return kind === RouteParamtypes.BODY || (kind === RouteParamtypes.QUERY && data === undefined)
      ? [types[index]]
      : [];
  });
}

describe('every route', () => {
  it('has an access rule', () => {
    const bare = handlers().filter(({ method }) => !Reflect.hasMetadata(ACCESS, method));
    expect(bare.map(named)).toEqual([]);
  });

  it('has a class that describes its body and its query', () => {
    const undescribed = handlers().filter(handler => describedBy(handler).some(type => !hasRules(type)));
    expect(undescribed.map(named)).toEqual([]);
    expect(handlers().flatMap(describedBy).length).toBeGreaterThan(ACTS.length);
  });
});

/** Whether class-validator knows what a class holds. */
function hasRules(type: unknown): boolean {
  if (typeof type !== 'function') return false;
  const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return metadata.length > 0;
}
