import { addDays, addMonths, formatFrench } from '../kernel/civil-date.js';
import { refuse } from '../kernel/refusal.js';
import type { Award } from '../award/slice.js';
import { askedUnder, rulesOf } from '../award/ruled.js';
import { conventionRequested, wrongGrantRequest, type GrantRequest } from '../award/request.js';
import { defineAct, type GateContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import { conventionsOf, runningConvention } from '../dossier/stage.js';
import type { NewEvent } from '../dossier/state.js';
import type { EvaluationOutcome, LifecycleStatus } from './slice.js';

export interface FinalEvaluation {
  readonly outcome: EvaluationOutcome;
  /** SHA-256 of the evaluation, in hexadecimal. */
  readonly hash: string;
}

const EVALUABLE: readonly string[] = ['in-force', 'ended', 'settled'];

function evaluated({ state, subject }: GateContext<'award'>): Award | undefined {
  const award = state.awards[subject.award];
  return award?.kind === 'convention' && EVALUABLE.includes(award.status) ? award : undefined;
}

const recordFinalEvaluation = defineAct<FinalEvaluation, 'award'>({
  name: 'record-final-evaluation',
  capability: 'lifecycle',
  label: "Constater l'évaluation finale partagée",
  subject: 'award',
  path: '/conventions/:awardId/final-evaluations',
  roles: ['instructor'],
  from: ['alive'],
  to: ['alive'],
  emits: ['final-evaluation-recorded'],
  carries: 'evaluation',
  gates: [
    absolute('convention-evaluable', situation =>
      evaluated(situation)
        ? undefined
        : refuse('convention-not-running', 'Seule une convention en vigueur ou arrivée à terme s’évalue.'),
    ),
    absolute('evaluated-once', ({ state, subject }) =>
      state.lifecycle.evaluations[subject.award]
        ? refuse('already-done', 'Cette convention est déjà évaluée.')
        : undefined,
    ),
  ],
  decide: doing => {
    const { payload, date, subject } = doing;
    return (
      notBefore(date, evaluated(doing)?.period.from ?? null, 'le premier exercice') ?? [
        { type: 'final-evaluation-recorded', data: { award: subject.award, ...payload } },
      ]
    );
  },
});

/** The convention to renew, and whether today is within the time in which it may be asked for. */
function renewalWindow({ state, today, rules }: GateContext) {
  const convention = runningConvention(state);
  if (!convention)
    return refuse('no-convention', "Aucune convention n'est en vigueur : la première se demande.", {
      liftedBy: 'request-grant',
    });
  const { label, renewal } = rulesOf(rules, convention).reglement;
  const opens = addMonths(addDays(convention.period.to, 1), -renewal.opensMonthsBefore);
  if (convention.status === 'in-force' && today >= opens) return undefined;
  return refuse(
    'renewal-window',
    `Le renouvellement se demande du ${formatFrench(opens)} au ${formatFrench(convention.period.to)} : il n'est jamais tacite.`,
    { source: `${label} : renouvellement` },
  );
}

const noneUnderWay = absolute('no-renewal-under-way', ({ state }) => {
  const running = runningConvention(state);
  const later = conventionsOf(state).find(
    convention => convention.cycle > (running?.cycle ?? 0) && convention.status !== 'rejected',
  );
  if (!later) return undefined;
  return refuse('renewal-under-way', 'Le renouvellement est déjà demandé.', {
    liftedBy: 'record-vote',
  });
});

const requestRenewal = defineAct<GrantRequest>({
  name: 'request-renewal',
  gravity: 'deposit',
  capability: 'lifecycle',
  label: 'Demander le renouvellement',
  subject: 'pole',
  path: '/poles/:poleId/renewal-requests',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['alive'],
  to: ['alive'],
  leads: { award: ['requested'], 'council-opinion': ['awaited'] },
  emits: ['grant-requested', 'renewal-requested', 'opinion-requested', 'award-document-attached'],
  carries: 'piece',
  gates: [absolute('renewal-open', renewalWindow), noneUnderWay],
  decide: asking => {
    const doing = askedUnder(asking);
    if ('code' in doing) return doing;
    const { state, rules, newId } = doing;
    const convention = runningConvention(state);
    if (!convention) throw new Error('Aucune convention à renouveler.');
    const opinionRound = rules.reglement.renewal.councilOpinion ? state.opinion.round + 1 : null;
    const rank = (state.lifecycle.renewals[convention.id] ?? 0) + 1;
    const heard: readonly NewEvent[] =
      opinionRound === null ? [] : [{ type: 'opinion-requested', data: { round: opinionRound } }];
    return (
      firstRefusal(wrongGrantRequest(doing), notBefore(doing.date, convention.period.from, 'le premier exercice')) ?? [
        conventionRequested(doing, convention.cycle + 1),
        { type: 'renewal-requested', data: { award: newId, convention: convention.id, rank, opinionRound } },
        ...heard,
      ]
    );
  },
});

/** The account of a former carrier is closed whatever the end, as long as the dossier is not. */
const TO_BE_SETTLED: readonly LifecycleStatus[] = [
  ...(['alive', 'suspended', 'abandoned', 'terminated', 'revoked', 'abrogated'] as const),
];

const settleFormerCarrier = defineAct<object, 'award'>({
  name: 'settle-former-carrier',
  gravity: 'money',
  capability: 'lifecycle',
  label: "Arrêter le compte de l'ancienne structure porteuse",
  subject: 'award',
  path: '/conventions/:awardId/former-carrier-accounts',
  roles: ['instructor'],
  from: TO_BE_SETTLED,
  to: TO_BE_SETTLED,
  emits: ['former-carrier-settled'],
  afterEnd: 'until-closed',
  gates: [
    absolute('former-carrier-open', situation =>
      openTransfer(situation)
        ? undefined
        : refuse('no-former-carrier', "Aucune ancienne structure porteuse n'a de compte à arrêter."),
    ),
  ],
  decide: doing => {
    const transfer = openTransfer(doing);
    if (!transfer) throw new Error('Aucun changement de structure porteuse.');
    const { award, amendment, from: carrier, on } = transfer;
    return (
      notBefore(doing.date, on, 'le changement de structure porteuse') ?? [
        { type: 'former-carrier-settled', data: { award, amendment, carrier } },
      ]
    );
  },
});

function openTransfer({ state, subject }: GateContext<'award'>) {
  return state.lifecycle.transfers.find(transfer => transfer.award === subject.award && transfer.settledOn === null);
}

export const renewalActs = [recordFinalEvaluation, requestRenewal, settleFormerCarrier] as const;
