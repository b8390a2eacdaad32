import { rulesOf } from '../award/ruled.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext, type Reasoned } from '../dossier/act.js';
import { EVENT_TYPES, fold, sliceOf, type DossierState, type NewEvent, type RecordedEvent } from '../dossier/state.js';
import { LIFECYCLE_STATUSES } from './slice.js';

export interface Overriding extends Reasoned {
  readonly gate: string;
  readonly act: string;
  /** The award, or `award/year/number` of the instalment; absent for the pôle itself. */
  readonly on?: string;
}

export interface Retraction extends Reasoned {
  readonly event: string;
}

const OVERRIDABLE_IN = LIFECYCLE_STATUSES.filter(status => status !== 'closed');

const overrideBlock = defineAct<Overriding>({
  name: 'override-block',
  capability: 'lifecycle',
  label: 'Lever un blocage par décision motivée',
  subject: 'pole',
  path: '/poles/:poleId/overrides',
  roles: ['manager'],
  from: OVERRIDABLE_IN,
  to: OVERRIDABLE_IN,
  emits: ['block-overridden'],
  afterEnd: 'until-closed',
  gates: [],
  decide: ({ payload, rules: ofDossier, state }) => {
    const { gate, act, on = '', reason } = payload;
    const rules = rulesOf(
      ofDossier,
      Object.values(state.awards).find(({ id }) => on.startsWith(id)),
    );
    if (!rules.reglement.waivableGates.includes(gate))
      return refuse(
        'gate-not-waivable',
        'Ce blocage ne peut être levé : il est légal ou le règlement ne le permet pas.',
        {
          source: rules.reglement.label,
          pointer: '/gate',
        },
      );
    return [{ type: 'block-overridden', data: { gate, act, subject: on }, private: { reason } }];
  },
});

const FINAL = new Set([
  'initiative-declared',
  'fact-retracted',
  'payment-ordered',
  'payment-recorded',
  'payment-rejected',
  'convention-amended',
  'convention-ended',
  'recovery-ordered',
  'recovery-collected',
  'grant-withdrawn',
]);

/** What follows an end of the dossier rests on it. */
const ENDINGS = new Set(['pole-abandoned', 'convention-terminated', 'grant-abrogated', 'dossier-closed']);

/** What says nothing that a fact before it would hold up. */
const RESTS_ON_NOTHING = new Set([
  ...['fact-retracted', 'legality-term-ended', 'represented-body-rectified'],
  ...['convention-became-required', 'convention-no-longer-required'],
]);

/** An end tells what the facts before it leave to be done: it rests on all of them. */
function leavesSomething({ data }: RecordedEvent): boolean {
  if (!('cycles' in data)) return false;
  return [data.cycles, data.publications ?? [], data.formerCarriers ?? []].some(duties => duties.length > 0);
}

/** Events that were recorded together, and still stand. */
function together(history: readonly RecordedEvent[], target: RecordedEvent): readonly RecordedEvent[] {
  return standing(history).filter(event => event.factVersion === target.factVersion);
}

function standing(history: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const retracted = new Set(history.flatMap(event => (event.retracts ? [event.retracts] : [])));
  return history.filter(event => event.factVersion !== null && !retracted.has(event.id));
}

const awardNamedBy = (event: RecordedEvent) => ('award' in event.data ? event.data.award : undefined);

const PREPARATION: readonly string[] = ['initiative', 'study', 'opinion', 'legitimation'];

/** What a settled account was reckoned on, beside what names its award: the posts and the suspensions while it ran. */
const RECKONED: readonly string[] = [
  ...['post-opened', 'post-filled', 'post-vacated', 'post-ended'],
  ...['dossier-suspended', 'dossier-resumed'],
];

function isReckonedIn(earlier: RecordedEvent, later: RecordedEvent, { awards }: DossierState): boolean {
  if (later.type !== 'convention-settled' || !RECKONED.includes(earlier.type)) return false;
  const period = awards[later.data.award]?.period;
  return period === undefined || earlier.date <= period.to;
}

/** The accounts of a year rest in the convention, and open what another award may pay of it. */
function opensPayment(earlier: RecordedEvent, later: RecordedEvent, { awards }: DossierState): boolean {
  if (sliceOf(earlier.type) !== 'years' || sliceOf(later.type) !== 'instalments') return false;
  const convention = awards[awardNamedBy(later) ?? '']?.parent ?? null;
  return convention !== null && convention === awardNamedBy(earlier);
}

/** A voted convention stands on its whole preparation: conditions are frozen at the grant (CE 5 juillet 2010 n° 308615). */
function isBuiltUpon(earlier: RecordedEvent, later: RecordedEvent, state: DossierState): boolean {
  if (later.type === 'instalments-planned' && PREPARATION.includes(sliceOf(earlier.type))) return true;
  if (ENDINGS.has(earlier.type) || leavesSomething(later)) return true;
  if (isReckonedIn(earlier, later, state) || opensPayment(earlier, later, state)) return true;
  const [earlierAward, other] = [awardNamedBy(earlier), awardNamedBy(later)];
  if (earlierAward !== undefined && other !== undefined) return earlierAward === other;
  return sliceOf(earlier.type) === sliceOf(later.type);
}

function builtUpon({ history, state }: ActContext<Retraction>, target: RecordedEvent): Refusal | undefined {
  const version = target.factVersion ?? 0;
  const later = standing(history).filter(
    event => (event.factVersion ?? 0) > version && !RESTS_ON_NOTHING.has(event.type),
  );
  const dependent = later.find(event => together(history, target).some(sibling => isBuiltUpon(sibling, event, state)));
  if (!dependent) return undefined;
  return refuse(
    'built-upon',
    `Ce fait ne peut être annulé : un fait postérieur s'appuie sur lui (${EVENT_TYPES[dependent.type].label}). Annulez d'abord celui-ci.`,
    { pointer: '/event' },
  );
}

function retraction({ payload }: ActContext<Retraction>, event: RecordedEvent): NewEvent {
  return {
    type: 'fact-retracted',
    data: { event: event.id, type: event.type },
    private: { reason: payload.reason },
    retracts: event.id,
  };
}

const retractFact = defineAct<Retraction>({
  name: 'retract-fact',
  capability: 'lifecycle',
  label: 'Annuler un fait saisi par erreur',
  subject: 'pole',
  path: '/poles/:poleId/retractions',
  roles: ['manager'],
  from: LIFECYCLE_STATUSES,
  to: LIFECYCLE_STATUSES,
  emits: ['fact-retracted'],
  afterEnd: 'always',
  readsHistory: true,
  gates: [],
  decide: doing => {
    const { history, payload, state } = doing;
    const target = standing(history).find(event => event.id === payload.event);
    if (!target) return refuse('event-unknown', "Ce fait n'existe pas ou est déjà annulé.", { pointer: '/event' });
    const events = together(history, target);
    if (events.some(event => FINAL.has(event.type)))
      return refuse(
        'event-final',
        'Ce fait a engagé la Région ou des tiers : il ne s’annule pas par rectification. Un acte contraire le corrige : rejet du paiement, avenant, ou remise de ce qui est réclamé.',
        { pointer: '/event', absolute: true },
      );
    const refusal = builtUpon(doing, target);
    if (refusal) return refusal;
    fold(
      state.id,
      history.filter(event => !events.includes(event)),
    );
    return events.map(event => retraction(doing, event));
  },
});

export const correctionActs = [overrideBlock, retractFact] as const;
