import { dueDate } from '../kernel/delay.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext, type GateContext } from '../dossier/act.js';
import { absolute, notBefore } from '../dossier/gates.js';
import { termOf } from '../reglement/reglement.js';
import { LIFECYCLE_STATUSES, observationsKey, type ObservationMatter } from './slice.js';

export interface Invitation {
  readonly matter: ObservationMatter;
  readonly reason: string;
}

export interface PresentedObservations {
  readonly matter: ObservationMatter;
  readonly observations: string;
}

/** As long as the dossier is not closed: an excess may follow any end. */
const HEARD_IN = LIFECYCLE_STATUSES.filter(status => status !== 'closed');

const SOURCE = 'CRPA art. L121-1 et L122-1 : procédure contradictoire';

/** Refuses what must come after the adversarial phase while it was not held, or still runs. */
export function adversarialHeld(
  { state }: Pick<GateContext, 'state'>,
  award: string | undefined,
  matter: ObservationMatter,
): Refusal | undefined {
  const phase = state.lifecycle.observations[observationsKey(award ?? '', matter)];
  if (phase?.endedOn) return undefined;
  return refuse(
    'observations-not-heard',
    phase
      ? 'La structure porteuse a encore le temps de présenter ses observations.'
      : "La structure porteuse n'a pas été invitée à présenter ses observations.",
    { source: SOURCE, liftedBy: phase ? 'present-observations' : 'invite-observations' },
  );
}

function noMatter({ payload, state, subject }: ActContext<Invitation, 'award'>): Refusal | undefined {
  const award = state.awards[subject.award];
  const recovery = state.lifecycle.recoveries[subject.award]?.status;
  const concerned =
    payload.matter === 'recovery'
      ? recovery === 'claimed'
      : award?.kind === 'convention' && award.status === 'in-force';
  if (concerned) return undefined;
  return refuse('nothing-to-discuss', 'Aucune mesure de cette nature n’est envisageable pour cette attribution.', {
    pointer: '/matter',
  });
}

function already({ payload, state, subject }: ActContext<{ readonly matter: ObservationMatter }, 'award'>) {
  return state.lifecycle.observations[observationsKey(subject.award, payload.matter)];
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
    const { payload, date, rules, subject } = doing;
    if (already(doing))
      return refuse('already-done', 'Les observations ont déjà été demandées.', { pointer: '/matter' });
    const term = dueDate(date, termOf(rules.reglement, 'observations'));
    return (
      noMatter(doing) ?? [
        {
          type: 'observations-invited',
          data: { award: subject.award, matter: payload.matter, term },
          private: { reason: payload.reason },
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
  emits: ['observations-presented'],
  afterEnd: 'until-closed',
  gates: [invited],
  decide: doing => {
    const { payload, subject } = doing;
    const phase = already(doing);
    if (!phase || phase.endedOn !== null)
      return refuse('observations-not-invited', 'Aucune observation n’est attendue sur ce point.', {
        pointer: '/matter',
      });
    return (
      notBefore(doing.date, phase.invitedOn, "l'invitation") ?? [
        {
          type: 'observations-presented',
          data: { award: subject.award, matter: payload.matter },
          private: { observations: payload.observations },
        },
      ]
    );
  },
});

export const observationsActs = [inviteObservations, presentObservations] as const;
