import type { News } from '../domain/dossier/news.js';

/** What makes a story ask its journal, up to a version, and say again where it rests. */
export function asks(version: number): News {
  return { since: -1, version, facts: [], turnPage: false };
}

/** News that follow each other make one; across a gap, only the last version counts: the story asks the journal. */
export function merged(first: News, second: News): News {
  const [older, newer] = first.version <= second.version ? [first, second] : [second, first];
  if (older.version !== newer.since) return { ...newer, since: -1 };
  return {
    since: older.since,
    version: newer.version,
    facts: [...older.facts, ...newer.facts],
    turnPage: older.turnPage || newer.turnPage,
  };
}
