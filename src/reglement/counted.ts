/** « 3 jours », « 1 jour », « 0 jour »: French has no plural below two. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count < 2 ? singular : plural}`;
