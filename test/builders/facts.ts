import type { FulfilledExpectation } from '../../src/domain/dossier/expectations.js';

/** Facts with the awards named: the study, the convention, and what came after them by its rank. */
export function named(facts: readonly FulfilledExpectation[], names: Readonly<Record<string, string>>): unknown {
  const text = JSON.stringify(facts.map(({ key, value }) => [key, value]));
  return JSON.parse(Object.entries(names).reduce((namedText, [id, name]) => namedText.replaceAll(id, name), text));
}
