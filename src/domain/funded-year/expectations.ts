import { byTerm, each, nothing, type ExpectationContext, type Nothing } from '../dossier/expectation.js';
import type { Party } from '../dossier/roles.js';
import { conventionOf, inForceOn, type Award } from '../award/slice.js';
import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { exerciseOf } from './exercise.js';
import { yearTurned } from './opening.js';
import { paymentDue } from './payment-term.js';
import { yearKey, type YearEvents } from './years-slice.js';
import { instalmentKey, type Instalment } from './slice.js';

type OfInstalment = ExpectationContext<'award' | 'year' | 'number'>;

function lineIn({ state, parts }: OfInstalment): { readonly award: Award; readonly instalment: Instalment } {
  const line = instalmentKey(parts.award, parts.year, parts.number);
  const award = state.awards[parts.award];
  const instalment = state.instalments[line];
  if (!award || !instalment) throw new Error(`Aucun versement ${line} dans le dossier`);
  return { award, instalment };
}

function applicant(owedBy: OfInstalment): Party {
  return { role: 'carrier', body: lineIn(owedBy).award.applicant };
}

/** The last of the facts that open a claim: the grant in force, the year open, its accounts or its study accepted. */
function claimableSince(owedBy: OfInstalment): CivilDate | null {
  const { award, instalment } = lineIn(owedBy);
  const year = owedBy.state.years[yearKey(conventionOf(award), instalment.year)];
  const accepted = Object.values(year?.reports ?? {}).map(report => report.acceptedOn);
  const balance = instalment.kind === 'balance';
  return latestOf(
    inForceOn(award),
    year?.openedOn,
    ...(balance && award.kind !== 'study' ? accepted : []),
    balance && award.kind === 'study' ? owedBy.state.study.validatedOn : null,
  );
}

/** What the end of a year brings: the next one, or the end of the convention. Year 0 ends with the grant in force. */
export type YearTurn =
  | ({ readonly ended: false } & Pick<
      YearEvents['funded-year-opened'],
      'year' | 'reports' | 'instalments' | 'ownGrant' | 'owedInTime'
    >)
  | { readonly ended: true };

function turningYear({ state, parts }: ExpectationContext<'award' | 'year'>): {
  readonly award: Award;
  readonly year: number;
} {
  const award = state.awards[parts.award];
  if (!award) throw new Error(`Aucune convention ${parts.award} dans le dossier`);
  return { award, year: parts.year };
}

export const yearExpectations = {
  'year-turn': each('award', 'year').byCalendar<YearTurn>({
    capability: 'funded-year',
    ofYear: true,
    label: "Fin d'un exercice : le suivant s'ouvre, ou la convention arrive à son terme",
    due: owedBy => {
      const { award, year } = turningYear(owedBy);
      return { on: exerciseOf(award, year).to, source: owedBy.rules.reglement.clauses['financed-years'] };
    },
    silence: owedBy => {
      const { award, year } = turningYear(owedBy);
      return [yearTurned(award, year, owedBy.rules)];
    },
    acts: ['notify-grant', 'notify-convention'],
    metBy: {
      'funded-year-opened': ({ data }) => {
        const { award, ...opened } = data;
        return { parts: { award, year: data.year - 1 }, fact: { ended: false, ...opened } };
      },
      'convention-ended': ({ data }) => ({ parts: { award: data.award, year: data.years }, fact: { ended: true } }),
    },
  }),
  'convention-end': each('award').possible<Nothing>({
    capability: 'funded-year',
    label: 'Terme de la convention',
    acts: [],
    metBy: { 'convention-ended': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
};

export const fundedYearExpectations = {
  'instalment-claim': each('award', 'year', 'number').owed<Nothing>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Demande de versement',
    debtor: applicant,
    due: owedBy => byTerm(owedBy.rules, 'instalment-claim', claimableSince(owedBy)),
    whenDue: 'remind',
    acts: ['claim-instalment'],
    metBy: { 'instalment-claimed': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  liquidation: each('award', 'year', 'number', 'attempt').owed<Nothing>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Préparation de la liquidation',
    debtor: () => ({ role: 'instructor' }),
    due: owedBy => {
      const { instalment } = lineIn(owedBy);
      return byTerm(
        owedBy.rules,
        'liquidation',
        latestOf(instalment.claimedOn, instalment.returnedOn, instalment.rejectedOn),
      );
    },
    whenDue: 'escalate',
    ladder: 'payment',
    acts: ['prepare-liquidation'],
    metBy: {
      'liquidation-prepared': ({ data }) => ({ parts: data, fact: nothing }),
    },
  }),
  'liquidation-validation': each('award', 'year', 'number', 'attempt').owed<{ readonly validated: boolean }>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Validation de la liquidation',
    debtor: () => ({ role: 'manager' }),
    due: owedBy => byTerm(owedBy.rules, 'liquidation-validation', lineIn(owedBy).instalment.preparedOn),
    whenDue: 'escalate',
    ladder: 'short',
    acts: ['validate-liquidation', 'return-liquidation'],
    metBy: {
      'liquidation-validated': ({ data }) => ({
        parts: data,
        fact: { validated: true },
      }),
      'liquidation-returned': ({ data }) => ({
        parts: data,
        fact: { validated: false },
      }),
    },
  }),
  'payment-order': each('award', 'year', 'number', 'payment').owed<Nothing>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Mandat',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => byTerm(owedBy.rules, 'payment-order', lineIn(owedBy).instalment.liquidatedOn),
    whenDue: 'escalate',
    ladder: 'payment',
    acts: ['record-payment-order'],
    metBy: { 'payment-ordered': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  payment: each('award', 'year', 'number', 'payment').owed<{ readonly paid: boolean }>({
    capability: 'funded-year',
    ofYear: true,
    label: 'Paiement par le comptable public',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => byTerm(owedBy.rules, 'payment-return', lineIn(owedBy).instalment.orderedOn),
    whenDue: 'escalate',
    ladder: 'payment',
    acts: ['record-payment', 'record-payment-rejection'],
    metBy: {
      'payment-recorded': ({ data }) => ({ parts: data, fact: { paid: true } }),
      'payment-rejected': ({ data }) => ({ parts: data, fact: { paid: false } }),
    },
  }),
  'statutory-payment': each('award', 'year', 'number').owed<Nothing>({
    capability: 'funded-year',
    label: 'Versement dans le délai de la loi ou de la convention',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => {
      const { award, instalment } = lineIn(owedBy);
      const { reglement, law } = owedBy.rules;
      const facts = { grantNotifiedOn: award.grantNotifiedOn, claimedOn: instalment.claimedOn };
      return paymentDue(facts, reglement.paymentClause, law);
    },
    whenDue: 'escalate',
    ladder: 'payment',
    acts: ['record-payment'],
    metBy: { 'payment-recorded': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
};
