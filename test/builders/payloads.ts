import { cents } from '../../src/domain/kernel/cents.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import {
  ACCOUNT,
  because,
  CARRIER,
  type DossierBuilder,
  FIRST_ADVANCE,
  GOOD_VOTE,
  GRANT,
  NOTE,
  signature,
  STUDY,
} from './dossier.js';

/** What a person could say in an act, well formed; `chance` chooses among the sound and the unsound. */
export type Saying = (dossier: DossierBuilder, chance: number) => object;

const one = <T>(among: readonly T[], chance: number): T | undefined => among[chance % Math.max(1, among.length)];
const pieces: Saying = (_dossier, chance) => ({
  pieces: one([['statutes'], ['statutes', 'bank-details'], []], chance),
});
const VOTES = [
  { amount: cents(2_500_000) },
  { amount: cents(2_500_000) },
  { outcome: 'amended', amount: cents(2_500_000), text: 'Texte amendé' },
  { outcome: 'adjourned' },
  { outcome: 'rejected', votesFor: 5, votesAgainst: 50 },
  { amount: cents(2_500_000), present: 61 },
];

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
  'review-study': (_dossier, chance) => ({ outcome: one(['validated', 'to-complete'], chance) }),
  'give-opinion': (_dossier, chance) => ({
    outcome: one(['favourable', 'with-reserves', 'unfavourable'], chance),
    ...(chance % 5 === 0 ? {} : { statement: 'Motifs.' }),
  }),
  'file-revised-project': () => ({ summary: 'Projet revu.' }),
  'hold-cress-meeting': () => ({ participants: 5 }),
  'write-legitimation-note': (_dossier, chance) => ({
    ...NOTE,
    selfOrganised: chance % 4 !== 0,
    conclusion: one(['legitimate', 'legitimate', 'not-yet'], chance),
  }),
  'request-grant': (_dossier, chance) => ({ ...GRANT, years: one([1, 2, 3, 4], chance), amount: cents(3_000_000) }),
  'demand-pieces': pieces,
  'deliver-pieces': pieces,
  'report-instruction': () => ({ favourable: true, report: 'R' }),
  'enter-agenda': ({ today }, chance) => ({ sessionOn: addDays(today, chance % 30), text: `Convention ${chance % 3}` }),
  'record-vote': (_dossier, chance) => ({ ...GOOD_VOTE, ...one(VOTES, chance) }),
  'transmit-deliberation': () => ({ receipt: 'R' }),
  'sign-convention': (dossier, chance) => signature(dossier, one(['carrier', 'region'], chance) ?? ''),
  'claim-instalment': () => ACCOUNT,
  'prepare-liquidation': (_dossier, chance) => ({ amount: one([cents(500_000), cents(1), FIRST_ADVANCE], chance) }),
  'record-payment-order': () => ({ order: 'M-1' }),
  'record-payment': (_dossier, chance) => ({ amount: one([cents(500_000), cents(1), FIRST_ADVANCE], chance) }),
  'record-payment-rejection': () => ({ reason: 'other' }),
  'override-block': (dossier, chance) => ({
    ...because,
    ...one(
      [
        { gate: 'study-settled', act: 'enter-agenda', on: dossier.award.award },
        { gate: 'executory', act: 'sign-convention' },
      ],
      chance,
    ),
  }),
  'retract-fact': (dossier, chance) => ({ ...because, event: one(dossier.events, chance)?.id ?? 'inconnu' }),
};

/** What someone could say in an act of this name. */
export function saidIn(act: string, dossier: DossierBuilder, chance: number): object {
  return PAYLOADS[act]?.(dossier, chance) ?? because;
}
