import type { Sent } from '../frame/typed.js';

/** What a browser posts of a form. */
export type Posted = Sent;

/** The parts of a date, as three inputs hold them. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;

/** The texts under a name, those that are not empty. */
export function textsIn(posted: Posted, name: string): readonly string[] {
  const found = Object.hasOwn(posted, name) ? (posted[name] ?? []) : [];
  return (typeof found === 'string' ? [found] : found).filter(text => text !== '');
}

/** The first text under a name, without blanks at its ends. */
export const trimmed = (posted: Posted, name: string): string => (textsIn(posted, name)[0] ?? '').trim();

/** A text, or its absence. */
export const blank = (text: string): string | undefined => (text === '' ? undefined : text);

/** A whole number, blanks between its digits left out; what is none stays as it was typed; nothing is absence. */
export function countIn(text: string): number | string | undefined {
  const digits = text.replace(/\s/gu, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : blank(text);
}

/** « 14/3/2026 », as people write a day. */
const FRENCH = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;

/** A day told by its three parts, or whole; as ISO writes it, even one that does not exist. */
export function dateIn(posted: Posted, name: string): string | undefined {
  const whole = trimmed(posted, name);
  if (whole !== '') return isoOf(FRENCH.exec(whole)?.slice(1) ?? []) ?? whole;
  const parts = DATE_PARTS.map(part => trimmed(posted, `${name}.${part}`));
  return parts.every(part => part === '') ? undefined : (isoOf(parts) ?? parts.join('/'));
}

function isoOf(parts: readonly string[]): string | undefined {
  const [day = '', month = '', year = ''] = parts;
  if (![day, month].every(part => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The ranks of the rows posted under a name, in their order. */
export function rowsIn(posted: Posted, name: string): readonly number[] {
  const start = `${name}.`;
  const ranks = Object.keys(posted).flatMap(key => {
    const [, rank] = key.startsWith(start) ? (/^(\d{1,3})\./.exec(key.slice(start.length)) ?? []) : [];
    return rank === undefined ? [] : [Number(rank)];
  });
  return [...new Set(ranks)].sort((a, b) => a - b);
}

/** Whether anything is filled in under the names that begin so. */
export const isFilled = (posted: Posted, start: string): boolean =>
  Object.keys(posted).some(name => name.startsWith(start) && textsIn(posted, name).some(text => text.trim() !== ''));
