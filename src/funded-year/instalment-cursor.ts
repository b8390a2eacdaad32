import { problem, ProblemException } from '../api/problem.js';

/** Where a page begins: after the last line of the one before, in the order of its state. */
export const cursorOf = (state: string, key: string): string =>
  Buffer.from(JSON.stringify([state, key])).toString('base64url');

/** Reads a cursor. Refuses what the list of this state did not give. */
export function readCursor(state: string, text: string): string {
  const [from, key] = parsed(text);
  if (from !== state || typeof key !== 'string' || !/^[\d -]{22}[\da-f-]{36} \d{3} \d{3}$/.test(key))
    throw new ProblemException(
      problem('cursor-malformed', 400, 'Page mal formée', "Le curseur n'est pas celui d'une page de cette liste."),
    );
  return key;
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
