import type { Fault } from '../../api/problem.js';
import type { Control } from './model.js';
import type { Filled, PlacedField } from './reading.js';
import { idOf } from './ids.js';

/** A fault as the page tells it: at its field, or of the whole. */
export interface ToldFault {
  readonly message: string;
  /** The field, by its name on the page; undefined when it is of none. */
  readonly name?: string;
  /** The element to which the summary leads, and what its field is called. */
  readonly id?: string;
  readonly label?: string;
  readonly source?: string;
  /** The act that lifts it. */
  readonly liftedBy?: string;
}

/** What is told of the faults of a form, those of its fields first, in the order of the page. */
export function toldFaults(faults: readonly Fault[], { places }: Filled): readonly ToldFault[] {
  const order = [...new Set([...places.values()].map(({ name }) => name))];
  const told = faults.map(fault => toldFault(fault, places));
  const rank = ({ name }: ToldFault) => (name === undefined ? order.length : order.indexOf(name));
  return told.toSorted((a, b) => rank(a) - rank(b));
}

function toldFault(fault: Fault, places: Filled['places']): ToldFault {
  const place = placeOf(fault.pointer, places);
  const { source, liftedBy } = fault;
  return {
    message: place ? messageAt(place, fault) : fault.detail,
    ...(place === undefined
      ? {}
      : { name: place.name, id: idOf(place.name, place.field.control), label: place.field.label }),
    ...(source === undefined ? {} : { source }),
    ...(liftedBy === undefined ? {} : { liftedBy: liftedBy.act }),
  };
}

/** The field that a pointer means, or the nearest that holds it. */
function placeOf(pointer: string | undefined, places: Filled['places']): PlacedField | undefined {
  if (pointer === undefined || pointer === '') return undefined;
  return places.get(pointer) ?? placeOf(pointer.slice(0, pointer.lastIndexOf('/')), places);
}

/** What is asked of a field that is left empty. */
const MISSING: Readonly<Record<Control['kind'], string>> = {
  date: 'Indiquez une date.',
  euros: 'Indiquez un montant.',
  line: 'Ce champ est à remplir.',
  prose: 'Écrivez quelques mots.',
  count: 'Indiquez un nombre.',
  'yes-no': 'Répondez par oui ou par non.',
  choice: 'Choisissez une réponse.',
  choices: 'Cochez au moins une case.',
  sirets: 'Écrivez au moins un SIRET.',
  grounds: 'Choisissez au moins un motif.',
  file: 'Choisissez un fichier.',
  known: 'Le dossier ne le dit pas encore.',
  group: 'Cette partie est à remplir.',
  rows: 'Remplissez au moins une ligne.',
  map: 'Répondez à chaque ligne.',
};

/** What is said of a field that is filled in wrongly, where the check speaks of how JSON would write it. */
const WRONG: Partial<Readonly<Record<Control['kind'], string>>> = {
  date: 'Cette date n’existe pas : écrivez le jour, le mois et l’année, par exemple 14 3 2026.',
  'yes-no': 'Répondez par oui ou par non.',
  choice: 'Choisissez une des réponses proposées.',
  choices: 'Cochez au moins une case.',
  grounds: 'Choisissez des motifs dans la liste ; une précision compte au plus vingt lettres ou chiffres.',
  file: 'Choisissez un fichier.',
  map: 'Répondez à chaque ligne.',
};

function messageAt({ field: { control } }: PlacedField, { code, detail }: Fault): string {
  if (code === 'represented-body-unclear') return 'Dites au nom de qui vous agissez.';
  if (code === 'missing-field') return MISSING[control.kind];
  return (code === 'invalid-field' ? WRONG[control.kind] : undefined) ?? detail;
}
