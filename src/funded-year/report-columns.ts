import { csvAmount, type CsvColumn } from '../api/csv.js';
import type { ReportCellAnswer, ReportLineAnswer } from './report-answers.js';

/** A report with its exercise, as a line of a spreadsheet. */
interface ReportRow {
  readonly line: ReportLineAnswer;
  readonly cell: ReportCellAnswer;
}

export const reportRows = (lines: readonly ReportLineAnswer[]): readonly ReportRow[] =>
  lines.flatMap(line => line.reports.map(cell => ({ line, cell })));

const ADVICE_WORDS = {
  possible: 'possible jusqu’au',
  favourable: 'favorable, le',
  unfavourable: 'défavorable, le',
  lapsed: 'non rendu, délai passé le',
} as const;

/** The columns of the reports, as spreadsheets open them. */
export const REPORT_COLUMNS: readonly CsvColumn<ReportRow>[] = [
  { title: 'Pays', of: ({ line }) => line.pays },
  { title: 'Pôle', of: ({ line }) => line.pole.name },
  { title: 'Exercice', of: ({ line }) => line.year },
  { title: 'Début', of: ({ line }) => line.exercise.from },
  { title: 'Fin', of: ({ line }) => line.exercise.to },
  { title: 'Compte rendu', of: ({ cell }) => cell.label },
  { title: 'État', of: ({ cell }) => (cell.waived ? 'Dispensé' : cell.statusLabel) },
  { title: 'Attendu le', of: ({ cell }) => cell.filing?.due ?? null },
  { title: 'Jours de retard', of: ({ cell }) => cell.filing?.daysLate ?? null },
  { title: 'Déposé le', of: ({ cell }) => cell.filedOn },
  { title: 'À examiner avant le', of: ({ cell }) => cell.acceptance?.due ?? null },
  { title: 'Accepté le', of: ({ cell }) => cell.acceptedOn },
  { title: 'Avis de la CRESS', of: ({ cell }) => (cell.advice ? ADVICE_WORDS[cell.advice.state] : null) },
  { title: 'Le', of: ({ cell }) => cell.advice?.on ?? null },
  { title: 'Débloque', of: ({ line }) => csvAmount(line.frees?.amount) },
];
