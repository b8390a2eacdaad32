import { formatFrench } from '../kernel/civil-date.js';
import { siret } from '../kernel/identifiers.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type GateContext } from '../dossier/act.js';
import { identityOf, type BodyIdentity } from '../dossier/body-identity.js';
import { absolute, notBefore } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import type { LegitimationConclusion } from './slice.js';
import { cited, type Citing } from '../reglement/references.js';

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

/** Nobody judges of their own legitimacy: the CRESS that would carry the pôle steps aside. */
function onItself(on: Citing & Pick<GateContext, 'rules'>, carrier: string): Refusal | undefined {
  const { supportBody } = on.rules.reglement;
  if (supportBody === null || !carrier.startsWith(supportBody)) return undefined;
  return refuse(
    'judge-and-party',
    'La CRESS ne se prononce pas sur elle-même : la Région lève ce préalable par une décision motivée.',
    { source: cited(on, 'impartiality'), liftedBy: 'override-block', absolute: true },
  );
}

const writeLegitimationNote = defineAct<LegitimationNote>({
  name: 'write-legitimation-note',
  capability: 'legitimation',
  label: 'Rédiger la note de légitimation',
  subject: 'pole',
  path: '/poles/:poleId/legitimation-notes',
  roles: ['adviser'],
  from: ['open', 'accompanied', 'not-yet'],
  to: ['legitimate', 'not-yet'],
  emits: ['legitimation-note-written', 'document-attached'],
  carries: 'note',
  gates: [],
  decide: doing => {
    const { state, payload, date } = doing;
    const meetsBoth = payload.selfOrganised && payload.beyondAssociations;
    if (payload.conclusion === 'legitimate' && !meetsBoth)
      return refuse(
        'criteria-not-met',
        'La note ne peut conclure à la légitimité si l’un des deux critères du dispositif n’est pas rempli : auto-organisation, ouverture au-delà des seules associations.',
        { source: doing.rules.reglement.clauses.legitimacy, pointer: '/conclusion' },
      );
    return (
      onItself(doing, siret(payload.carrier.siret)) ??
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

export interface SuccessorNote {
  readonly conclusion: LegitimationConclusion;
  readonly analysis: string;
}

const examineSuccessor = defineAct<SuccessorNote, 'award'>({
  name: 'examine-successor',
  capability: 'legitimation',
  machine: 'award',
  label: 'Se prononcer sur la nouvelle structure porteuse',
  subject: 'award',
  path: '/conventions/:awardId/successor-notes',
  roles: ['adviser'],
  from: ['requested', 'incomplete', 'instructed', 'adjourned'],
  to: ['requested', 'incomplete', 'instructed', 'adjourned'],
  emits: ['successor-examined', 'award-document-attached'],
  carries: 'note',
  gates: [
    absolute('successor-brought', situation =>
      award(situation).changes?.carrier
        ? undefined
        : refuse('no-successor', 'Seul un avenant qui change la structure porteuse en amène une nouvelle.'),
    ),
  ],
  decide: doing => {
    const { id, changes, receivedOn } = award(doing);
    const carrier = changes?.carrier?.to ?? '';
    const { conclusion, analysis } = doing.payload;
    const last = doing.state.legitimation.successors[id];
    if (last?.conclusion === 'legitimate')
      return refuse('already-done', `La CRESS a reconnu cette structure porteuse le ${formatFrench(last.on)}.`);
    const round = (last?.round ?? 0) + 1;
    return (
      onItself(doing, carrier) ??
      notBefore(doing.date, last?.on ?? receivedOn, 'la proposition d’avenant, ou la note précédente') ?? [
        { type: 'successor-examined', data: { award: id, round, carrier, conclusion }, private: { analysis } },
      ]
    );
  },
});

export const legitimationActs = [holdCressMeeting, writeLegitimationNote, examineSuccessor] as const;
