import type { Cents } from '../kernel/cents.js';
import { formatEuros } from '../kernel/cents.js';
import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { GateContext } from '../dossier/act.js';
import type { DossierState } from '../dossier/state.js';
import type { Ground } from './grounds.js';
import type { ObservationMatter } from '../reglement/measures.js';
import type { Hearing } from './slice.js';
import { cited, type Citing } from '../reglement/references.js';

/** What the Région would decide, and on what: the measure, its grounds, and the amount it would claim back, in cents. */
export interface Measure {
  readonly matter: ObservationMatter;
  readonly grounds: readonly Ground[];
  readonly amount?: Cents;
}

/** The hearings on a measure about an award, in their order. */
export function hearingsOn({ lifecycle }: DossierState, award: string, matter: ObservationMatter): readonly Hearing[] {
  return Object.values(lifecycle.observations)
    .filter(hearing => hearing.award === award && hearing.matter === matter)
    .sort((a, b) => a.rank - b.rank);
}

/** The hearing that still runs, among some: one at a time for one measure. */
export function runningHearing(hearings: readonly Hearing[]): Hearing | undefined {
  return hearings.find(({ endedOn }) => endedOn === null);
}

/** Whether a hearing can still serve some decision: it is over, and none consumed it. */
const isUnused = ({ endedOn, usedOn }: Hearing) => endedOn !== null && usedOn === null;

const covers = (hearing: Hearing, { grounds, amount }: Omit<Measure, 'matter'>) =>
  grounds.every(ground => hearing.grounds.includes(ground)) &&
  (amount === undefined || hearing.amount === null || amount <= hearing.amount);

/** The hearing that a measure consumes: over on that day, used by none before, and on every one of its grounds. */
export function hearingFor(
  hearings: readonly Hearing[],
  measure: Omit<Measure, 'matter'>,
  on?: CivilDate,
): Hearing | undefined {
  return hearings.findLast(
    hearing => isUnused(hearing) && (on === undefined || (hearing.endedOn ?? '') <= on) && covers(hearing, measure),
  );
}

/** What asks for a hearing; more where it is on a sanction, whose grievances are stated and file offered. */
export const hearingSource = (on: Citing, hearing?: Pick<Hearing, 'sanction'>) =>
  cited(on, hearing?.sanction ? 'sanction-hearing' : 'hearing');

/** Refuses a measure before any hearing on it that is over and that no decision consumed yet. */
export function notHeardYet(situation: Citing & Pick<GateContext, 'state'>, award: string, matter: ObservationMatter) {
  const hearings = hearingsOn(situation.state, award, matter);
  if (hearings.some(isUnused)) return undefined;
  const running = runningHearing(hearings);
  return refuse(
    'observations-not-heard',
    running
      ? `La structure porteuse a jusqu’au ${formatFrench(running.term)} pour présenter ses observations.`
      : hearings.length > 0
        ? 'Les observations entendues ont déjà servi à une décision : une autre mesure demande une autre invitation.'
        : "La structure porteuse n'a pas été invitée à présenter ses observations.",
    { source: hearingSource(situation, running), liftedBy: running ? 'present-observations' : 'invite-observations' },
  );
}

/** The hearing that a measure consumes, or why none serves: a ground or an amount that was not put to the body. */
export function heardOn(
  doing: Citing & Pick<GateContext, 'state'> & { readonly date: CivilDate },
  award: string,
  { matter, ...measure }: Measure,
): Hearing | Refusal {
  const { state, date } = doing;
  const hearings = hearingsOn(state, award, matter);
  const hearing = hearingFor(hearings, measure, date);
  if (hearing) return hearing;
  const later = hearingFor(hearings, measure);
  if (later?.endedOn)
    return refuse(
      'date-order',
      `La date ne peut précéder la fin de la procédure contradictoire (${formatFrench(later.endedOn)}).`,
      { pointer: '/date' },
    );
  const onGrounds = hearingFor(hearings, { grounds: measure.grounds }, date);
  const asked = { source: cited(doing, 'hearing'), liftedBy: 'invite-observations', absolute: true };
  return onGrounds?.amount
    ? refuse(
        'observations-not-heard',
        `La structure porteuse a été entendue sur ${formatEuros(onGrounds.amount)} : un montant supérieur demande une nouvelle invitation.`,
        { ...asked, pointer: '/amount' },
      )
    : refuse(
        'observations-not-heard',
        'La structure porteuse n’a pas été entendue sur tous ces motifs : un nouveau motif demande une nouvelle invitation.',
        { ...asked, pointer: '/grounds' },
      );
}
