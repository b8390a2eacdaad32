import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { dueDate, inWords } from '../kernel/delay.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { referenceOn } from '../reglement/references.js';
import { legalDelay, type LegalTexts } from '../reglement/reglement.js';
import type { DeliberationFacts } from './deliberation.js';

/** What a quorum is counted from: null figures are counted for nothing. */
export type Attendance = Pick<
  DeliberationFacts,
  'organ' | 'members' | 'present' | 'represented' | 'aside' | 'firstMeetingOn'
>;

/** Who counts for a quorum, among how many, and how many it takes. */
export interface QuorumCount {
  readonly counted: number;
  readonly base: number;
  readonly needed: number;
}

/**
 * The quorum of an item, in members. The assembly counts those who are there (CGCT art. L4132-13), its commission those
 * who are there or represented (art. L4132-13-1): more than half of the members in exercise. The members that a text
 * seats in the body count in no part of it (art. L1111-6), not even represented; the other members who stepped aside stay in all of it.
 * Undefined when the figures were not published.
 */
export function quorumOf({ organ, members, present, represented, aside }: Attendance): QuorumCount | undefined {
  if (organ === null || members === null || present === null) return undefined;
  const byLaw = aside.filter(({ ground }) => ground === 'mandate-by-law');
  const base = members - byLaw.length;
  const there = present - byLaw.filter(({ absentFromRoom }) => !absentFromRoom).length;
  const counted = organ === 'assembly' ? there : there + (represented ?? 0);
  return { counted: Math.min(counted, base), base, needed: Math.floor(base / 2) + 1 };
}

const QUORUMS = { assembly: 'assembly-quorum', 'permanent-commission': 'commission-quorum' } as const;
const COUNTED = { assembly: 'présents', 'permanent-commission': 'présents ou représentés' } as const;

function tooSoon(first: CivilDate, sessionOn: CivilDate, law: LegalTexts): Refusal | undefined {
  const delay = legalDelay(law, 'second-meeting', first);
  if (!delay || sessionOn >= dueDate(first, delay)) return undefined;
  const earliest = formatFrench(dueDate(first, delay));
  return refuse(
    'second-meeting-too-soon',
    `La seconde réunion se tient ${inWords(delay)} après la première : le ${earliest}.`,
    {
      source: delay.source,
      pointer: '/firstMeetingOn',
      absolute: true,
    },
  );
}

/**
 * Why the members were too few to decide on the day of the session, where the law of that day says how many it takes. A
 * second meeting, held three days after one that lacked its quorum, decides whatever the number.
 */
export function quorumFault(attendance: Attendance, sessionOn: CivilDate, law: LegalTexts): Refusal | undefined {
  const { organ, firstMeetingOn } = attendance;
  if (firstMeetingOn !== null) return tooSoon(firstMeetingOn, sessionOn, law);
  const seatedByLaw = referenceOn(law, 'members-seated-by-law', sessionOn) !== undefined;
  const quorum = quorumOf(seatedByLaw ? attendance : { ...attendance, aside: [] });
  const source = organ && referenceOn(law, QUORUMS[organ], sessionOn);
  if (!quorum || !organ || !source || quorum.counted >= quorum.needed) return undefined;
  const { counted, base, needed } = quorum;
  const delay = legalDelay(law, 'second-meeting', sessionOn);
  const later = delay ? `${inWords(delay)} plus tard` : 'plus tard';
  const second = delay ? ` : le ${formatFrench(dueDate(sessionOn, delay))}` : '';
  return refuse(
    'quorum-not-met',
    `Le quorum n’est pas atteint : ${counted} membres ${COUNTED[organ]} sur ${base} en exercice, il en faut ${needed}. Une seconde réunion se tient ${later}, sans condition de quorum${second}. Inscrivez la demande à son ordre du jour.`,
    { source, pointer: '/present', liftedBy: 'enter-agenda', absolute: true },
  );
}
