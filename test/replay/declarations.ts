/** What a story declared once: the keys awaited, at a fact version. */
export interface Declared {
  readonly awaited: readonly string[];
  readonly version: number;
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The declarations of a story as one reads them: the fact version, what is awaited from then on and what no longer is.
 * Awards are numbered in the order in which they appear, so that a path frozen anew tells the same.
 */
export function linesOf(declared: readonly Declared[]): readonly string[] {
  const numbers = new Map<string, string>();
  const numbered = (key: string) =>
    key.replace(UUID, id => {
      const number = numbers.get(id) ?? `#${numbers.size + 1}`;
      numbers.set(id, number);
      return number;
    });
  let before: readonly string[] = [];
  return declared.flatMap(({ awaited, version }) => {
    const more = awaited.filter(key => !before.includes(key)).map(key => `+${numbered(key)}`);
    const less = before.filter(key => !awaited.includes(key)).map(key => `-${numbered(key)}`);
    before = awaited;
    return more.length + less.length === 0 ? [] : [`${version}: ${[...more, ...less].join(' ')}`];
  });
}
