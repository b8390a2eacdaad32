import type { Party, Role } from '../dossier/roles.js';
import type { DossierEvents, DossierState, EventName, RecordedEvent } from '../dossier/state.js';
import { instalmentKey } from '../funded-year/slice.js';
import { daysBetween, type CivilDate } from '../kernel/civil-date.js';
import { parisDate } from '../kernel/paris.js';
import { keyOf, openObligations, type Obligation } from '../obligations/slice.js';
import { recipientsOf, type Directory, type Recipient } from './recipients.js';

/** Whom an event is told to at once, and about what that is owed, if anything. */
interface Telling {
  readonly parties: readonly Party[];
  /** The account that it is meant for, of those who hold the role: they alone are told while they are there. */
  readonly account?: string | null;
  /** The key, or the identifier, of what is owed. */
  readonly about?: { readonly key: string } | { readonly id: string };
}

/** The dossier as the event left it, and as it was before. */
interface Around {
  readonly state: DossierState;
  readonly before: DossierState;
}

type EventOf<Type extends EventName> = { readonly type: Type; readonly data: DossierEvents[Type] };
type Tellings = { readonly [Type in EventName]?: (event: EventOf<Type>, around: Around) => Telling };

const carrierOf = (body: string | null | undefined): readonly Party[] => (body ? [{ role: 'carrier', body }] : []);

const toApplicant = ({ data }: { readonly data: { readonly award: string } }, { state }: Around): Telling => ({
  parties: carrierOf(state.awards[data.award]?.applicant),
});
const toBearer = (_event: object, { state }: Around): Telling => ({ parties: carrierOf(state.study.bearer) });
const toCarrier = (): Telling => ({ parties: [{ role: 'carrier' }] });

type OnOwed = { readonly data: { readonly obligation: string } };
const debtorOf = ({ data }: OnOwed, { state }: Around) => state.obligations[data.obligation]?.debtor;

const toDebtor = (event: OnOwed, around: Around): Telling => {
  const debtor = debtorOf(event, around);
  return { parties: debtor ? [debtor] : [], about: { id: event.data.obligation } };
};

/** Who decides of more time: the instructors, and their manager of what they owe themselves. */
const toDecider = (event: OnOwed, around: Around): Telling => {
  const role: Role = debtorOf(event, around)?.role === 'instructor' ? 'manager' : 'instructor';
  return { parties: [{ role }], about: { id: event.data.obligation } };
};

/** The events that are told at once to whom they concern; all the others wait for a reminder, or are told to nobody. */
const TOLD = {
  'report-returned': (event, around) => {
    const { report, award, year, round } = event.data;
    return { ...toApplicant(event, around), about: { key: `${report}/${award}/${year}/${round + 1}` } };
  },
  'report-accepted': toApplicant,
  'study-sent-back': toBearer,
  'study-validated': toBearer,
  'extension-requested': toDecider,
  'extension-granted': toDebtor,
  'extension-refused': toDebtor,
  'liquidation-returned': ({ data: { award, year, number, attempt } }, { before }) => ({
    parties: [{ role: 'instructor' }],
    account: before.instalments[instalmentKey(award, year, number)]?.preparedBy ?? null,
    about: { key: `liquidation/${award}/${year}/${number}/${attempt + 1}` },
  }),
  'vote-recorded': toApplicant,
  'decision-made-available': (event, around) => ({
    ...toApplicant(event, around),
    about: { key: `${event.data.decision}-receipt/${event.data.award}` },
  }),
  'grant-notified': toApplicant,
  'refusal-notified': toApplicant,
  'convention-notified': toApplicant,
  'convention-became-required': toApplicant,
  'payment-recorded': toApplicant,
  'dossier-suspended': toCarrier,
  'dossier-resumed': toCarrier,
} as const satisfies Tellings;

/** The template of the notices that tell of an event. */
export const EVENT_TEMPLATE = 'event';

export type ToldType = keyof typeof TOLD;

/** The types of events that are told at once. */
export const TOLD_TYPES = Object.keys(TOLD) as readonly ToldType[];

/** What is said of an event told at once: its type, and its data. */
export type ToldFact = { [Type in ToldType]: EventOf<Type> }[ToldType];

const isTold = (event: { readonly type: string }): event is ToldFact => Object.hasOwn(TOLD, event.type);

/** Whom an event is told to at once; nobody for most. */
export function tellingOf(event: { readonly type: string }, around: Around): Telling {
  if (!isTold(event)) return { parties: [] };
  // The table gives each type the telling of that type.
  const telling = TOLD[event.type] as (event: ToldFact, around: Around) => Telling;
  return telling(event, around);
}

/** Why an event is not told to someone: it is their own doing, it is long past, or they cannot be written to. */
export type UntoldReason = 'own-act' | 'long-past' | 'nobody' | 'unreachable';

/** What is to be told at once to one recipient; with a reason, why it will not leave. */
export interface PlannedTelling {
  readonly event: RecordedEvent;
  readonly recipient: Recipient;
  /** What is owed that it bears on, if anything. */
  readonly obligation: Obligation | null;
  readonly reason: UntoldReason | null;
}

/** Days after which a fact that is entered is history: nobody is told of it. */
const NEWS_DAYS = 60;

/** What events give to tell at once on a day. Nobody is told of what they did themselves. */
export function tellingsOf(
  around: Around,
  events: readonly RecordedEvent[],
  directory: Directory,
  today: CivilDate,
): readonly PlannedTelling[] {
  return events.flatMap(event => {
    const telling = tellingOf(event, around);
    return toldTo(telling, event, directory, around.state, today).map(recipient => ({
      ...{ event, recipient, obligation: obligationOf(telling, around.state) },
      reason: whyUntold(recipient, event),
    }));
  });
}

/** Those who hold the roles of a telling, or the one whom it is meant for. */
function toldTo(
  { parties, account }: Telling,
  { type }: { readonly type: string },
  directory: Directory,
  state: DossierState,
  today: CivilDate,
): readonly Recipient[] {
  const [debtor] = parties;
  if (!debtor) return [];
  const among = (people: Directory['people']) =>
    recipientsOf({ ...directory, people }, state, parties, { kind: type, debtor }, today);
  const meant = account ? among(directory.people.filter(person => person.account === account)) : [];
  return meant.some(({ contact }) => contact !== null) ? meant : among(directory.people);
}

function obligationOf({ about }: Telling, state: DossierState): Obligation | null {
  if (!about) return null;
  if ('id' in about) return state.obligations[about.id] ?? null;
  return openObligations(state).find(owed => keyOf(owed) === about.key) ?? null;
}

function whyUntold(
  { contact, account, isReachable }: Recipient,
  { actor, insteadOf, date, recordedAt }: RecordedEvent,
): UntoldReason | null {
  if (daysBetween(date, parisDate(recordedAt)) > NEWS_DAYS) return 'long-past';
  if (contact === null) return 'nobody';
  if (account !== null && [actor, insteadOf].includes(account)) return 'own-act';
  return isReachable ? null : 'unreachable';
}
