import type { DossierState, RecordedEvent } from '../dossier/state.js';
import type { Party } from '../dossier/roles.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { departureDay, ladderOf } from '../obligations/ladders.js';
import { openingsOf, type Obligation } from '../obligations/slice.js';
import { rungDay, type LadderRung, type Rung } from '../reglement/ladder.js';
import type { Rules } from '../reglement/reglement.js';
import { parisDate } from '../kernel/paris.js';
import { leavingOf, type Leaving } from './catch-up.js';
import type { NoticeHistory } from './notice-history.js';
import { BY_HAND_TEMPLATE, paceOf, waitsForMonday } from './paces.js';
import { pointNamed } from './points.js';
import { partyOf, readersOf, recipientsOf, type Directory, type Recipient } from './recipients.js';

/** What a person asks by hand, and to whom it is said. */
export const BY_HAND: Rung = {
  id: 'by-hand',
  offset: 0,
  unit: 'days',
  recipients: ['debtor'],
  template: BY_HAND_TEMPLATE,
  channel: 'mail',
};

/** Something that is to be said: a rung that was reached, or a reminder that was asked. */
export interface Occasion {
  readonly obligation: Obligation;
  readonly rung: Rung;
  /** How often it may be said; without limit where the kind has no ladder. */
  readonly limits: Pick<LadderRung, 'coolDownDays' | 'most' | 'quiet'> | undefined;
  readonly late: boolean;
  /** The day on which it was to leave; null for what is of no day: a reminder by hand, the point of a month. */
  readonly day: CivilDate | null;
  readonly event: RecordedEvent;
}

interface Saying extends Occasion {
  readonly recipient: Recipient;
}

/** Why a notice that is planned does not leave: another says it, the dossier or its reader stops it, it was said enough. */
export type PlanningReason = 'merged' | 'nobody' | 'suspended' | 'unreachable' | 'often-enough' | 'said-lately';

/** What is to be said to one recipient on one occasion, and how it leaves; with a reason, why it will not. */
export interface PlannedNotice extends Saying, Leaving {
  /** How many missed rungs that name this recipient it stands for. */
  readonly merges: number;
  readonly reason: PlanningReason | null;
}

/** What planning reads beside the dossier: who is there, and what they were told. */
export interface Audience {
  readonly directory: Directory;
  readonly noticeHistory: NoticeHistory;
}

/**
 * The notices that events give rise to on a day; what they plan counts as told for those that come after. Of the rungs
 * passed at once, each person receives the last that names them.
 */
export function noticesOf(
  state: DossierState,
  rules: Rules,
  events: readonly RecordedEvent[],
  today: CivilDate,
  { directory, noticeHistory }: Audience,
): readonly PlannedNotice[] {
  return events.flatMap(event => {
    const sayings = occasionsOf(state, rules, event).flatMap(occasion => sayingsOf(occasion, directory, state, today));
    return sayings.map(message => {
      const { recipient } = message;
      const leaving = leavesAs(message);
      const same = sayings.filter(sibling => sibling.recipient.name === recipient.name);
      if (same.at(-1) !== message) return { ...message, ...leaving, merges: 0, reason: 'merged' };
      const reason = whyNotPlanned(message, noticeHistory, state, today);
      if (reason === null) noticeHistory.add(message, recipient.name, parisDate(leaving.from));
      return { ...message, ...leaving, merges: same.length - 1, reason };
    });
  });
}

/** A reminder by hand leaves at once; a rung, as one that comes on its day or was missed. */
function leavesAs({ obligation, rung, limits, day, event, recipient }: Saying): Leaving {
  const quiet = limits?.quiet ?? [];
  const today = parisDate(event.recordedAt);
  const isMissed = day !== null && day < today;
  const waits = !isMissed && waitsForMonday({ template: rung.template, due: obligation.due, day: today, quiet });
  const pace = paceOf(rung.template, recipient, waits);
  if (day === null) return { pace, from: event.recordedAt };
  return leavingOf({ day, quiet }, pace, event.recordedAt);
}

/** Whom an occasion writes to. */
export function partiesOf({ rung, obligation }: Pick<Occasion, 'rung' | 'obligation'>): readonly Party[] {
  return rung.recipients.map(recipient => partyOf(recipient, obligation));
}

function sayingsOf(occasion: Occasion, directory: Directory, state: DossierState, today: CivilDate): readonly Saying[] {
  const find = occasion.rung.template === BY_HAND.template ? recipientsOf : readersOf;
  const recipients = find(directory, state, partiesOf(occasion), occasion.obligation, today);
  return recipients.map(recipient => ({ ...occasion, recipient }));
}

/** What an event gives to say: each rung that it reached, the merged ones first; or the reminder that it asked. */
export function occasionsOf(state: DossierState, rules: Rules, event: RecordedEvent): readonly Occasion[] {
  if (event.type !== 'rung-reached' && event.type !== 'reminder-asked') return [];
  const obligation = state.obligations[event.data.obligation];
  if (!obligation) return [];
  const ladder = ladderOf(obligation.kind, state, rules);
  if (event.type === 'reminder-asked')
    return [{ obligation, rung: askedFor(obligation), limits: ladder, late: false, day: null, event }];
  const { due, datedOn } = obligation;
  return [...event.data.merged, event.data.rung].flatMap((id): readonly Occasion[] => {
    const point = ladder && pointNamed(id, ladder);
    if (point) return [{ obligation, rung: point, limits: point, late: false, day: null, event }];
    const rung = ladder?.rungs.find(candidate => candidate.id === id);
    if (!rung || due === null) return [];
    const day = departureDay(rungDay(due, rung), datedOn, rung);
    return [{ obligation, rung, limits: rung, late: day < event.date, day, event }];
  });
}

/** The reminders by hand of one obligation are numbered, each being another. */
function askedFor({ reminders }: Obligation): Rung {
  return { ...BY_HAND, id: `${BY_HAND.id}-${reminders}` };
}

function whyNotPlanned(
  { recipient: { contact, name, isReachable }, obligation, limits }: Saying,
  noticeHistory: NoticeHistory,
  state: DossierState,
  today: CivilDate,
): PlanningReason | null {
  if (contact === null) return 'nobody';
  if (state.lifecycle.status === 'suspended') return 'suspended';
  if (!isReachable) return 'unreachable';
  if (!limits) return null;
  if (noticeHistory.times(obligation, name) >= limits.most) return 'often-enough';
  const last = noticeHistory.last(openingsOf(obligation, state), name);
  return last !== null && today < addDays(last, Math.max(1, limits.coolDownDays)) ? 'said-lately' : null;
}
