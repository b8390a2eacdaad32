import type { Represented } from './represented.js';
import type { RecordedEvent } from './state.js';
import { notRetracted } from './retracted.js';

/** In whose name a fact was written, and in whose it was really done. */
export interface Rectified {
  readonly from: Represented | null;
  readonly to: Represented;
}

/**
 * What the journal rectifies of in whose name facts were done, by the fact: what was first written and what was last
 * said. A rectification that was taken back rectifies nothing.
 */
export function rectifications(history: readonly RecordedEvent[]): ReadonlyMap<string, Rectified> {
  const found = new Map<string, Rectified>();
  for (const event of notRetracted(history))
    if (event.type === 'represented-body-rectified') {
      const { event: about, from, to } = event.data;
      const earlier = found.get(about);
      found.set(about, { from: earlier ? earlier.from : from, to });
    }
  return found;
}
