import type { Notified } from '../../src/domain/award/events.js';
import { isDeemed } from '../../src/domain/award/notification.js';
import type { RecordedEvent } from '../../src/domain/dossier/state.js';
import type { ActingRole } from '../../src/domain/dossier/roles.js';
import { tellingOf, TOLD_TYPES } from '../../src/domain/reminders/told-at-once.js';
import type { ClaimedNotice, ToldEvent } from '../../src/record/mails/mail.js';
import {
  because,
  belowThreshold,
  CARRIER,
  claimed,
  declared,
  FIRST_ADVANCE,
  grantedTo,
  someone,
  voted,
  type DossierBuilder,
} from './dossier.js';
import { EVERY_STATE, studyRejected } from './every-state.js';
import { MORE, noticeOf, UNREAD } from './every-mail.js';
import { InMemoryDossier } from './in-memory-dossier.js';
import { owing } from './owing-dossier.js';

/** An event that is told at once, of a whole life, and the notice that tells it to each of those whom it concerns. */
export interface ToldOnce {
  readonly what: string;
  readonly notices: readonly ClaimedNotice[];
}

/** What people wrote beside such an event. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'report-returned': { '/values/0': 'L’an dernier 21 : est-ce une faute de frappe ?' },
};

const UNTIL = { ...because, until: '2026-06-30' };
const on = { obligation: 'o-1' };
const asked = () =>
  owing({ kind: 'council-opinion', debtor: { role: 'council' } }, declared()).does('request-extension', UNTIL, { on });

/** What no dossier of the tests has known. */
export const RARE: Readonly<Record<string, () => DossierBuilder>> = {
  'given more time': () => asked().does('grant-extension', UNTIL, { on, by: someone('manager') }),
  'refused more time': () => asked().does('refuse-extension', because, { on, by: someone('manager') }),
  'whose liquidation is returned': () =>
    claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE }).does('return-liquidation', because),
  'who did not read what was decided': () =>
    voted().does('transmit-deliberation', { receipt: 'R' }).on('2026-02-17').does('notify-grant', UNREAD),
  'told of a refusal': () => studyRejected().does('notify-refusal'),
  'whose convention is needed after all': () =>
    belowThreshold().looksAtThreshold([grantedTo(CARRIER, '2027-06-01', 2_000_000)]),
  'whose convention is needed no more': () =>
    belowThreshold()
      .looksAtThreshold([grantedTo(CARRIER, '2027-06-01', 2_000_000)])
      .looksAtThreshold([]),
  resumed: () => declared().does('suspend-dossier', because).does('resume-dossier', because),
};

function nameOf({ type, data }: RecordedEvent): string {
  if ('outcome' in data) return `${type}, ${String(data.outcome)}`;
  return 'consultedOn' in data && isDeemed(data as Notified) ? `${type}, unread` : type;
}

/** One of each type, and of each outcome, that is told at once. */
export async function oneOfEachEvent(): Promise<readonly ToldOnce[]> {
  const found = new Map<string, ToldOnce>();
  for (const [name, live] of Object.entries({ ...EVERY_STATE, ...MORE, ...RARE })) {
    if (name === 'not declared' || name.startsWith('that ')) continue;
    const { state, rules, journal } = await new InMemoryDossier(live()).declares();
    const dossier = { state, reglement: rules.reglement.id };
    for (const event of journal) {
      const what = nameOf(event);
      if (found.has(what) || !(TOLD_TYPES as readonly string[]).includes(event.type)) continue;
      const { parties } = tellingOf(event, { state, before: state });
      if (parties.length > 0)
        found.set(what, { what, notices: parties.map(({ role }) => noticeTelling(event, dossier, role)) });
    }
  }
  return [...found.values()].sort((a, b) => (a.what < b.what ? -1 : 1));
}

function noticeTelling(
  event: RecordedEvent,
  dossier: NonNullable<ClaimedNotice['dossier']>,
  reader: ActingRole,
): ClaimedNotice {
  const owed = 'obligation' in event.data ? dossier.state.obligations[event.data.obligation] : undefined;
  const [obligation] = owed ? [owed] : Object.values(dossier.state.obligations);
  if (!obligation) throw new Error('Un dossier où rien ne fut dû.');
  const telling = {
    ...event,
    private: BESIDE[event.type] ?? { reason: 'Motif donné par la Région.' },
    owed: owed ? { ...owed, debtorRole: owed.debtor.role } : null,
  } as unknown as ToldEvent;
  return noticeOf({ obligation, dossier }, 'event', reader, { event: telling, obligation: owed?.id ?? null });
}
