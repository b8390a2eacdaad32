import { normaliseName } from '../kernel/text.js';
import { siret } from '../kernel/identifiers.js';
import { refuse } from '../kernel/refusal.js';
import { defineAct } from '../dossier/act.js';
import { absolute, notBefore } from '../dossier/gates.js';
import type { InitiatorKind } from './slice.js';

export interface InitiativeDeclaration {
  readonly paysCodes: readonly string[];
  readonly initiator: InitiatorKind;
  readonly groupName: string;
  readonly groupSiret?: string;
}

export interface LocalGroup {
  readonly structures: number;
}

export interface CouncilDesignation {
  readonly councilName: string;
  readonly councilSiret?: string;
}

export interface PoleLabelling {
  /** The decision that labels the pôle: number of its délibération, or another reference. */
  readonly reference: string;
}

const notLabelled = absolute('pole-labelled-once', ({ state }) =>
  state.initiative.labelled === null ? undefined : refuse('already-done', 'Le pôle est déjà labellisé.'),
);

const groupNotFormed = absolute('group-formed-once', ({ state }) =>
  state.initiative.groupFormedOn === null ? undefined : refuse('already-done', 'Le groupe local est déjà constitué.'),
);

const councilNotDesignated = absolute('council-designated-once', ({ state }) =>
  state.initiative.councilDesignatedOn === null
    ? undefined
    : refuse('already-done', 'Le Conseil de développement est déjà désigné.'),
);

const declareInitiative = defineAct<InitiativeDeclaration>({
  name: 'declare-initiative',
  capability: 'initiative',
  label: 'Déclarer une initiative',
  subject: 'pole',
  path: '/poles',
  roles: ['instructor', 'carrier'],
  from: ['none'],
  to: ['declared'],
  emits: ['initiative-declared'],
  gates: [],
  decide: ({ payload }) => [
    {
      type: 'initiative-declared',
      data: {
        paysCodes: [...new Set(payload.paysCodes)].sort(),
        initiator: payload.initiator,
        group: payload.groupSiret === undefined ? null : siret(payload.groupSiret),
      },
      private: { groupName: normaliseName(payload.groupName) },
    },
  ],
});

const formLocalGroup = defineAct<LocalGroup>({
  name: 'form-local-group',
  capability: 'initiative',
  label: 'Constituer le groupe local',
  subject: 'pole',
  path: '/poles/:poleId/local-groups',
  roles: ['carrier', 'instructor'],
  party: 'group',
  from: ['declared'],
  to: ['declared'],
  emits: ['local-group-formed'],
  gates: [groupNotFormed],
  decide: ({ payload }) => [{ type: 'local-group-formed', data: { structures: payload.structures } }],
});

const designateCouncil = defineAct<CouncilDesignation>({
  name: 'designate-council',
  capability: 'initiative',
  label: 'Désigner le Conseil de développement à consulter',
  subject: 'pole',
  path: '/poles/:poleId/council-designations',
  roles: ['instructor'],
  from: ['declared'],
  to: ['declared'],
  emits: ['council-designated'],
  gates: [councilNotDesignated],
  decide: ({ payload }) => [
    {
      type: 'council-designated',
      data: { body: payload.councilSiret === undefined ? null : siret(payload.councilSiret) },
      private: { councilName: normaliseName(payload.councilName) },
    },
  ],
});

/** The Région recognises the pôle as one of the dispositif: nobody owes it, nothing waits for it. */
const labelPole = defineAct<PoleLabelling>({
  name: 'label-pole',
  capability: 'initiative',
  label: 'Constater la labellisation du pôle par la Région',
  subject: 'pole',
  path: '/poles/:poleId/labellings',
  roles: ['instructor'],
  from: ['declared'],
  to: ['declared'],
  emits: ['pole-labelled'],
  gates: [notLabelled],
  decide: ({ payload, date, state }) =>
    notBefore(date, state.initiative.declaredOn, "la déclaration de l'initiative") ?? [
      { type: 'pole-labelled', data: { reference: payload.reference } },
    ],
});

export const initiativeActs = [declareInitiative, formLocalGroup, designateCouncil, labelPole] as const;
