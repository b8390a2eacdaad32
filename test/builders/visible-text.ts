/** What a person reads of a page: its text, without markup, scripts nor what only a browser sees. */
export function visibleText(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  return body
    .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What no page says to people: identifiers, digests, codes of the machine, drafting notes. */
const MACHINE_WORDS: readonly (readonly [string, RegExp])[] = [
  ['an identifier', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i],
  ['a digest', /\b[0-9a-f]{64}\b/i],
  ['a bare SIRET', /(?<!\d)\d{14}(?!\d)/],
  ['a code', /\b(?:undefined|null|NaN|\[object|claimed|to-correct|filed|in-force|convention-required|running)\b/],
  ['a drafting note', /à confirmer/],
  ['an ISO date', /\b\d{4}-\d{2}-\d{2}\b/],
  ['an amount of the machine', /\b\d+\.\d{2}\b/],
];

/** The machine's words that a page lets people read, each with where. */
export function machineWordsIn(html: string): readonly string[] {
  const text = visibleText(html);
  return MACHINE_WORDS.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found ? [`${what}: « ${text.slice(Math.max(0, found.index - 40), found.index + 60)} »`] : [];
  });
}
