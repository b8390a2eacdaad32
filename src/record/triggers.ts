import type { FulfilledExpectation } from '../domain/dossier/expectations.js';
import type { NewEvent, RecordedEvent } from '../domain/dossier/state.js';

/** The facts of a dossier, as its story hears them, up to one of its events. */
export type FactsUpTo = (event: RecordedEvent) => Promise<readonly FulfilledExpectation[]>;

/**
 * Says of what opens the fact that made it awaited, among the last ones of a journal, `fresh`, which the story had not
 * heard: the same whether it heard them one by one or all at once. Null when there is none.
 */
export async function triggered(
  events: readonly NewEvent[],
  fresh: readonly RecordedEvent[],
  factsUpTo: FactsUpTo,
  awaited: (facts: readonly FulfilledExpectation[]) => Promise<readonly string[]>,
): Promise<readonly NewEvent[]> {
  const keys = events.flatMap(event =>
    event.type === 'obligation-opened' ? [`${event.data.kind}/${event.data.instance}`] : [],
  );
  if (keys.length === 0) return events;
  const since = new Map<string, string>();
  let remaining = fresh.length > 1 ? keys : [];
  for (const fact of fresh.toReversed()) {
    if (remaining.length === 0) break;
    const known = await awaited(await factsUpTo(fact));
    remaining = remaining.filter(key => known.includes(key));
    for (const key of remaining) since.set(key, fact.id);
  }
  return events.map(event => {
    if (event.type !== 'obligation-opened') return event;
    const trigger = since.get(`${event.data.kind}/${event.data.instance}`) ?? fresh.at(-1)?.id ?? null;
    return { ...event, data: { ...event.data, trigger } };
  });
}
