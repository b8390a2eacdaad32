import { factsOf } from '../domain/dossier/expectations.js';
import type { NewEvent, RecordedEvent } from '../domain/dossier/state.js';
import { rehearse } from '../rehearsal/rehearse.js';

/**
 * Says of what opens the fact that made it awaited, among the last ones of a journal, `fresh`, which the story had not
 * heard: the same whether it heard them one by one or all at once. Null when there is none.
 */
export async function triggered(
  events: readonly NewEvent[],
  fresh: readonly RecordedEvent[],
  history: () => Promise<readonly RecordedEvent[]>,
): Promise<readonly NewEvent[]> {
  const keys = events.flatMap(event =>
    event.type === 'obligation-opened' ? [`${event.data.kind}/${event.data.instance}`] : [],
  );
  if (keys.length === 0) return events;
  const since = fresh.length > 1 ? await sinceWhen(keys, fresh, await history()) : new Map<string, string>();
  return events.map(event => {
    if (event.type !== 'obligation-opened') return event;
    const trigger = since.get(`${event.data.kind}/${event.data.instance}`) ?? fresh.at(-1)?.id ?? null;
    return { ...event, data: { ...event.data, trigger } };
  });
}

/** For each key, the fact since which the story awaits it without interruption. */
async function sinceWhen(
  keys: readonly string[],
  fresh: readonly RecordedEvent[],
  history: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, string>> {
  const since = new Map<string, string>();
  let left = keys;
  for (const fact of fresh.toReversed()) {
    const awaited = await rehearse(factsOf(history.filter(({ sequence }) => sequence <= fact.sequence)));
    left = left.filter(key => awaited.includes(key));
    if (left.length === 0) break;
    for (const key of left) since.set(key, fact.id);
  }
  return since;
}
