import { isInForce, type Award } from '../award/slice.js';
import type { PartyName, GateContext } from './act.js';
import { sightOf } from './roles.js';
import { conventionsOf, runningConvention } from './stage.js';
import type { DossierState } from './state.js';
import { awardIdOf, type Subject } from './subject.js';

/** The award that a subject is or is a part of, if the dossier has it. */
export function awardOf(state: DossierState, subject: Subject): Award | undefined {
  const id = awardIdOf(subject);
  return id === undefined ? undefined : state.awards[id];
}

/** The award that the act bears on. The machinery has checked that the dossier has it. */
export function award({ state, subject }: Pick<GateContext<'award'>, 'state' | 'subject'>): Award {
  const found = state.awards[subject.award];
  if (!found) throw new Error(`Attribution absente du dossier : ${subject.award}`);
  return found;
}

/** The body that the convention in force binds; before one is, all those that may ask for it. */
function projectOwners(state: DossierState): readonly (string | null)[] {
  const running = runningConvention(state);
  if (running) return [running.applicant];
  const applicants = conventionsOf(state).map(({ applicant }) => applicant);
  return [state.initiative.group, state.legitimation.carrier, ...applicants];
}

/** The body that owes what the act bears on. */
function debtorOf(state: DossierState, subject: Subject): readonly (string | null)[] {
  const body = subject.kind === 'obligation' ? state.obligations[subject.obligation]?.debtor.body : undefined;
  return body === undefined ? projectOwners(state) : [body];
}

const BODIES: Record<PartyName, (state: DossierState, subject: Subject) => readonly (string | null | undefined)[]> = {
  group: state => [state.initiative.group],
  'study-bearer': state => [state.study.bearer],
  applicant: (state, subject) => [awardOf(state, subject)?.applicant],
  carrier: state => [state.legitimation.carrier],
  council: () => [],
  'project-owner': projectOwners,
  cofunder: (state, subject) =>
    subject.kind === 'contribution' ? [state.contributions[String(subject.contribution)]?.cofunder] : [],
  debtor: debtorOf,
};

/** SIRET of the bodies of the dossier that hold a part in it. */
export function bodiesOf(
  state: DossierState,
  party: PartyName,
  subject: Subject = { kind: 'pole' },
): readonly string[] {
  return BODIES[party](state, subject).filter(body => body !== null && body !== undefined);
}

/** Every body of the dossier: those whose people may read it, whole or in part. */
export function bodiesOfDossier(state: DossierState): readonly string[] {
  const applicants = Object.values(state.awards).flatMap(({ applicant, formerApplicants }) => [
    applicant,
    ...formerApplicants,
  ]);
  const cofunders = Object.values(state.contributions).map(contribution => contribution.cofunder);
  const bodies = [state.initiative.group, state.study.bearer, state.legitimation.carrier, ...applicants, ...cofunders];
  return [...new Set(bodies.filter(body => body !== null))];
}

/** The body that carries the pôle, or is to: that of the convention in force, else of the note, else of the request, else its group. */
export function carrierOf(state: DossierState): string | null {
  const asked = conventionsOf(state).at(-1)?.applicant;
  return runningConvention(state)?.applicant ?? state.legitimation.carrier ?? asked ?? state.initiative.group;
}

const REFUSED: readonly Award['status'][] = ['rejected', 'lapsed'];

/**
 * The bodies that hold the dossier today: its group, the bearer of its study, its carrier, who asks for its convention.
 * Not those whose request was rejected, nor those that carried the convention before another did.
 */
export function holdersOf(state: DossierState): readonly string[] {
  const { initiative, study, legitimation } = state;
  const conventions = conventionsOf(state);
  const running = Math.max(0, conventions.findLastIndex(isInForce));
  const asked = conventions.slice(running).filter(({ status }) => !REFUSED.includes(status));
  const today = asked.map(({ applicant }) => applicant);
  const before = [
    ...conventions.slice(0, running).map(({ applicant }) => applicant),
    ...conventions.flatMap(({ formerApplicants }) => formerApplicants),
  ];
  const bearer = study.status === 'refused' ? null : study.bearer;
  const others = [initiative.group, legitimation.carrier, bearer].filter(body => body !== null);
  return [...new Set([...today, ...others.filter(body => !before.includes(body))])];
}

/** Whether the actor's perimeter covers the part of the dossier that the act is about. */
export function isInPerimeter({ state, subject, actor }: GateContext, party: PartyName | undefined): boolean {
  const sight = sightOf(actor.role);
  if (sight === 'own-pays') return state.initiative.paysCodes.some(code => actor.pays.includes(code));
  if (sight !== 'own-bodies') return true;
  const allowed = bodiesOf(state, party ?? 'project-owner', subject);
  return allowed.some(body => actor.bodies.includes(body));
}
