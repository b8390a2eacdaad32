/** A label without the dates of its exercise, which the number says enough in a list. */
export const withoutDates = (label: string): string => label.replaceAll(/ \([^()]*\d{4}[^()]*\)/g, '');
