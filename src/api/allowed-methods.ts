import type { Request } from 'express';

/** What the router of Express says of one of its routes. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): unknown;
}

/** The methods that a path takes, that of a request unless another is told; none for a path that does not exist. */
export function allowedMethods({ app, originalUrl }: Request, path = pathIn(originalUrl)): readonly string[] {
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  const methods = new Set(stack.flatMap(layer => methodsOf(layer, path)));
  return [...methods].sort();
}

const pathIn = (address: string): string => address.split('?')[0] ?? '/';

function methodsOf(layer: Layer, path: string): readonly string[] {
  const methods = layer.route?.methods ?? {};
  if (isCatchAll(methods) || !layer.match(path)) return [];
  return Object.keys(methods).flatMap(name => (name === 'get' ? ['GET', 'HEAD'] : [name.toUpperCase()]));
}

/** A route of every method is the one by which Nest says that there is none. */
const isCatchAll = (methods: Readonly<Record<string, boolean>>) => methods['trace'] === true;
