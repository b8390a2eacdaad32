import { POLE_SORTS, type PoleOrder, type PolePlace } from '../database/pole-list-reads.js';
import { isUuid } from '../domain/kernel/ids.js';
import { cursorParts, cursorText, malformedCursor } from '../api/cursor.js';

type Order = Pick<PoleOrder, 'sort' | 'descending'>;

/** The order that is asked for: the last declared first when none is. */
export function orderOf(asked = '-declared'): Order {
  const descending = asked.startsWith('-');
  const sort = POLE_SORTS.find(known => known === asked.replace(/^-/, ''));
  if (!sort) throw new Error(`Ordre inconnu : ${asked}`);
  return { sort, descending };
}

const nameOf = ({ sort, descending }: Order) => `${descending ? '-' : ''}${sort}`;

/** Where a page begins: after the last line of the one before, in the order of the list. */
export function cursorOf(order: Order, { key, poleId }: PolePlace): string {
  return cursorText([nameOf(order), key, poleId]);
}

const SHAPES: Readonly<Partial<Record<PoleOrder['sort'], RegExp>>> = {
  stage: /^\d{1,3}$/,
  'next-due': /^(\d{4}-\d{2}-\d{2}|infinity)$/,
  'days-late': /^\d{1,7}$/,
  voted: /^\d{1,16}$/,
  paid: /^\d{1,16}$/,
  declared: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

/** Reads a cursor. Refuses what this list, in this order, did not give. */
export function readCursor(order: Order, text: string): PolePlace {
  const [name, key, poleId] = cursorParts(text);
  const shape = SHAPES[order.sort];
  if (name !== nameOf(order) || typeof key !== 'string' || typeof poleId !== 'string' || !isUuid(poleId))
    throw malformedCursor();
  if (shape && !shape.test(key)) throw malformedCursor();
  return { key, poleId };
}
