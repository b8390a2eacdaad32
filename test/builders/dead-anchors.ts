/** The places of its own that a page leads to and does not hold. */
export function deadAnchorsIn(html: string): readonly string[] {
  const led = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id = '']) => id);
  return [...new Set(led)].filter(id => !html.includes(` id="${id}"`));
}
