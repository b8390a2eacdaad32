import { ZERO, type Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Award } from '../award/slice.js';
import { defineAct, type ActContext, type Reasoned } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import { termOf } from '../reglement/reglement.js';
import { wrongGrounds, type Ground } from './grounds.js';
import { hearingSource, hearingsOn, runningHearing } from './hearings.js';
import { knownExcess } from './settlement.js';
import { type ObservationMatter } from '../reglement/measures.js';
import { LIFECYCLE_STATUSES } from './slice.js';

export interface Invitation extends Reasoned {
  readonly matter: ObservationMatter;
  /** On what the measure would be founded; said by nobody of a recovery: the account says it. */
  readonly grounds?: readonly Ground[];
  /** What the Région would withdraw, in cents; said by nobody of a recovery: the account says it. */
  readonly amount?: Cents;
  /** Where the measure is in the nature of a sanction: the grievances; the file is offered with them. */
  readonly grievances?: string;
}

export interface PresentedObservations {
  readonly matter: ObservationMatter;
  readonly observations: string;
}

export interface FormalNoticeGiven extends Reasoned {
  readonly grounds: readonly Ground[];
}

/** As long as the dossier is not closed: an excess may follow any end. */
const HEARD_IN = LIFECYCLE_STATUSES.filter(status => status !== 'closed');

const GRANTED: readonly Award['status'][] = ['adopted', 'executory', 'in-force', 'ended'];
const BINDING: readonly Award['status'][] = ['in-force', 'ended'];

const isConvention = ({ kind }: Award) => kind === 'convention';

/** Of which awards a measure may be envisaged. */
const CONCERNED: Readonly<Record<ObservationMatter, (of: Award, excess: Cents) => boolean>> = {
  recovery: (_of, excess) => excess > 0,
  termination: of => isConvention(of) && of.status === 'in-force',
  abrogation: of => isConvention(of) && of.status === 'in-force',
  commitment: of => isConvention(of) && BINDING.includes(of.status),
  withdrawal: of => isConvention(of) && GRANTED.includes(of.status),
};

type Inviting = ActContext<Invitation, 'award'>;

/** What may be claimed back of an award now, in cents: what was claimed, else what its accounted years leave in excess. */
function claimable({ state, subject, rules }: Pick<Inviting, 'state' | 'subject' | 'rules'>): Cents {
  const recovery = state.lifecycle.recoveries[subject.award];
  if (recovery?.status === 'claimed') return recovery.amount;
  const of = state.awards[subject.award];
  return of && (of.kind === 'convention' || of.kind === 'study') && of.settledOn === null
    ? knownExcess(state, of, rules)
    : ZERO;
}

function noMatter(doing: Inviting): Refusal | undefined {
  if (CONCERNED[doing.payload.matter](award(doing), claimable(doing))) return undefined;
  return refuse('nothing-to-discuss', 'Aucune mesure de cette nature n’est envisageable pour cette attribution.', {
    pointer: '/matter',
  });
}

function stillRuns(doing: Inviting): Refusal | undefined {
  const { state, subject, payload } = doing;
  const running = runningHearing(hearingsOn(state, subject.award, payload.matter));
  if (!running) return undefined;
  return refuse(
    'already-done',
    'La structure porteuse a encore le temps de présenter ses observations sur cette mesure : une autre invitation attend la fin de celle-ci.',
    { source: hearingSource(doing, running), pointer: '/matter', liftedBy: 'present-observations' },
  );
}

const WITH_AMOUNT: readonly ObservationMatter[] = ['withdrawal', 'commitment'];

function wrongTerms(doing: Inviting): Refusal | undefined {
  const { matter, grounds, amount } = doing.payload;
  if (matter === 'recovery' && grounds !== undefined)
    return refuse('grounds-of-account', 'Le motif d’un reversement est son arrêté de compte : il ne se choisit pas.', {
      pointer: '/grounds',
    });
  if (amount !== undefined && !WITH_AMOUNT.includes(matter))
    return refuse('amount-of-account', 'Cette mesure ne porte sur aucun montant à choisir.', { pointer: '/amount' });
  return matter === 'recovery' ? undefined : wrongGrounds(grounds ?? [], doing);
}

const inviteObservations = defineAct<Invitation, 'award'>({
  name: 'invite-observations',
  capability: 'lifecycle',
  label: 'Inviter à présenter des observations',
  subject: 'award',
  path: '/conventions/:awardId/observation-invitations',
  roles: ['instructor', 'manager'],
  from: HEARD_IN,
  to: HEARD_IN,
  emits: ['observations-invited'],
  afterEnd: 'until-closed',
  gates: [],
  decide: doing => {
    const { payload, date, rules, state, subject } = doing;
    const { matter, reason, grievances } = payload;
    const refusal = firstRefusal(noMatter(doing), stillRuns(doing), wrongTerms(doing));
    if (refusal) return refusal;
    const before = hearingsOn(state, subject.award, matter);
    return (
      notBefore(date, before.at(-1)?.endedOn ?? null, 'la fin de l’invitation précédente') ?? [
        {
          type: 'observations-invited',
          data: {
            ...{ award: subject.award, matter, rank: before.length + 1 },
            grounds: matter === 'recovery' ? ['excess'] : (payload.grounds ?? []),
            amount: matter === 'recovery' ? claimable(doing) : (payload.amount ?? null),
            sanction: grievances !== undefined,
            term: dueDate(date, termOf(rules.reglement, 'observations')),
          },
          private: { reason, ...(grievances === undefined ? {} : { grievances }) },
        },
      ]
    );
  },
});

const invited = absolute<'award'>('observations-invited', ({ state, subject }) =>
  Object.values(state.lifecycle.observations).some(
    invitation => invitation.award === subject.award && invitation.endedOn === null,
  )
    ? undefined
    : refuse('observations-not-invited', 'Aucune observation n’est attendue, ou leur délai est écoulé.', {
        liftedBy: 'invite-observations',
      }),
);

const presentObservations = defineAct<PresentedObservations, 'award'>({
  name: 'present-observations',
  capability: 'lifecycle',
  label: 'Présenter ses observations',
  subject: 'award',
  path: '/conventions/:awardId/observations',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: HEARD_IN,
  to: HEARD_IN,
  emits: ['observations-presented', 'award-document-attached'],
  carries: 'observations',
  afterEnd: 'until-closed',
  gates: [invited],
  decide: ({ payload, subject, state, date }) => {
    const { matter, observations } = payload;
    const running = runningHearing(hearingsOn(state, subject.award, matter));
    if (!running)
      return refuse('observations-not-invited', 'Aucune observation n’est attendue sur ce point.', {
        pointer: '/matter',
      });
    return (
      notBefore(date, running.invitedOn, "l'invitation") ?? [
        {
          type: 'observations-presented',
          data: { award: subject.award, matter, rank: running.rank },
          private: { observations },
        },
      ]
    );
  },
});

const giveFormalNotice = defineAct<FormalNoticeGiven, 'award'>({
  name: 'give-formal-notice',
  capability: 'lifecycle',
  machine: 'award',
  label: 'Mettre en demeure',
  subject: 'award',
  path: '/conventions/:awardId/formal-notices',
  roles: ['manager'],
  from: BINDING,
  to: BINDING,
  emits: ['formal-notice-given'],
  gates: [
    absolute('notice-on-convention', situation =>
      isConvention(award(situation))
        ? undefined
        : refuse('not-a-convention', 'Une mise en demeure porte sur une convention du pôle.'),
    ),
  ],
  decide: doing => {
    const { payload, date, subject, rules } = doing;
    const { conventionNotifiedOn, grantNotifiedOn } = award(doing);
    const term = dueDate(date, termOf(rules.reglement, 'formal-notice'));
    return (
      wrongGrounds(payload.grounds, doing) ??
      notBefore(date, conventionNotifiedOn ?? grantNotifiedOn, 'la notification de la convention') ?? [
        {
          type: 'formal-notice-given',
          data: { award: subject.award, grounds: payload.grounds, term },
          private: { reason: payload.reason },
        },
      ]
    );
  },
});

interface Taking {
  readonly award: string;
  readonly matter: ObservationMatter;
  readonly grounds: readonly Ground[];
}

/** Refuses a measure on a breach for which the règlement asks a formal notice, before its term. */
export function noFormalNotice(
  { state, rules, date }: Pick<ActContext<object>, 'state' | 'rules'> & { readonly date: CivilDate },
  { award: of, matter, grounds }: Taking,
): Refusal | undefined {
  if (!rules.reglement.formalNoticeFor.includes(matter)) return undefined;
  const given = state.lifecycle.formalNotices.filter(notice => notice.award === of && notice.term < date);
  if (grounds.every(ground => given.some(notice => notice.grounds.includes(ground)))) return undefined;
  return refuse(
    'formal-notice-lacking',
    'Cette mesure suit une mise en demeure restée sans effet jusqu’à son terme, pour chacun de ses motifs.',
    { source: termOf(rules.reglement, 'formal-notice').source, liftedBy: 'give-formal-notice', pointer: '/grounds' },
  );
}

export const observationsActs = [inviteObservations, presentObservations, giveFormalNotice] as const;
