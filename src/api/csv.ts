import type { Response } from 'express';
import type { AuthoredRequest } from './access-guard.js';

/** A column of a table for spreadsheets: its title, and what it says of a line. */
export interface CsvColumn<Line> {
  readonly title: string;
  readonly of: (line: Line) => string | number | null;
}

/** By what spreadsheets know a formula, which runs on the machine of who opens the file. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An amount of the API as spreadsheets read it: « 24500,00 ». */
export const csvAmount = (amount: string | null | undefined): string | null => amount?.replace('.', ',') ?? null;

/** A table as French spreadsheets open it: UTF-8 with its mark, semicolons, no formula. */
export function csvOf<Line>(columns: readonly CsvColumn<Line>[], lines: readonly Line[]): string {
  const rows = [columns.map(({ title }) => title), ...lines.map(line => columns.map(({ of }) => of(line)))];
  return `\uFEFF${rows.map(row => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

/** Whether a table is asked for rather than JSON. */
export const wantsCsv = (request: Pick<AuthoredRequest, 'accepts'>): boolean =>
  request.accepts(['json', 'csv']) === 'csv';

/** Answers a table, under the name of its file. */
export function sendCsv(response: Response, file: string, table: string): void {
  response.type('text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${file}.csv"`);
  response.send(table);
}

/** How the description of the API tells of a table. */
export const CSV_CONTENT = { 'text/csv': { schema: { type: 'string' } } } as const;
