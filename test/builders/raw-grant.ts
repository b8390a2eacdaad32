import { addDays, civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { CARRIER, GRANT } from './dossier.js';
import { laterId, type RawFact, type RawJournal } from './raw-journal.js';

/** The day on which its organ votes. */
export const SESSION = civilDate('2026-06-10');

/** A grant as a journal tells it. */
export interface RawGrant {
  readonly award: string;
  readonly amount: number;
  readonly years: number;
  readonly from: string;
  readonly to: string;
  readonly applicant: string;
  readonly reglement: string;
  readonly referenceDocument: string | null;
  readonly budget: number | null;
}

/** A convention of three years for 105 000 €, unless said otherwise. */
export const rawGrant = (change: Partial<RawGrant> = {}): RawGrant => ({
  ...{ award: laterId(), amount: 10_500_000, years: 3, from: '2027-01-01', to: '2029-12-31', applicant: CARRIER },
  ...{ reglement: 'poles-ess-2019', referenceDocument: 'referentiel-2', budget: null },
  ...change,
});

const TEXT = 'text';

export const asked = (grant: RawGrant, date: string, more: object = {}): RawFact => ({
  ...{ type: 'grant-requested', date, reglement: grant.reglement },
  data: {
    ...{ award: grant.award, kind: 'convention', cycle: 1, applicant: grant.applicant, amount: grant.amount },
    ...{ years: grant.years, period: { from: grant.from, to: grant.to }, pieces: GRANT.pieces, knownPieces: [] },
    ...{ channel: 'electronic', requestedBy: 'carrier', receivedElsewhereOn: null, reglement: grant.reglement },
    ...{ parent: null, year: null, referenceDocument: grant.referenceDocument, budget: grant.budget },
    ...more,
  },
});

/** The figures of a vote of the assembly that adopts. */
const VOTED = {
  ...{ organ: 'assembly', round: 1, outcome: 'adopted', textHash: TEXT, conventionRequired: true },
  ...{ members: 83, present: 60, represented: 0, voters: 60, votesFor: 50, votesAgainst: 5, abstentions: 5 },
  ...{ unanimous: false, ballot: 'ordinary', castingVote: null, firstMeetingOn: null, delegation: null },
  ...{ separateVote: false, aside: [], parts: [] },
};

export const entered = ({ award }: RawGrant, session: CivilDate, more: object = {}): RawFact => ({
  ...{ type: 'agenda-entered', date: addDays(session, -10) },
  data: { award, round: 1, organ: 'assembly', sessionOn: session, textHash: TEXT, ...more },
});

export const votedOn = ({ award, amount }: RawGrant, session: CivilDate, more: object = {}): RawFact => ({
  ...{ type: 'vote-recorded', date: session },
  data: { ...VOTED, award, amount, number: `N_${award.slice(-6)}`, sessionOn: session, ...more },
});

export const ofGrant = (type: string, { award }: RawGrant, date: string, more: object = {}): RawFact => ({
  ...{ type, date },
  data: { award, ...more },
});

export const signedBy = (party: string, grant: RawGrant, date: string): RawFact =>
  ofGrant('convention-signed', grant, date, { party, textHash: TEXT, delegation: null });

/** Its request, its vote and what makes it executory, all on the day of the session. */
export async function grants(
  journal: RawJournal,
  grant: RawGrant,
  session: CivilDate,
  more: object = {},
  askedOn = addDays(session, -20),
) {
  await journal.writes(
    asked(grant, askedOn),
    ...[entered(grant, session), votedOn(grant, session, more)],
    ...[ofGrant('deliberation-transmitted', grant, session), ofGrant('grant-notified', grant, session)],
  );
}

/** The same, its convention signed and notified. */
export async function binds(journal: RawJournal, grant: RawGrant, session: CivilDate, askedOn?: CivilDate) {
  await grants(journal, grant, session, {}, askedOn);
  await journal.writes(
    ...[signedBy('carrier', grant, session), signedBy('region', grant, session)],
    ofGrant('convention-notified', grant, session),
  );
}

interface RawInstalment {
  readonly year: number;
  readonly number: number;
  readonly amount: number;
}

/** An instalment claimed, prepared by one person and validated by another. */
export function liquidated(grant: RawGrant, { amount, ...line }: RawInstalment, date: string): readonly RawFact[] {
  const step = (type: string, actor: string, more: object = { amount }) => ({
    ...ofGrant(type, grant, date, { ...line, attempt: 1, ...more }),
    ...{ actor, role: actor },
  });
  return [
    step('instalment-claimed', 'carrier', { claim: 1 }),
    ...[step('liquidation-prepared', 'instructor'), step('liquidation-validated', 'manager')],
  ];
}

/** Its line in the list of awards, and those of its instalments. */
export async function isListed(
  journal: RawJournal,
  grant: RawGrant,
  instalments: readonly RawInstalment[],
  status = 'in-force',
) {
  await journal.row('awards', {
    ...{ id: grant.award, pole_id: journal.pole, kind: 'convention', cycle: 1, applicant: grant.applicant, status },
    ...{ requested: grant.amount, voted: grant.amount, granted: grant.amount, years: grant.years },
    ...{ period_from: grant.from, period_to: grant.to },
  });
  for (const { year, number, amount } of instalments)
    await journal.row('ledger', {
      ...{ award_id: grant.award, year, number, kind: number === 1 ? 'advance' : 'balance', status: 'planned' },
      ...{ planned: amount, liquidated: 0, paid: 0 },
    });
}
