import { csvAmount, type CsvColumn } from '../api/csv.js';
import type { InstalmentLineAnswer } from './instalment-answers.js';

const KINDS = { advance: 'Avance', balance: 'Solde' } as const;

/** The columns of the list of instalments, as spreadsheets open it. */
export const INSTALMENT_COLUMNS: readonly CsvColumn<InstalmentLineAnswer>[] = [
  { title: 'Pôle', of: ({ pole }) => pole.name },
  { title: 'Structure porteuse', of: ({ carrier }) => carrier.name },
  { title: 'SIRET', of: ({ carrier }) => carrier.siret },
  { title: 'Versement', of: ({ object }) => object?.label ?? null },
  { title: 'Nature', of: ({ object }) => (object?.instalment ? KINDS[object.instalment.kind] : null) },
  { title: 'Début de l’exercice', of: ({ object }) => object?.exercise?.from ?? null },
  { title: 'Fin de l’exercice', of: ({ object }) => object?.exercise?.to ?? null },
  { title: 'État', of: ({ stepLabel }) => stepLabel },
  { title: 'Retenu', of: ({ held }) => (held ? 'oui' : 'non') },
  { title: 'Montant', of: ({ amount }) => csvAmount(amount) },
  { title: 'Depuis le', of: ({ since }) => since },
  { title: 'Préparé par', of: ({ preparedBy }) => preparedBy?.name ?? preparedBy?.account ?? null },
  { title: 'Validé par', of: ({ validatedBy }) => validatedBy?.name ?? validatedBy?.account ?? null },
  { title: 'Mandat', of: ({ order }) => order },
  { title: 'À payer au plus tard', of: ({ clock }) => clock?.due ?? null },
  { title: 'Attend', of: ({ clock }) => clock?.waitsFor?.label ?? null },
  { title: 'De', of: ({ clock }) => clock?.waitsFor?.from.label ?? null },
  { title: 'Payé le', of: ({ paidOn }) => paidOn },
  { title: 'Pourquoi', of: ({ reasons }) => reasons.map(({ detail }) => detail).join(' ') },
  {
    title: 'Ce qui le permet',
    of: ({ reasons }) => reasons.flatMap(({ liftedBy }) => liftedBy?.label ?? []).join(' ; '),
  },
];
