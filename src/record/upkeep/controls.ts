import type { DataSource } from 'typeorm';
import { holidaysOf } from '../../domain/kernel/calendar.js';
import type { RuleBook } from '../../reglement/load.js';
import type { Control } from '../controls/control.js';
import { CONVENTIONS } from '../controls/conventions.js';
import { DEADLINES } from '../controls/deadlines.js';
import { DECISION } from '../controls/decision.js';
import { VOTE } from '../controls/vote.js';
import { JOURNAL } from '../controls/journal.js';
import { MONEY } from '../controls/money.js';
import { HEARINGS } from '../controls/hearings.js';
import { REPORTING } from '../controls/reports.js';
import { REPRESENTED } from '../controls/represented.js';
import { ascending } from '../../domain/kernel/ordering.js';

/** The public holidays of the years in which a term may end. */
const HOLIDAYS = Array.from({ length: 80 }, (_, since) => holidaysOf(2000 + since)).flat();

const rank = ({ number }: Control) =>
  number
    .split('.')
    .map(part => part.padStart(3, '0'))
    .join('.');

/** The invariants of the domain, in the order of their numbers, told in SQL without the code that wrote the rows. */
export const CONTROLS: readonly Control[] = [
  ...[
    ...DECISION,
    ...VOTE,
    ...MONEY,
    ...REPORTING,
    ...HEARINGS,
    ...DEADLINES,
    ...JOURNAL,
    ...CONVENTIONS,
    ...REPRESENTED,
  ],
].sort(ascending(rank));

/** What a control found: the events, awards or dossiers that break it. */
export interface Controlled extends Omit<Control, 'sql'> {
  readonly culprits: readonly string[];
}

/** Runs every control, or those given, one after the other, each on one instant of the database. */
export async function controlled(
  source: Pick<DataSource, 'query'>,
  book: RuleBook,
  controls: readonly Control[] = CONTROLS,
): Promise<readonly Controlled[]> {
  const { law, documents } = book;
  const rules = JSON.stringify({ reglements: book.versions(), law, documents, holidays: HOLIDAYS });
  const found: Controlled[] = [];
  for (const { sql, ...control } of controls) {
    const rows = await source.query<{ culprit: string }[]>(sql, sql.includes('$1') ? [rules] : []);
    found.push({ ...control, culprits: rows.map(({ culprit }) => culprit) });
  }
  return found;
}

/** What breaks the invariants, a sentence each. No breach, no line. */
export async function runControls(source: DataSource, book: RuleBook): Promise<readonly string[]> {
  return (await controlled(source, book)).flatMap(({ number, name, culprits }) =>
    culprits.map(culprit => `${number} ${name} : ${culprit}`),
  );
}
