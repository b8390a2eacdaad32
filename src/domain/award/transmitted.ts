import { absolute } from '../dossier/gates.js';
import { refuse } from '../kernel/refusal.js';
import { award } from '../dossier/parties.js';

/** The deliberation has left for the représentant de l'État; `source` is the text that asks for it. */
export const transmitted = (source: string) =>
  absolute<'award'>('transmitted', situation =>
    award(situation).transmittedOn === null
      ? refuse('not-transmitted', "La délibération n'est pas transmise au représentant de l'État.", {
          source,
          liftedBy: 'transmit-deliberation',
        })
      : undefined,
  );
