import { formatEuros, type Cents } from '../kernel/cents.js';
import { iban, isBic } from '../kernel/iban.js';
import { normaliseName } from '../kernel/text.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { yearOf } from '../kernel/civil-date.js';
import { defineAct, type Act, type ActContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore, TWO_PERSONS } from '../dossier/gates.js';
import { principalOf, samePerson } from '../dossier/roles.js';
import { blockedByJudge } from '../award/court.js';
import { leftToLiquidate } from './due.js';
import { conventionPaying, exerciseOf } from './exercise.js';
import { INSTALMENT_GATES, instalment, payingAward } from './gates.js';
import { conventionAboveThreshold } from './threshold-gate.js';
import type { Instalment, PaymentRejection } from './slice.js';

export interface PaymentClaim {
  readonly iban: string;
  readonly bic?: string;
  readonly accountHolder: string;
}

export interface Liquidation {
  readonly amount: Cents;
}

export interface PaymentOrder {
  /** Number of the mandat in the finance software. */
  readonly order: string;
}

export interface PaymentReturn {
  readonly amount: Cents;
}

export interface PaymentRefused {
  readonly reason: PaymentRejection;
}

const PATH = '/conventions/:awardId/years/:year/instalments/:number';
/** What holds a payment until it is liquidated. */
const CONDITIONS = [...INSTALMENT_GATES, conventionAboveThreshold] as const;
const ofInstalment = ({ award, year, number }: Instalment) => ({ award, year, number });

function line<Payload extends object>(
  act: Omit<Act<Payload, 'instalment'>, 'capability' | 'subject' | 'path'> & { readonly noun: string },
): Act<Payload, 'instalment'> {
  const { noun, ...rest } = act;
  return defineAct<Payload, 'instalment'>({
    capability: 'funded-year',
    subject: 'instalment',
    path: `${PATH}/${noun}`,
    afterEnd: 'until-closed',
    ...rest,
  });
}

const somethingDue = absolute<'instalment'>('something-due', situation =>
  leftToLiquidate(situation.state, instalment(situation), situation.rules) > 0
    ? undefined
    : refuse('nothing-due', "Plus rien n'est dû au titre de cet exercice.", {
        source: situation.rules.reglement.label,
      }),
);

/** Nothing is claimed of a year before it begins; the first advance is, as soon as the convention binds. */
function beforeItsYear(doing: ActContext<PaymentClaim, 'instalment'>): Refusal | undefined {
  const { year } = instalment(doing);
  if (year === 1) return undefined;
  const convention = conventionPaying(doing.state, payingAward(doing));
  return notBefore(doing.date, exerciseOf(convention, year).from, 'le premier jour de son exercice');
}

const claimInstalment = line<PaymentClaim>({
  noun: 'claims',
  name: 'claim-instalment',
  gravity: 'money',
  label: 'Demander le versement',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: ['planned'],
  to: ['claimed'],
  emits: ['instalment-claimed'],
  readsGrants: true,
  gates: [...CONDITIONS, somethingDue],
  decide: doing => {
    const of = instalment(doing);
    const { payload } = doing;
    if (payload.bic !== undefined && !isBic(payload.bic))
      return refuse('bic-invalid', 'Le BIC compte 8 ou 11 caractères.', { pointer: '/bic' });
    return (
      notBefore(doing.date, payingAward(doing).grantNotifiedOn, "la notification de la décision d'attribution") ??
      beforeItsYear(doing) ?? [
        {
          type: 'instalment-claimed',
          data: { ...ofInstalment(of), claim: of.claim + 1 },
          private: {
            iban: iban(payload.iban),
            accountHolder: normaliseName(payload.accountHolder),
            ...(payload.bic === undefined ? {} : { bic: payload.bic }),
          },
        },
      ]
    );
  },
});

const prepareLiquidation = line<Liquidation>({
  noun: 'liquidations',
  name: 'prepare-liquidation',
  gravity: 'money',
  label: 'Préparer la liquidation',
  roles: ['instructor'],
  from: ['claimed'],
  to: ['prepared'],
  emits: ['liquidation-prepared'],
  readsGrants: true,
  gates: CONDITIONS,
  decide: doing => {
    const of = instalment(doing);
    const { amount } = doing.payload;
    const remaining = leftToLiquidate(doing.state, of, doing.rules);
    if (amount <= 0 || amount > remaining)
      return refuse(
        'amount-above-due',
        `Le montant liquidé doit être positif et ne pas dépasser ce qui reste dû (${formatEuros(remaining)}).`,
        {
          source: doing.rules.reglement.label,
          pointer: '/amount',
          absolute: true,
        },
      );
    return (
      notBefore(doing.date, of.claimedOn, 'la demande de versement') ?? [
        { type: 'liquidation-prepared', data: { ...ofInstalment(of), amount, attempt: of.attempt } },
      ]
    );
  },
});

const otherPerson = absolute<'instalment'>('two-persons', situation => {
  const { preparedBy, preparedFor } = instalment(situation);
  if (preparedBy === null || !samePerson(situation.actor, principalOf({ actor: preparedBy, insteadOf: preparedFor })))
    return undefined;
  return refuse('same-person', 'Qui a préparé la liquidation ne peut la valider.', { source: TWO_PERSONS });
});

const validateLiquidation = line<object>({
  noun: 'liquidation-validations',
  name: 'validate-liquidation',
  gravity: 'money',
  label: 'Valider la liquidation',
  roles: ['manager'],
  from: ['prepared'],
  to: ['liquidated'],
  emits: ['liquidation-validated'],
  readsGrants: true,
  gates: [...CONDITIONS, otherPerson],
  decide: doing => {
    const of = instalment(doing);
    return (
      notBefore(doing.date, of.preparedOn, 'la préparation de la liquidation') ?? [
        { type: 'liquidation-validated', data: { ...ofInstalment(of), amount: of.liquidated, attempt: of.attempt } },
      ]
    );
  },
});

const returnLiquidation = line<{ readonly reason: string }>({
  noun: 'liquidation-returns',
  name: 'return-liquidation',
  label: 'Renvoyer la liquidation à corriger',
  roles: ['manager'],
  from: ['prepared'],
  to: ['claimed'],
  emits: ['liquidation-returned'],
  gates: [],
  decide: doing => [
    {
      type: 'liquidation-returned',
      data: { ...ofInstalment(instalment(doing)), attempt: instalment(doing).attempt },
      private: { reason: doing.payload.reason },
    },
  ],
});

const recordPaymentOrder = line<PaymentOrder>({
  noun: 'payment-orders',
  name: 'record-payment-order',
  gravity: 'money',
  label: 'Constater le mandat',
  roles: ['finance'],
  from: ['liquidated'],
  to: ['ordered'],
  emits: ['payment-ordered', 'award-document-attached'],
  carries: 'order',
  readsGrants: true,
  gates: [conventionAboveThreshold],
  decide: doing => {
    const of = instalment(doing);
    const award = payingAward(doing);
    return (
      firstRefusal(
        blockedByJudge(award, doing.rules, doing.date) ??
          blockedByJudge(conventionPaying(doing.state, award), doing.rules, doing.date),
        notBefore(doing.date, of.liquidatedOn, 'la validation de la liquidation'),
        notBefore(doing.date, award.conventionNotifiedOn ?? award.grantNotifiedOn, 'la notification de la convention'),
      ) ?? [
        {
          type: 'payment-ordered',
          data: {
            ...ofInstalment(of),
            order: doing.payload.order,
            exercise: yearOf(doing.date),
            amount: of.liquidated,
            payment: of.payment,
          },
        },
      ]
    );
  },
});

const recordPayment = line<PaymentReturn>({
  noun: 'payments',
  name: 'record-payment',
  gravity: 'money',
  label: 'Constater le paiement',
  roles: ['finance'],
  from: ['ordered'],
  to: ['paid'],
  emits: ['payment-recorded'],
  afterEnd: 'always',
  gates: [],
  decide: doing => {
    const of = instalment(doing);
    if (doing.payload.amount !== of.liquidated)
      return refuse(
        'payment-amount',
        `Le paiement constaté (${formatEuros(doing.payload.amount)}) n'est pas le montant mandaté (${formatEuros(of.liquidated)}).`,
        { pointer: '/amount', absolute: true },
      );
    return (
      notBefore(doing.date, of.orderedOn, 'le mandat') ?? [
        { type: 'payment-recorded', data: { ...ofInstalment(of), amount: of.liquidated, payment: of.payment } },
      ]
    );
  },
});

const recordPaymentRejection = line<PaymentRefused>({
  noun: 'payment-rejections',
  name: 'record-payment-rejection',
  gravity: 'money',
  label: 'Constater le rejet du paiement',
  roles: ['finance'],
  from: ['ordered'],
  to: ['claimed'],
  emits: ['payment-rejected'],
  afterEnd: 'always',
  gates: [],
  decide: doing => {
    const of = instalment(doing);
    return (
      notBefore(doing.date, of.orderedOn, 'le mandat') ?? [
        {
          type: 'payment-rejected',
          data: { ...ofInstalment(of), reason: doing.payload.reason, payment: of.payment },
        },
      ]
    );
  },
});

export const fundedYearActs = [
  claimInstalment,
  prepareLiquidation,
  validateLiquidation,
  returnLiquidation,
  recordPaymentOrder,
  recordPayment,
  recordPaymentRejection,
] as const;
