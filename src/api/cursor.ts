import { problem, ProblemException } from './problem.js';

/** Where a page begins, as an opaque text: what tells its list and its place there. */
export const cursorText = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What a cursor tells; nothing of a text that is none. */
export function cursorParts(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Refuses a cursor that a list did not give. */
export const malformedCursor = (): ProblemException =>
  new ProblemException(
    problem('cursor-malformed', 400, 'Page mal formée', "Le curseur n'est pas celui d'une page de cette liste."),
  );
