import { byTerm, owed, type Due, type Owed } from '../dossier/expectation.js';
import type { Party } from '../dossier/roles.js';
import { byLaw } from '../award/due.js';
import type { Award } from '../award/slice.js';
import { instalmentKey, type Instalment } from './slice.js';

type Nothing = Record<never, never>;
const nothing: Nothing = {};

interface Line {
  readonly award: string;
  readonly year: number;
  readonly number: number;
}

const key = ({ award, year, number }: Line) => instalmentKey(award, year, number);

function lineIn({ state, instance }: Owed): { readonly award: Award; readonly instalment: Instalment } {
  const [id = '', year = '', number = ''] = instance.split('/');
  const award = state.awards[id];
  const instalment = state.instalments[`${id}/${year}/${number}`];
  if (!award || !instalment) throw new Error(`Aucun versement pour l'échéance ${instance}`);
  return { award, instalment };
}

function applicant(owedBy: Owed): Party {
  return { role: 'carrier', body: lineIn(owedBy).award.applicant };
}

/** Sixty days from the notification of the grant, unless the convention fixes dates (loi 2000-321 art. 10). */
function paymentDue(owedBy: Owed): Due | null {
  const { award, instalment } = lineIn(owedBy);
  const firstOfAll = instalment.year === 1 && instalment.number === 1 && instalment.payment === 1;
  const statutory = owedBy.rules.reglement.paymentClause.mode === 'statutory' && firstOfAll;
  const legal = statutory ? byLaw(owedBy.rules, 'payment-after-notification', award.grantNotifiedOn) : null;
  return legal ?? byTerm(owedBy.rules, 'payment-return', instalment.orderedOn);
}

export const fundedYearExpectations = {
  'instalment-claim': owed<Nothing>({
    capability: 'funded-year',
    label: 'Demande de versement',
    debtor: applicant,
    due: owedBy => {
      const { award } = lineIn(owedBy);
      return byTerm(owedBy.rules, 'instalment-claim', award.conventionNotifiedOn ?? award.grantNotifiedOn);
    },
    whenDue: 'remind',
    acts: ['claim-instalment'],
    metBy: { 'instalment-claimed': ({ data }) => ({ instance: key(data), fact: nothing }) },
  }),
  liquidation: owed<Nothing>({
    capability: 'funded-year',
    label: 'Préparation de la liquidation',
    debtor: () => ({ role: 'instructor' }),
    due: owedBy => {
      const { instalment } = lineIn(owedBy);
      return byTerm(owedBy.rules, 'liquidation', instalment.rejectedOn ?? instalment.claimedOn);
    },
    whenDue: 'escalate',
    acts: ['prepare-liquidation'],
    metBy: {
      'liquidation-prepared': ({ data }) => ({ instance: `${key(data)}/${data.attempt}`, fact: nothing }),
    },
  }),
  'liquidation-validation': owed<{ readonly validated: boolean }>({
    capability: 'funded-year',
    label: 'Validation de la liquidation',
    debtor: () => ({ role: 'manager' }),
    due: owedBy => byTerm(owedBy.rules, 'liquidation-validation', lineIn(owedBy).instalment.preparedOn),
    whenDue: 'escalate',
    acts: ['validate-liquidation', 'return-liquidation'],
    metBy: {
      'liquidation-validated': ({ data }) => ({
        instance: `${key(data)}/${data.attempt}`,
        fact: { validated: true },
      }),
      'liquidation-returned': ({ data }) => ({
        instance: `${key(data)}/${data.attempt}`,
        fact: { validated: false },
      }),
    },
  }),
  'payment-order': owed<Nothing>({
    capability: 'funded-year',
    label: 'Mandat',
    debtor: () => ({ role: 'finance' }),
    due: owedBy => byTerm(owedBy.rules, 'payment-order', lineIn(owedBy).instalment.liquidatedOn),
    whenDue: 'escalate',
    acts: ['record-payment-order'],
    metBy: { 'payment-ordered': ({ data }) => ({ instance: `${key(data)}/${data.payment}`, fact: nothing }) },
  }),
  payment: owed<{ readonly paid: boolean }>({
    capability: 'funded-year',
    label: 'Paiement par le comptable public',
    debtor: () => ({ role: 'finance' }),
    due: paymentDue,
    whenDue: 'escalate',
    acts: ['record-payment', 'record-payment-rejection'],
    metBy: {
      'payment-recorded': ({ data }) => ({ instance: `${key(data)}/${data.payment}`, fact: { paid: true } }),
      'payment-rejected': ({ data }) => ({ instance: `${key(data)}/${data.payment}`, fact: { paid: false } }),
    },
  }),
};
