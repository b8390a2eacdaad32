import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ACCESS } from '../../src/api/access.js';
import { openApiText } from '../../src/app/description.js';
import { CONTROLLERS } from '../../src/app/app-module.js';
import { ACTS } from '../../src/domain/dossier/acts.js';
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
});

describe('every route', () => {
  it('has an access rule', () => {
    const bare = CONTROLLERS.flatMap(controller => {
      const prototype = controller.prototype as Record<string, unknown>;
      const names = Object.getOwnPropertyNames(prototype).filter(name => name !== 'constructor');
      return names.flatMap(name => {
        const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
        const isRoute = typeof handler === 'function' && Reflect.hasMetadata('path', handler);
        return isRoute && !Reflect.hasMetadata(ACCESS, handler) ? [`${controller.name}.${name}`] : [];
      });
    });
    expect(bare).toEqual([]);
  });
});
