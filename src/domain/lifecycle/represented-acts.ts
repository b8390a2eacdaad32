import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext, type Reasoned } from '../dossier/act.js';
import { bodiesOfDossier } from '../dossier/parties.js';
import { rectifications } from '../dossier/rectified.js';
import { representsSomeone, type Represented } from '../dossier/represented.js';
import type { RecordedEvent } from '../dossier/state.js';
import { sightOf } from '../dossier/roles.js';
import { LIFECYCLE_STATUSES } from './slice.js';

export interface RepresentedRectified extends Reasoned {
  readonly event: string;
  /** The body or the pays in whose name it was really done. */
  readonly represented: Represented;
}

const represents = ({ role }: RecordedEvent) => role !== 'engine' && representsSomeone({ role });

/** The bodies, or the pays, of the dossier in whose name people of a role act. */
function partiesFor({ role }: RecordedEvent, { state }: ActContext<RepresentedRectified>): readonly Represented[] {
  return sightOf(role) === 'own-pays' ? state.initiative.paysCodes : bodiesOfDossier(state);
}

/** In whose name a fact of the dossier was written, or a refusal: there is no such fact, or nothing to rectify in it. */
function wronglyWritten(doing: ActContext<RepresentedRectified>): { readonly from: Represented | null } | Refusal {
  const { history, payload } = doing;
  const written = history.find(({ id }) => id === payload.event);
  if (!written) return refuse('event-unknown', 'Ce fait n’existe pas dans ce dossier.', { pointer: '/event' });
  if (!represents(written))
    return refuse('represents-nobody', 'Ce fait n’a été fait au nom d’aucun organisme ni d’aucun pays.', {
      pointer: '/event',
    });
  const from = rectifications(history).get(written.id)?.to ?? written.onBehalfOf;
  if (from === payload.represented)
    return refuse('represented-body-right', 'Le journal dit déjà que ce fait a été fait en ce nom.', {
      pointer: '/represented',
    });
  if (partiesFor(written, doing).includes(payload.represented)) return { from };
  return refuse('represented-body-unknown', 'Cet organisme ou ce pays n’a pas de part dans ce dossier.', {
    pointer: '/represented',
  });
}

export const rectifyRepresentedBody = defineAct<RepresentedRectified>({
  name: 'rectify-represented-body',
  capability: 'lifecycle',
  label: 'Rectifier au nom de qui un fait a été fait',
  subject: 'pole',
  path: '/poles/:poleId/represented-body-rectifications',
  roles: ['instructor', 'manager'],
  from: LIFECYCLE_STATUSES,
  to: LIFECYCLE_STATUSES,
  emits: ['represented-body-rectified'],
  afterEnd: 'always',
  readsHistory: true,
  gates: [],
  decide: doing => {
    const { event, represented, reason } = doing.payload;
    const outcome = wronglyWritten(doing);
    if ('code' in outcome) return outcome;
    const data = { event, from: outcome.from, to: represented };
    return [{ type: 'represented-body-rectified', data, private: { reason } }];
  },
});
