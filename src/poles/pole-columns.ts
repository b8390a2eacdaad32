import { csvAmount, type CsvColumn } from '../api/csv.js';
import type { PoleCardAnswer } from './list-answers.js';

/** The columns of the list of pôles, as spreadsheets open it. */
export const POLE_COLUMNS: readonly CsvColumn<PoleCardAnswer>[] = [
  { title: 'Pôle', of: ({ name }) => name },
  { title: 'Pays', of: ({ pays }) => pays.map(({ name }) => name).join(', ') },
  { title: 'Structure porteuse', of: ({ carrier }) => carrier?.name ?? null },
  { title: 'SIRET', of: ({ carrier }) => carrier?.siret ?? null },
  { title: 'Référent·e', of: ({ referent }) => referent?.name ?? referent?.account ?? null },
  { title: 'Étape', of: ({ stageLabel }) => stageLabel },
  { title: 'Premier exercice', of: ({ budgetYear }) => budgetYear },
  { title: 'Prochaine échéance', of: ({ nextDue }) => nextDue?.label ?? null },
  { title: 'Au plus tard', of: ({ nextDue }) => nextDue?.due ?? null },
  { title: 'Jours de retard', of: ({ nextDue }) => nextDue?.daysLate ?? null },
  { title: 'Échéances en retard', of: ({ lateCount }) => lateCount },
  { title: 'Versements retenus', of: ({ amounts }) => csvAmount(amounts?.held) },
  { title: 'Voté', of: ({ amounts }) => csvAmount(amounts?.voted) },
  { title: 'Dû', of: ({ amounts }) => csvAmount(amounts?.due) },
  { title: 'Payé', of: ({ amounts }) => csvAmount(amounts?.paid) },
];
