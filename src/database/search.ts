/** Whether every word of a list is somewhere in a text, in SQL; without regard to accents, case and ligatures. */
export const hasWords = (words: string, text: string): string =>
  `NOT EXISTS (SELECT FROM unnest(${words}::text[]) AS sought (word)
    WHERE position(folded(sought.word) IN folded(${text})) = 0)`;

/** The words of what someone looks for. */
export const wordsOf = (sought = ''): readonly string[] => sought.split(/\s+/).filter(word => word !== '');
