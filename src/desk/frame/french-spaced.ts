/** A text with the no-break spaces of French before high punctuation and within quotes, and its typographic apostrophes. */
export function frenchSpaced(text: string): string {
  return text
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replaceAll(/ (?=[;!?%€»])/gu, '\u202f')
    .replaceAll(/ (?=:)/gu, '\u00a0')
    .replaceAll(/« /gu, '«\u202f');
}
