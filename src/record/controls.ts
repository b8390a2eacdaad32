import type { DataSource } from 'typeorm';
import type { RuleBook } from '../reglement/load.js';
import type { Control } from './controls/control.js';
import { journalControls } from './controls/journal.js';
import { moneyControls } from './controls/money.js';
import { orderControls } from './controls/order.js';
import { peopleControls } from './controls/people.js';
import { reglementControls } from './controls/reglement.js';
import type { Breach } from './verify.js';

export const CONTROLS: readonly Control[] = [
  ...orderControls,
  ...moneyControls,
  ...peopleControls,
  ...journalControls,
  ...reglementControls,
];

/** A control and what it found. */
export interface Controlled extends Control {
  readonly culprits: readonly string[];
}

/** Runs every control. Changes nothing. */
export async function controlled(source: Pick<DataSource, 'query'>, book: RuleBook): Promise<readonly Controlled[]> {
  const rules = book
    .versions()
    .map(({ id, yearlyCeiling, years, inForce }) => ({ id, yearlyCeiling, years, ...inForce }));
  const found: Controlled[] = [];
  for (const control of CONTROLS) {
    const values = control.sql.includes('$1') ? [JSON.stringify(rules)] : [];
    const rows = await source.query<{ culprit: string }[]>(control.sql, values);
    found.push({ ...control, culprits: rows.map(({ culprit }) => culprit) });
  }
  return found;
}

/** What the controls find, one sentence each. No breach, no line. */
export async function runControls(source: Pick<DataSource, 'query'>, book: RuleBook): Promise<readonly Breach[]> {
  const found = await controlled(source, book);
  return found.flatMap(({ name, culprits }) => culprits.map(culprit => `${name} : ${culprit}`));
}
