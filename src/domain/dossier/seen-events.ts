import { seesContribution, seesDayOf, seesParties, type View } from './view.js';
import type { Party } from './roles.js';
import type { RecordedEvent } from './state.js';

/**
 * What of a dossier's whole journal is in a view, in order: what bears on an award of theirs while it was, on their
 * contribution, on what they owed or were owed at the time, and what retracts or rectifies it.
 */
export function eventsSeen(view: View | undefined, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (view === 'whole') return events;
  const owed = new Map<string, readonly (Party | undefined)[]>();
  const seen = new Set<string>();
  return events.filter(event => {
    const before = partiesOf(event, owed);
    note(event, owed);
    const isSeen =
      seesParties(view, ...before, ...partiesOf(event, owed)) || bears(event, view) || seen.has(rightedBy(event));
    if (isSeen) seen.add(event.id);
    return isSeen;
  });
}

/** The fact that an event takes back or rectifies, if it does. */
const rightedBy = ({ retracts, type, data }: RecordedEvent): string =>
  type === 'represented-body-rectified' ? data.event : (retracts ?? '');

type Owed = Map<string, readonly (Party | undefined)[]>;

/** Who owes what an event is about, and to whom, as known so far. */
const partiesOf = ({ data }: RecordedEvent, owed: Owed) =>
  'obligation' in data ? (owed.get(data.obligation) ?? []) : [];

function note(event: RecordedEvent, owed: Owed): void {
  if (event.type === 'obligation-opened') owed.set(event.data.obligation, [event.data.debtor, event.data.creditor]);
  if (event.type === 'debtor-changed')
    owed.set(event.data.obligation, [event.data.to, owed.get(event.data.obligation)?.[1]]);
  if (event.type === 'creditor-changed')
    owed.set(event.data.obligation, [owed.get(event.data.obligation)?.[0], event.data.to]);
}

function bears(event: RecordedEvent, view: View | undefined): boolean {
  if (event.type === 'former-carrier-settled') return seesParties(view, { role: 'carrier', body: event.data.carrier });
  if ('contribution' in event.data) return seesContribution(view, event.data.contribution);
  return 'award' in event.data && seesDayOf(view, event.data.award, event.date);
}
