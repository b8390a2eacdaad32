import { rulesOf } from '../award/ruled.js';
import { refuse } from '../kernel/refusal.js';
import { defineAct, type ActContext, type Reasoned } from '../dossier/act.js';
import type { NewEvent, RecordedEvent } from '../dossier/state.js';
import { builtUpon, standing, together, without } from './built-upon.js';
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
    const { history, payload } = doing;
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
    without(doing, events);
    return events.map(event => retraction(doing, event));
  },
});

export const correctionActs = [overrideBlock, retractFact] as const;
