import type { Request } from 'express';

/** What the router of Express says of one of its routes. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): unknown;
}

/** The methods that the address of a request takes; none for an address that does not exist. */
export function allowedMethods({ app, originalUrl }: Request): readonly string[] {
  const [path = '/'] = originalUrl.split('?');
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  const methods = new Set(stack.flatMap(layer => methodsOf(layer, path)));
  return [...methods].sort();
}

function methodsOf(layer: Layer, path: string): readonly string[] {
  const { _all: isOfAll, ...methods } = layer.route?.methods ?? {};
  if (isOfAll || !layer.match(path)) return [];
  return Object.keys(methods).flatMap(name => (name === 'get' ? ['GET', 'HEAD'] : [name.toUpperCase()]));
}
