import { PATH_METADATA } from '@nestjs/common/constants.js';
import type { Type } from '@nestjs/common';

/** The addresses of the routes of some controllers, as Nest writes them. */
export function pathsOf(controllers: readonly Type[]): readonly string[] {
  return controllers.flatMap(controller => {
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const handlers = Object.getOwnPropertyNames(controller.prototype).map(
      name => Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as unknown,
    );
    const paths = handlers.flatMap(handler =>
      typeof handler === 'function' ? [Reflect.getMetadata(PATH_METADATA, handler) as string | undefined] : [],
    );
    return paths.flatMap(path =>
      path === undefined ? [] : [[base, path].filter(part => part !== '/').join('/') || '/'],
    );
  });
}
