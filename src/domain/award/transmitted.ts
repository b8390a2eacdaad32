import { absolute } from '../dossier/gates.js';
import { refuse } from '../kernel/refusal.js';
import { award } from '../dossier/parties.js';
import { cited, type ReferenceId } from '../reglement/references.js';

/** The deliberation has left for the représentant de l'État; `reference` is the text that asks for it. */
export const transmitted = (reference: ReferenceId) =>
  absolute<'award'>('transmitted', situation =>
    award(situation).transmittedOn === null
      ? refuse('not-transmitted', "La délibération n'est pas transmise au représentant de l'État.", {
          source: cited(situation, reference),
          liftedBy: 'transmit-deliberation',
        })
      : undefined,
  );
