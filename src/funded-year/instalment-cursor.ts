import { cursorParts, cursorText, malformedCursor } from '../api/cursor.js';

/** Where a page begins: after the last line of the one before, in the order of its state. */
export const cursorOf = (state: string, key: string): string => cursorText([state, key]);

/** Reads a cursor. Refuses what the list of this state did not give. */
export function readCursor(state: string, text: string): string {
  const [from, key] = cursorParts(text);
  if (from !== state || typeof key !== 'string' || !/^[\d -]{22}[\da-f-]{36} \d{3} \d{3}$/.test(key))
    throw malformedCursor();
  return key;
}
