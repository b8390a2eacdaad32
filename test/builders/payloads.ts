import { COURT_DECISIONS, LEGALITY_ANSWERS, LEGALITY_LETTERS } from '../../src/domain/award/events.js';
import { OBSERVATION_MATTERS, type ObservationMatter } from '../../src/domain/reglement/measures.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { HASH, RENEWAL, REPORTS } from './whole-life-dossiers.js';
import { deliberation } from './withdrawn.js';
import {
  ACCOUNT,
  BEARER,
  because,
  CARRIER,
  COFUNDER,
  type DossierBuilder,
  FIRST_ADVANCE,
  GOOD_VOTE,
  GRANT,
  NOTE,
  SIGNED,
  signature,
  STUDY,
} from './dossier.js';

/** What a person could say in an act, well formed; `chance` chooses among the sound and the unsound. */
export type Saying = (dossier: Spoken, chance: number) => object;

/** What is looked at of a dossier before one speaks. */
export type Spoken = Pick<DossierBuilder, 'state' | 'today' | 'award' | 'events'>;

const pick = <T>(among: readonly T[], chance: number): T | undefined => among[chance % Math.max(1, among.length)];
const pieces: Saying = (_dossier, chance) => ({
  pieces: pick([['statutes'], ['statutes', 'bank-details'], []], chance),
});
/** By post, or electronically: read at once, or fifteen days ago and never. */
const notification: Saying = ({ today }, chance) =>
  pick(
    [
      {},
      { means: 'hand' },
      { means: 'electronic', agreedOn: addDays(today, -90), availableOn: today, consultedOn: today },
      { means: 'electronic', agreedOn: addDays(today, -90), availableOn: addDays(today, -15) },
    ],
    chance,
  ) ?? {};
const NO_VOTES = { votesFor: undefined, votesAgainst: undefined, abstentions: undefined };
const ASIDE = [{ name: 'Élue fictive', body: 'Association fictive', ground: 'own-interest' }];
const REPORTER = [{ name: 'Rapporteur fictif', part: 'reporter' }];
const VOTES = [
  { amount: cents(2_500_000) },
  { amount: cents(2_500_000) },
  { outcome: 'amended', amount: cents(2_500_000), text: 'Texte amendé' },
  { outcome: 'adjourned' },
  { outcome: 'rejected', number: '26_8', votesFor: 5, votesAgainst: 50 },
  { amount: cents(2_500_000), voters: 61 },
  { amount: cents(2_500_000), number: '26_2', ...NO_VOTES, unanimous: true },
  { amount: cents(2_500_000), number: '26_3', votesFor: 30, votesAgainst: 30, abstentions: 0, castingVote: 'for' },
  { amount: cents(2_500_000), number: '26_4', ...NO_VOTES, present: 30, represented: 12 },
  { amount: cents(2_500_000), number: '26_5', ...NO_VOTES, present: 9, firstMeetingOn: civilDate('2026-01-02') },
  { amount: cents(2_500_000), number: '26_6', present: 62, aside: ASIDE, participants: REPORTER },
  { amount: cents(2_500_000), number: '26_7', delegation: { number: '21_DAJCP_06', on: civilDate('2021-07-02') } },
];

const COFUNDING_DECISIONS = [
  { outcome: 'adjourned' },
  { outcome: 'voted', amount: cents(800_000) },
  { outcome: 'refused' },
];

const AMENDMENTS = [
  { years: 2 },
  { amount: cents(2_000_000) },
  { carrier: { name: 'Autre structure', siret: BEARER }, commitment: SIGNED },
  { referenceDocument: 'referentiel-1' },
];

const GROUNDS = [['no-activity'], ['late-report:1'], ['no-activity', 'late-report:1']];

/** An invitation on a measure, on every ground that the acts drawn here may invoke. */
export const inviting = (matter: ObservationMatter) => ({
  ...{ ...because, matter },
  ...(matter === 'recovery' ? {} : { grounds: matter === 'commitment' ? ['republican-commitment'] : HEARD }),
});
const HEARD = ['no-activity', 'late-report:1', 'illegal-grant'];

const PAYLOADS: Readonly<Record<string, Saying>> = {
  'declare-initiative': () => ({
    paysCodes: ['02'],
    initiator: 'ess-actors',
    groupName: 'Groupe',
    groupSiret: CARRIER,
  }),
  'form-local-group': () => ({ structures: 12 }),
  'designate-council': () => ({ councilName: 'Conseil' }),
  'request-study-grant': () => STUDY,
  'deliver-study': () => ({ reportHash: 'ab'.repeat(32) }),
  'review-study': (_dossier, chance) => ({ outcome: pick(['validated', 'to-complete'], chance) }),
  'give-opinion': (_dossier, chance) => ({
    outcome: pick(['favourable', 'with-reserves', 'unfavourable'], chance),
    ...(chance % 5 === 0 ? {} : { statement: 'Motifs.' }),
  }),
  'file-revised-project': () => ({ summary: 'Projet revu.' }),
  'hold-cress-meeting': () => ({ participants: 5 }),
  'write-legitimation-note': (_dossier, chance) => ({
    ...NOTE,
    selfOrganised: chance % 4 !== 0,
    conclusion: pick(['legitimate', 'legitimate', 'not-yet'], chance),
  }),
  'request-grant': (_dossier, chance) => ({
    ...{ ...GRANT, years: pick([1, 2, 3, 4], chance), amount: cents(3_000_000) },
    ...pick(
      [{}, { pieces: GRANT.pieces.slice(1), knownPieces: ['statutes'] }, { pieces: [], channel: 'paper' }],
      chance >> 2,
    ),
  }),
  'examine-successor': (_dossier, chance) => ({
    conclusion: pick(['legitimate', 'legitimate', 'not-yet'], chance),
    analysis: 'A',
  }),
  'demand-pieces': pieces,
  'deliver-pieces': pieces,
  'report-instruction': () => ({ favourable: true, report: 'R' }),
  'enter-agenda': ({ today }, chance) => ({
    organ: pick(['assembly', 'permanent-commission', 'assembly', 'president'], chance),
    ...{ sessionOn: addDays(today, chance % 3 === 0 ? chance % 30 : 0), text: `Convention ${chance % 3}` },
  }),
  'record-vote': ({ today }, chance) => {
    const vote = { ...GOOD_VOTE, ...pick(VOTES, chance) };
    return { ...vote, number: `${vote.number}_${today}` };
  },
  'label-pole': () => ({ reference: '26_0503_04' }),
  'transmit-deliberation': () => ({ receipt: 'R' }),
  'sign-convention': (dossier, chance) => signature(dossier, pick(['carrier', 'region'], chance) ?? ''),
  'claim-instalment': () => ACCOUNT,
  'prepare-liquidation': (_dossier, chance) => ({ amount: pick([cents(500_000), cents(1), FIRST_ADVANCE], chance) }),
  'record-payment-order': () => ({ order: 'M-1' }),
  'record-payment': (_dossier, chance) => ({ amount: pick([cents(500_000), cents(1), FIRST_ADVANCE], chance) }),
  'record-payment-rejection': () => ({ reason: 'other' }),
  'request-year-grant': (_dossier, chance) => ({ ...GRANT, amount: cents(3_000_000), year: pick([2, 3], chance) }),
  'request-amendment': (_dossier, chance) => ({
    ...{ ...because, ...pick(AMENDMENTS, chance) },
    ...pick([{}, { requestedBy: 'carrier' }], chance >> 2),
  }),
  'open-post': () => ({ share: 100 }),
  'record-legality-letter': (_dossier, chance) => ({ nature: pick(LEGALITY_LETTERS, chance), reference: 'PREF-1' }),
  'answer-legality-letter': (dossier, chance) => ({
    letter: dossier.state.awards[dossier.award.award]?.legality.letters.length ?? 1,
    answer: pick(LEGALITY_ANSWERS, chance),
  }),
  'record-court-decision': (_dossier, chance) => ({
    decision: pick(
      COURT_DECISIONS.filter(decision => decision !== 'annulled'),
      chance,
    ),
    reference: 'TA-1',
  }),
  'notify-grant': notification,
  'notify-refusal': notification,
  'notify-convention': notification,
  'seek-cofunding': () => ({ cofunder: COFUNDER, amount: cents(900_000) }),
  'record-cofunding-decision': (_dossier, chance) => pick(COFUNDING_DECISIONS, chance) ?? {},
  'reduce-cofunding': (_dossier, chance) => ({
    ...because,
    amount: pick([cents(300_000), cents(0), cents(900_000)], chance),
  }),
  'fill-post': (_dossier, chance) => ({ share: pick([50, 100], chance) }),
  'file-activity-report': () => REPORTS['activity-report'].payload,
  'file-indicators': () => REPORTS.indicators.payload,
  'file-accounts': () => REPORTS['approved-accounts'].payload,
  'file-financial-report': (_dossier, chance) => ({
    ...REPORTS['financial-report'].payload,
    chargedToGrant: pick([cents(4_800_000), cents(3_499_900), cents(3_000_000)], chance),
  }),
  'review-report': () => ({ favourable: true, advice: 'Avis.' }),
  'return-report': () => ({ corrections: [{ field: '/evaluation', reason: 'À préciser.' }] }),
  'record-final-evaluation': () => ({ outcome: 'favourable', hash: HASH }),
  'request-renewal': (_dossier, chance) => ({ ...RENEWAL, years: pick([1, 2, 3], chance), amount: cents(3_000_000) }),
  'invite-observations': (_dossier, chance) => inviting(pick(OBSERVATION_MATTERS, chance) ?? 'termination'),
  'present-observations': (_dossier, chance) => ({
    observations: 'Observations.',
    matter: pick(OBSERVATION_MATTERS, chance),
  }),
  'terminate-by-region': (_dossier, chance) => ({ ...because, grounds: pick(GROUNDS, chance) }),
  'give-formal-notice': (_dossier, chance) => ({ ...because, grounds: pick(GROUNDS, chance) }),
  'revoke-grant': (_dossier, chance) => ({
    ...{ ...because, deliberation, basis: pick(['conditions', 'conditions', 'illegal'], chance) },
    grounds: chance % 3 === 2 ? ['illegal-grant'] : pick(GROUNDS, chance),
    ...(chance % 2 === 0 ? { amount: cents(300_000) } : {}),
  }),
  'withdraw-for-commitment': ({ today }, chance) => ({
    ...{ ...because, deliberation, breachOn: addDays(today, -(chance % 200)), returnBy: addDays(today, chance % 200) },
  }),
  'abrogate-grant': ({ today }, chance) => ({
    ...{ ...because, deliberation, grounds: pick(GROUNDS, chance), from: addDays(today, (chance % 90) - 5) },
  }),
  'record-recovery-order': () => ({ order: 'T-1' }),
  'mark-step-not-applicable': (_dossier, chance) => ({
    ...because,
    kind: pick(['cress-meeting', 'vote'], chance),
    instance: String((chance % 3) + 1),
  }),
  'override-block': (dossier, chance) => ({
    ...because,
    ...pick(
      [
        { gate: 'study-settled', act: 'enter-agenda', on: dossier.award.award },
        { gate: 'executory', act: 'sign-convention' },
      ],
      chance,
    ),
  }),
  'assign-referent': (_dossier, chance) => ({
    referent: pick(['instructor', 'unknown'], chance),
    ...pick([{}, { manager: 'manager' }, { manager: 'unknown' }], chance >> 2),
    second: 'instructeur-2',
  }),
  'apply-ladders': (_dossier, chance) => ({ ladders: pick(['fewer-reminders', 'unknown'], chance) }),
  'request-extension': ({ today }, chance) => ({ ...because, until: addDays(today, chance % 200) }),
  'grant-extension': ({ today }, chance) => ({ ...because, until: addDays(today, chance % 200) }),
  'rectify-represented-body': (dossier, chance) => ({
    ...because,
    ...{ event: pick(dossier.events, chance)?.id ?? 'inconnu', represented: pick(['02', CARRIER, BEARER], chance) },
  }),
  'retract-fact': (dossier, chance) => ({ ...because, event: pick(dossier.events, chance)?.id ?? 'inconnu' }),
};

/** What someone could say in an act of this name. */
export function saidIn(act: string, dossier: Spoken, chance: number): object {
  return PAYLOADS[act]?.(dossier, chance) ?? because;
}
