import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RouteFinder } from '../api/traffic.js';

/** What Express's router holds of a route. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): object | false;
}

/** The route by which Nest answers what no other does. */
const WHAT_IS_NOT_FOUND = '*';

/** Finds the template of the route that a request took, or would have taken had it not been turned away at the door. */
export function routeFinder(app: NestExpressApplication): RouteFinder {
  const express: unknown = app.getHttpAdapter().getInstance();
  const { router } = express as { readonly router: { readonly stack: readonly Layer[] } };
  return request => {
    const asked = request.method.toLowerCase();
    const path =
      (request.route as Layer['route'])?.path ??
      router.stack.find(layer => layer.route?.methods[asked] === true && matches(layer, request.path))?.route?.path;
    return path?.startsWith(WHAT_IS_NOT_FOUND) ? undefined : path;
  };
}

/** A path that cannot be decoded leads nowhere. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path) !== false;
  } catch {
    return false;
  }
}
