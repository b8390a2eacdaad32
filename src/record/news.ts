import { factsOfEvent } from '../domain/dossier/expectations.js';
import type { News } from '../domain/dossier/news.js';
import type { UnitOfWork } from './unit-of-work.js';

/** What a transaction tells the story. */
export function newsOf({ stream }: UnitOfWork, since: number): News {
  const facts = stream.events.filter(event => event.factVersion !== null);
  return {
    since,
    version: stream.row.version,
    facts: facts.flatMap(factsOfEvent),
    turnPage: facts.some(event => event.retracts !== null),
  };
}
