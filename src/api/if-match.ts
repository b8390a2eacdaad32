import { problem, ProblemException } from './problem.js';

/** A tag, strong or weak (a proxy that compresses weakens it), then a comma or the end; a list may hold empty elements. */
const ELEMENT = /[ \t]*(?:(?:W\/)?"([^"]*)"[ \t]*)?(?:,|$)/y;

/** The greatest version that a dossier can have. */
const GREATEST = 2_147_483_647;

/**
 * The versions that a person may have read, as `If-Match` names them (RFC 9110, 13.1.1): a list, of which those that
 * are no version match none; undefined for any, and where nothing is asked. Refuses what has another form.
 */
export function versionsRead(header: string | undefined): readonly number[] | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const tags = tagsOf(header);
  if (tags.length > 0) return tags.filter(tag => /^\d{1,10}$/.test(tag) && Number(tag) <= GREATEST).map(Number);
  throw new ProblemException(
    problem('if-match-malformed', 400, 'Version mal formée', 'If-Match reprend l’ETag du dossier, par exemple "17".'),
  );
}

/** The tags of a list; none where one is malformed. */
function tagsOf(header: string): readonly string[] {
  const tags: string[] = [];
  ELEMENT.lastIndex = 0;
  while (ELEMENT.lastIndex < header.length) {
    const element = ELEMENT.exec(header);
    if (!element) return [];
    if (element[1] !== undefined) tags.push(element[1]);
  }
  return tags;
}
