import { ENGINE } from '../../src/domain/dossier/roles.js';
import { cents } from '../../src/domain/kernel/cents.js';
import {
  accountedFor,
  amended,
  firstYearOver,
  heardOnExcess,
  lastYearOver,
  overtaken,
  RENEWAL,
  REPORTS,
  reports,
  running,
  settled,
  withExcess,
  secondAdvanceClaimed,
} from './whole-life-dossiers.js';
import { cofunded } from './cofunded.js';
import { abrogated, heardFor, revoked, withdrawnForCommitment } from './withdrawn.js';
import { owing } from './owing-dossier.js';
import {
  BEARER,
  because,
  breach,
  claimed,
  declared,
  DossierBuilder,
  GOOD_VOTE,
  inForce,
  NOTE,
  onAgenda,
  ordered,
  paid,
  prepared,
  requested,
  SIGNED,
  STUDY,
  studyGranted,
  voted,
  FIRST_ADVANCE,
} from './dossier.js';

const REJECTED = { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 };

export function studyRejected(): DossierBuilder {
  const dossier = declared()
    .does('request-study-grant', STUDY)
    .does('report-instruction', { favourable: false, report: 'R' });
  return dossier
    .does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' })
    .does('record-vote', REJECTED);
}

const filed = () => firstYearOver().does('file-activity-report', REPORTS['activity-report'].payload);

const delivered = () => studyGranted().does('deliver-study', { reportHash: 'ab'.repeat(32) });

const OWED = { obligation: 'o-1' };

/** A convention that an amendment would pass to another body. */
export const successorProposed = (): DossierBuilder =>
  running().does('request-amendment', {
    ...{ ...because, commitment: SIGNED },
    carrier: { name: 'Autre structure', siret: BEARER },
  });

/** Dossiers that together stand in every state of every capability: what the tables say is tried on each. */
export const EVERY_STATE: Readonly<Record<string, () => DossierBuilder>> = {
  'not declared': () => new DossierBuilder('2026-02-02'),
  declared: () => declared(),
  'that owes something': () => owing(),
  'that did what it owed': () =>
    owing().records([{ type: 'obligation-done', data: { ...OWED, by: 'f' } }], 'obligations', { by: ENGINE }),
  'that owes it no more': () =>
    owing().records([{ type: 'obligation-withdrawn', data: OWED }], 'obligations', { by: ENGINE }),
  'that was exempted': () => owing().does('waive-obligation', because),
  'whose study is refused': studyRejected,
  'whose study is under way': () => studyGranted(),
  'whose study is delivered': delivered,
  'whose study is to complete': () => delivered().does('review-study', { outcome: 'to-complete' }),
  'whose study is validated': () => delivered().does('review-study', { outcome: 'validated' }),
  'whose opinion is unfavourable': () =>
    declared().does('give-opinion', { outcome: 'unfavourable', statement: 'Motifs.' }),
  'whose opinion has reserves': () =>
    declared().does('give-opinion', { outcome: 'with-reserves', statement: 'Réserves.' }),
  'whose opinion is waived': () => declared().does('waive-opinion', because),
  'whose opinion is passed over': () => declared().on('2026-06-01').does('pass-over-opinion', because),
  'met by the CRESS': () => declared().does('hold-cress-meeting', { participants: 5 }),
  'not legitimate yet': () => declared().does('write-legitimation-note', { ...NOTE, conclusion: 'not-yet' }),
  prepared: () => prepared(),
  requested: () => requested(),
  incomplete: () => requested().does('demand-pieces', { pieces: ['statutes'] }),
  instructed: () => requested().does('report-instruction', { favourable: true, report: 'R' }),
  'on agenda': () => onAgenda(),
  adjourned: () => onAgenda().does('record-vote', { ...GOOD_VOTE, outcome: 'adjourned' }),
  voted: () => voted(),
  executory: () => voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant'),
  'in force': () => inForce(),
  'whose advance is claimed': () => claimed(),
  'whose liquidation is prepared': () => claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE }),
  'whose advance is liquidated': () =>
    claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE }).does('validate-liquidation'),
  'whose advance is ordered': () => ordered(),
  paid: () => paid(),
  'whose post is vacant': () => running().does('vacate-post'),
  'whose post is ended': () => running().does('end-post'),
  'whose co-funder is asked': () => cofunded(),
  'whose co-funder has voted': () =>
    cofunded().does('record-cofunding-decision', { outcome: 'voted', amount: cents(800_000) }),
  'whose co-funder withdraws': () =>
    cofunded()
      .does('record-cofunding-decision', { outcome: 'voted', amount: cents(800_000) })
      .does('reduce-cofunding', { ...because, amount: cents(0) }),
  'whose co-funder refuses': () => cofunded().does('record-cofunding-decision', { outcome: 'refused' }),
  'whose first year is over': () => firstYearOver(),
  'whose second advance is claimed': () => secondAdvanceClaimed(),
  'whose report is filed': () => filed(),
  'whose report is to correct': () =>
    filed().does('return-report', { corrections: [{ field: '/evaluation', reason: 'À préciser.' }] }),
  'whose first year is accounted for': () => reports(firstYearOver(), 1),
  'amended to another carrier': () => amended(running(), { carrier: { name: 'Autre structure', siret: BEARER } }),
  'to which an amendment would bring another carrier': () => successorProposed(),
  'whose amendment is proposed': () =>
    running().does('request-amendment', { ...because, years: 2, amount: cents(7_000_000) }),
  'whose amendment is overtaken': () => overtaken(),
  'whose amendment is lapsed': () => overtaken().does('lapse-amendment'),
  'to be renewed': () => firstYearOver().on('2029-02-01').does('request-renewal', RENEWAL),
  ended: () => lastYearOver(),
  'accounted for': () => accountedFor(),
  settled: () => settled(),
  'with an excess': () => withExcess(),
  'whose excess is ordered': () => heardOnExcess().does('record-recovery-order', { order: 'T-1' }),
  'whose excess is collected': () =>
    heardOnExcess().does('record-recovery-order', { order: 'T-1' }).does('record-recovery'),
  'whose excess is waived': () => withExcess().does('waive-recovery', because),
  suspended: () => running().does('suspend-dossier', because),
  abandoned: () => firstYearOver().does('abandon-pole', because),
  terminated: () => heardFor(running(), 'termination').does('terminate-by-region', breach),
  revoked: () => revoked(),
  'whose grant is withdrawn for its commitment': () => withdrawnForCommitment(),
  abrogated: () => abrogated(),
  closed: () => settled().does('close-dossier'),
  withdrawn: () => declared().does('withdraw-project', because),
  refused: () => onAgenda().does('record-vote', REJECTED),
};
