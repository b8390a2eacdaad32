import { isInForce } from '../award/slice.js';
import { latestOf } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext, type GateContext, type Reasoned } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import { conventionsOf, runningConvention } from '../dossier/stage.js';
import { leftAtEnd, openGrants, unrecovered } from './cycles.js';
import { wrongGrounds, type Ground } from './grounds.js';
import { heardOn, notHeardYet } from './hearings.js';
import { noFormalNotice } from './observations-acts.js';
import { cited } from '../reglement/references.js';

/** Before any grant binds, the project is withdrawn; once one does, its carrier ends it. */
const noGrantInForce = absolute('no-convention-in-force', ({ state, rules }) =>
  Object.values(state.awards).some(award => award.kind === 'convention' && isInForce(award))
    ? refuse(
        'convention-in-force',
        'La subvention est accordée et notifiée : le projet ne se retire plus, sa structure porteuse met fin à la convention.',
        {
          source: rules.reglement.clauses.termination,
          liftedBy: 'abandon-pole',
        },
      )
    : undefined,
);

const conventionInForce = absolute('convention-binds', ({ state }) =>
  runningConvention(state)
    ? undefined
    : refuse('no-convention', 'Aucune convention ne lie encore les parties : le projet se retire.', {
        liftedBy: 'withdraw-project',
      }),
);

/** Never before what put the convention in force. */
const sinceConvention = ({ state }: GateContext) => {
  const convention = runningConvention(state);
  return convention?.conventionNotifiedOn ?? convention?.grantNotifiedOn ?? null;
};

/** An end never turns a payment made in good faith into an undue one: what was paid by mistake is corrected first. */
function behindPayment({ state, date }: Pick<ActContext<object>, 'state' | 'date'>): Refusal | undefined {
  const paid = Object.values(state.instalments).map(({ paidOn }) => paidOn);
  return notBefore(date, latestOf(...paid), 'le dernier versement constaté');
}

const withdrawProject = defineAct<Reasoned>({
  name: 'withdraw-project',
  gravity: 'ending',
  capability: 'lifecycle',
  label: 'Retirer le projet',
  subject: 'pole',
  path: '/poles/:poleId/withdrawals',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['alive', 'suspended'],
  to: ['withdrawn'],
  emits: ['project-withdrawn'],
  gates: [noGrantInForce],
  decide: ({ payload, state }) => [
    { type: 'project-withdrawn', data: leftAtEnd(state), private: { reason: payload.reason } },
  ],
});

const acknowledgeWithdrawal = defineAct<object>({
  name: 'acknowledge-withdrawal',
  gravity: 'ending',
  capability: 'lifecycle',
  label: 'Prendre acte du retrait',
  subject: 'pole',
  path: '/poles/:poleId/withdrawal-acknowledgements',
  roles: ['instructor'],
  from: ['withdrawn'],
  to: ['withdrawn'],
  emits: ['withdrawal-acknowledged'],
  afterEnd: 'until-closed',
  gates: [
    absolute('withdrawal-acknowledged-once', ({ state }) =>
      state.lifecycle.withdrawalAcknowledgedOn === null
        ? undefined
        : refuse('already-done', 'La Région a déjà pris acte du retrait.'),
    ),
  ],
  decide: ({ state, date }) =>
    notBefore(date, state.lifecycle.endedOn, 'le retrait') ?? [{ type: 'withdrawal-acknowledged', data: {} }],
});

const abandonPole = defineAct<Reasoned>({
  name: 'abandon-pole',
  gravity: 'ending',
  capability: 'lifecycle',
  label: 'Mettre fin à la convention, à l’initiative de la structure porteuse',
  subject: 'pole',
  path: '/poles/:poleId/abandonments',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['alive', 'suspended'],
  to: ['abandoned'],
  emits: ['pole-abandoned'],
  gates: [conventionInForce],
  decide: doing =>
    notBefore(doing.date, sinceConvention(doing), 'la notification de la convention') ??
    behindPayment(doing) ?? [
      { type: 'pole-abandoned', data: leftAtEnd(doing.state), private: { reason: doing.payload.reason } },
    ],
});

const heardBeforeTermination = absolute('observations-heard', situation =>
  notHeardYet(situation, runningConvention(situation.state)?.id ?? '', 'termination'),
);

export interface Founded extends Reasoned {
  /** What the measure is founded on: each was put to the body. */
  readonly grounds: readonly Ground[];
}

const terminateByRegion = defineAct<Founded>({
  name: 'terminate-by-region',
  gravity: 'ending',
  capability: 'lifecycle',
  label: 'Résilier la convention, à l’initiative de la Région',
  subject: 'pole',
  path: '/poles/:poleId/region-terminations',
  roles: ['manager'],
  from: ['alive', 'suspended'],
  to: ['terminated'],
  emits: ['convention-terminated'],
  gates: [conventionInForce, heardBeforeTermination],
  decide: doing => {
    const { reason, grounds } = doing.payload;
    const taken = { award: runningConvention(doing.state)?.id ?? '', matter: 'termination', grounds } as const;
    const refusal = firstRefusal(wrongGrounds(grounds, doing), noFormalNotice(doing, taken), behindPayment(doing));
    if (refusal) return refusal;
    const heard = heardOn(doing, taken.award, taken);
    if ('code' in heard) return heard;
    return [
      {
        type: 'convention-terminated',
        data: { by: 'region', ...leftAtEnd(doing.state), grounds, hearing: heard.event },
        private: { reason },
      },
    ];
  },
});

const DECIDED: readonly string[] = ['rejected', 'lapsed', 'in-force', 'ended', 'settled'];

const everythingSettled = absolute('everything-settled', ({ state, rules }) => {
  const [open] = openGrants(state);
  if (!open) return undefined;
  return refuse('grant-not-settled', 'Une subvention du dossier n’est pas soldée.', {
    source: rules.reglement.clauses.closure,
    liftedBy: 'settle-cycle',
  });
});

/** A renewal asked for is decided and carried to its term first; an early end makes it fall. */
const noRenewalUnderWay = absolute('no-renewal-under-way', ({ state, rules }) => {
  const pending = conventionsOf(state).find(award => award.cycle > 1 && !DECIDED.includes(award.status));
  if (!pending || state.lifecycle.status !== 'alive') return undefined;
  return refuse('renewal-under-way', 'Le renouvellement est demandé : le dossier ne se clôt pas avant sa décision.', {
    source: rules.reglement.clauses.renewal,
    liftedBy: pending.vote === null ? 'record-vote' : 'notify-convention',
  });
});

const nothingToRecover = absolute('nothing-to-recover', situation => {
  const [first] = unrecovered(situation.state);
  if (!first) return undefined;
  const [, open] = first;
  return refuse('excess-outstanding', 'Un trop-perçu reste à recouvrer.', {
    source: cited(situation, 'recovery'),
    liftedBy: open.status === 'claimed' ? 'record-recovery-order' : 'record-recovery',
  });
});

const transfersSettled = absolute('transfers-settled', ({ state }) =>
  state.lifecycle.transfers.every(transfer => transfer.settledOn !== null)
    ? undefined
    : refuse('former-carrier-open', "Le compte d'une ancienne structure porteuse n'est pas arrêté.", {
        liftedBy: 'settle-former-carrier',
      }),
);

/** A grant withdrawn before its convention bound anyone is closed all the same. */
const conventionToClose = absolute('convention-binds', situation =>
  situation.state.lifecycle.status === 'revoked' ? undefined : conventionInForce.check(situation),
);

const closeDossier = defineAct<object>({
  name: 'close-dossier',
  gravity: 'ending',
  capability: 'lifecycle',
  label: 'Clore le dossier',
  subject: 'pole',
  path: '/poles/:poleId/closures',
  roles: ['instructor'],
  from: ['alive', 'abandoned', 'terminated', 'revoked', 'abrogated'],
  to: ['closed'],
  emits: ['dossier-closed'],
  afterEnd: 'until-closed',
  gates: [conventionToClose, everythingSettled, noRenewalUnderWay, nothingToRecover, transfersSettled],
  decide: doing =>
    notBefore(doing.date, runningConvention(doing.state)?.settledOn ?? null, 'le solde de la convention') ?? [
      { type: 'dossier-closed', data: {} },
    ],
});

export const endingActs = [
  withdrawProject,
  acknowledgeWithdrawal,
  abandonPole,
  terminateByRegion,
  closeDossier,
] as const;
