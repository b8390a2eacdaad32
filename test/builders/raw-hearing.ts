import type { CivilDate } from '../../src/domain/kernel/civil-date.js';
import { ofGrant, type RawGrant } from './raw-grant.js';
import { laterId, type RawJournal } from './raw-journal.js';

export interface RawHearing {
  readonly id: string;
  readonly matter: string;
  readonly grounds: readonly string[];
  readonly amount: number | null;
  readonly invitedOn: CivilDate;
  readonly endedOn: CivilDate | null;
  readonly rank: number;
}

export const rawHearing = (matter: string, on: CivilDate, change: Partial<RawHearing> = {}): RawHearing => ({
  ...{ id: laterId(), matter, grounds: ['no-activity'], amount: null, invitedOn: on, endedOn: on, rank: 1 },
  ...change,
});

/** The body is invited to say what it has to, and does. */
export async function isHeard(journal: RawJournal, grant: RawGrant, hearing: RawHearing): Promise<void> {
  const { id, matter, grounds, amount, invitedOn, endedOn, rank } = hearing;
  const terms = { matter, rank, grounds, amount, sanction: false, term: invitedOn };
  await journal.writes({ ...ofGrant('observations-invited', grant, invitedOn, terms), id });
  if (endedOn !== null) await journal.writes(ofGrant('observations-presented', grant, endedOn, { matter, rank }));
}

/** What a withdrawal tells, of those that end nothing. */
export const withdrawn = (grant: RawGrant, hearing: RawHearing, on: CivilDate, more: object = {}) =>
  ofGrant('grant-withdrawn', grant, on, {
    ...{ basis: 'conditions', grounds: hearing.grounds, hearing: hearing.id, rank: 1, whole: false, ends: false },
    ...{ cycles: [], deliberation: '27_2', breachOn: null, claim: null, ...more },
  });
