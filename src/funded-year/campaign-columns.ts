import { csvAmount, type CsvColumn } from '../api/csv.js';
import type { CampaignLineAnswer } from './answers.js';

/** Something that the Région has to do in a year for a pôle, as a line of a spreadsheet. */
interface CampaignRow {
  readonly pole: string;
  readonly what: string;
  readonly year: number;
  readonly on: string | null;
  readonly amount: string | null;
  readonly state: string | null;
}

export const campaignRows = (lines: readonly CampaignLineAnswer[]): readonly CampaignRow[] =>
  lines.flatMap(({ name: pole, opens, reports, payments }) => [
    ...opens.map(({ year, on }) => ({ pole, what: 'Ouverture d’un exercice', year, on, amount: null, state: null })),
    ...reports.map(({ label, year, due }) => ({ pole, what: label, year, on: due, amount: null, state: null })),
    ...payments.map(({ number, year, amount, label }) => ({
      ...{ pole, what: `Versement n° ${number}`, year, on: null, state: label },
      amount,
    })),
  ]);

/** The columns of the sheet of a year, as spreadsheets open it. */
export const CAMPAIGN_COLUMNS: readonly CsvColumn<CampaignRow>[] = [
  { title: 'Pôle', of: ({ pole }) => pole },
  { title: 'À faire', of: ({ what }) => what },
  { title: 'Exercice', of: ({ year }) => year },
  { title: 'Le', of: ({ on }) => on },
  { title: 'Montant', of: ({ amount }) => csvAmount(amount) },
  { title: 'État', of: ({ state }) => state },
];
