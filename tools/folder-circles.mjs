import { posix } from 'node:path';

/**
 * The circles of folders among modules as dependency-cruiser tells them, each as the folders that know each other, in
 * order. A folder and one inside it are two folders: dependency-cruiser, which takes them for one, misses their circles.
 */
export function folderCircles(modules, isWatched) {
  const known = new Map();
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [source, resolved].map(file => posix.dirname(file));
      if (from === to || !isWatched(from) || !isWatched(to)) continue;
      known.set(from, (known.get(from) ?? new Set()).add(to));
    }
  return components(known).filter(({ length }) => length > 1);
}

/** The strongly connected components of a graph (Tarjan 1972). */
function components(graph) {
  const [order, low, stack, found] = [new Map(), new Map(), [], []];
  const visit = node => {
    order.set(node, order.size);
    low.set(node, order.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) === order.get(node)) found.push(stack.splice(stack.indexOf(node)).sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}
