import { siret } from '../kernel/identifiers.js';
import { refuse } from '../kernel/refusal.js';
import { defineAct } from '../dossier/act.js';
import { identityOf, type BodyIdentity } from '../dossier/body-identity.js';
import { notBefore } from '../dossier/gates.js';
import type { LegitimationConclusion } from './slice.js';

export interface CressMeeting {
  readonly participants: number;
}

export interface LegitimationNote {
  readonly carrier: BodyIdentity;
  /** First criterion of the dispositif: the group organised itself. */
  readonly selfOrganised: boolean;
  /** Second criterion: it reaches beyond the associative sector alone. */
  readonly beyondAssociations: boolean;
  readonly conclusion: LegitimationConclusion;
  readonly analysis: string;
}

const holdCressMeeting = defineAct<CressMeeting>({
  name: 'hold-cress-meeting',
  capability: 'legitimation',
  label: 'Tenir une rencontre CRESS',
  subject: 'pole',
  path: '/poles/:poleId/cress-meetings',
  roles: ['adviser', 'instructor'],
  from: ['open', 'accompanied', 'not-yet'],
  to: ['accompanied', 'not-yet'],
  emits: ['cress-meeting-held'],
  gates: [],
  decide: ({ state, payload }) => [
    {
      type: 'cress-meeting-held',
      data: { meeting: state.legitimation.meetings + 1, participants: payload.participants },
    },
  ],
});

const writeLegitimationNote = defineAct<LegitimationNote>({
  name: 'write-legitimation-note',
  capability: 'legitimation',
  label: 'Rédiger la note de légitimation',
  subject: 'pole',
  path: '/poles/:poleId/legitimation-notes',
  roles: ['adviser'],
  from: ['open', 'accompanied', 'not-yet'],
  to: ['legitimate', 'not-yet'],
  emits: ['legitimation-note-written'],
  gates: [],
  decide: ({ state, payload, date }) => {
    const meetsBoth = payload.selfOrganised && payload.beyondAssociations;
    if (payload.conclusion === 'legitimate' && !meetsBoth)
      return refuse(
        'criteria-not-met',
        'La note ne peut conclure à la légitimité si l’un des deux critères du dispositif n’est pas rempli : auto-organisation, ouverture au-delà des seules associations.',
        { source: "Règlement de l'aide, critères de légitimité", pointer: '/conclusion' },
      );
    return (
      notBefore(
        date,
        state.legitimation.noteOn ?? state.initiative.declaredOn,
        "l'initiative ou la note précédente",
      ) ?? [
        {
          type: 'legitimation-note-written',
          data: {
            round: state.legitimation.round,
            selfOrganised: payload.selfOrganised,
            beyondAssociations: payload.beyondAssociations,
            conclusion: payload.conclusion,
            carrier: siret(payload.carrier.siret),
          },
          private: { ...identityOf(payload.carrier), analysis: payload.analysis },
        },
      ]
    );
  },
});

export const legitimationActs = [holdCressMeeting, writeLegitimationNote] as const;
