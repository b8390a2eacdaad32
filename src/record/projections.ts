import type { EntityManager } from 'typeorm';
import { heldBecause, nextActOf } from '../domain/dossier/holds.js';
import { bodiesOfDossier } from '../domain/dossier/parties.js';
import { conventionAward, stageOf } from '../domain/dossier/stage.js';
import type { DossierState } from '../domain/dossier/state.js';
import { yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { canonical } from './journal/chain.js';
import type { StatementBatch } from './journal/statement-batch.js';

type Row = Readonly<Record<string, unknown>>;

/** The rows by which lists show a dossier: a pure function of its state, and so rebuilt from the journal at will. */
export interface Projection {
  readonly pole_cards: readonly Row[];
  readonly awards: readonly Row[];
  readonly ledger: readonly Row[];
  readonly obligations: readonly Row[];
}

const KEYS: Readonly<Record<keyof Projection, readonly string[]>> = {
  pole_cards: ['pole_id'],
  awards: ['id'],
  ledger: ['award_id', 'year', 'number'],
  obligations: ['id'],
};

const COLUMNS: Readonly<Record<keyof Projection, readonly string[]>> = {
  pole_cards: ['pole_id', 'name', 'pays_codes', 'stage', 'budget_year', 'held', 'bodies', 'declared_on'],
  awards: [
    ...['id', 'pole_id', 'kind', 'cycle', 'applicant', 'status', 'requested', 'voted', 'years', 'voted_on'],
    ...['period_from', 'period_to', 'granted', 'parent'],
  ],
  ledger: [
    ...['award_id', 'year', 'number', 'kind', 'status', 'planned', 'liquidated', 'paid', 'prepared_by'],
    ...['validated_by', 'payment_order', 'paid_on'],
  ],
  obligations: [
    ...['id', 'pole_id', 'kind', 'instance', 'opening', 'debtor_role', 'debtor_body', 'due', 'source', 'follows'],
    ...['state', 'escalated', 'opened_on', 'creditor_role', 'creditor_body', 'trigger', 'period_from', 'period_to'],
    ...['extension_asked', 'extended_to', 'round', 'changed_at'],
  ],
};

/** Whether a condition holds the instalment that comes next. */
function isHeld(state: DossierState, rules: Rules, today: CivilDate): boolean {
  const next = Object.values(state.instalments).find(instalment => nextActOf(instalment) !== undefined);
  if (!next || state.lifecycle.status !== 'alive') return false;
  return heldBecause(next, { state, rules, today }).length > 0;
}

export function projectionOf(state: DossierState, name: string, rules: Rules, today: CivilDate): Projection {
  const { initiative } = state;
  const card = {
    pole_id: state.id,
    name,
    pays_codes: initiative.paysCodes,
    stage: stageOf(state),
    budget_year: budgetYear(state),
    held: isHeld(state, rules, today),
    bodies: bodiesOfDossier(state),
    declared_on: initiative.declaredOn,
  };
  return {
    pole_cards: initiative.declaredOn === null ? [] : [card],
    awards: Object.values(state.awards).map(award => ({
      id: award.id,
      pole_id: state.id,
      kind: award.kind,
      cycle: award.cycle,
      applicant: award.applicant,
      status: award.status,
      requested: award.amount,
      voted: award.vote && award.vote.outcome !== 'rejected' ? award.vote.amount : null,
      years: award.years,
      voted_on: award.vote?.on ?? null,
      period_from: award.period.from,
      period_to: award.period.to,
      granted: award.granted,
      parent: award.parent,
    })),
    ledger: Object.values(state.instalments).map(instalment => ({
      award_id: instalment.award,
      year: instalment.year,
      number: instalment.number,
      kind: instalment.kind,
      status: instalment.status,
      planned: instalment.amount,
      liquidated: instalment.liquidated,
      paid: instalment.paid,
      prepared_by: instalment.preparedBy,
      validated_by: instalment.validatedBy,
      payment_order: instalment.order,
      paid_on: instalment.paidOn,
    })),
    obligations: Object.values(state.obligations).map(obligation => ({
      id: obligation.id,
      pole_id: state.id,
      kind: obligation.kind,
      instance: obligation.instance,
      opening: obligation.opening,
      debtor_role: obligation.debtor.role,
      debtor_body: obligation.debtor.body ?? null,
      due: obligation.due,
      source: obligation.source,
      follows: obligation.follows,
      state: obligation.state,
      escalated: obligation.escalated,
      opened_on: obligation.openedOn,
      creditor_role: obligation.creditor?.role ?? null,
      creditor_body: obligation.creditor?.body ?? null,
      trigger: obligation.trigger,
      period_from: obligation.period?.from ?? null,
      period_to: obligation.period?.to ?? null,
      extension_asked: obligation.extension.requested,
      extended_to: obligation.extension.granted?.until ?? null,
      round: obligation.round,
      changed_at: obligation.changedAt,
    })),
  };
}

export const NOTHING: Projection = { pole_cards: [], awards: [], ledger: [], obligations: [] };

const OF_POLE: Readonly<Record<keyof Projection, string>> = {
  pole_cards: 'pole_id = $1',
  awards: 'pole_id = $1',
  ledger: 'award_id IN (SELECT id FROM awards WHERE pole_id = $1)',
  obligations: 'pole_id = $1',
};

/** The rows of a dossier as they are in the tables. */
export async function readProjection(manager: EntityManager, poleId: string): Promise<Projection> {
  const read = (table: keyof Projection) =>
    manager.query<Row[]>(`SELECT ${COLUMNS[table].join(', ')} FROM ${table} WHERE ${OF_POLE[table]}`, [poleId]);
  return {
    pole_cards: await read('pole_cards'),
    awards: await read('awards'),
    ledger: await read('ledger'),
    obligations: await read('obligations'),
  };
}

/** The first funded year of the convention, for lists and for the operator. */
export function budgetYear(state: DossierState): number | null {
  const award = conventionAward(state);
  return award ? yearOf(award.period.from) : null;
}

/** Writes the rows that differ, and removes those that facts no longer hold. */
export function project(batch: StatementBatch, before: Projection, after: Projection): void {
  for (const table of ['ledger', 'awards', 'obligations', 'pole_cards'] as const) {
    const gone = missing(table, before[table], after[table]);
    if (gone.length > 0) remove(batch, table, gone);
  }
  for (const table of ['pole_cards', 'awards', 'ledger', 'obligations'] as const) {
    const known = new Map(before[table].map(row => [keyIn(table, row), row]));
    const changed = after[table].filter(row => !sameRow(row, known.get(keyIn(table, row))));
    if (changed.length > 0) upsert(batch, table, changed);
  }
}

/** Whether two rows say the same; a row holds texts, numbers and lists of texts. */
function sameRow(row: Row, other: Row | undefined): boolean {
  if (other === undefined) return false;
  return Object.entries(row).every(([column, value]) =>
    Array.isArray(value) ? canonical(value) === canonical(other[column]) : value === other[column],
  );
}

function keyIn(table: keyof Projection, row: Row): string {
  return KEYS[table].map(column => String(row[column])).join('/');
}

function missing(table: keyof Projection, before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const currentKeys = new Set(after.map(row => keyIn(table, row)));
  return before.filter(row => !currentKeys.has(keyIn(table, row)));
}

/** The name of a pôle is written with its card, and not read again to be written the same. */
const ONCE = 'name';

function upsert(batch: StatementBatch, table: keyof Projection, rows: readonly Row[]): void {
  const columns = COLUMNS[table];
  const updates = columns
    .filter(column => !KEYS[table].includes(column) && column !== ONCE)
    .map(column => `${column} = excluded.${column}`);
  batch.add(
    at => `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, ${at(JSON.stringify(rows))})
     ON CONFLICT (${KEYS[table].join(', ')}) DO UPDATE SET ${updates.join(', ')}`,
  );
}

function remove(batch: StatementBatch, table: keyof Projection, rows: readonly Row[]): void {
  const same = KEYS[table].map(column => `${table}.${column} = gone.${column}`).join(' AND ');
  batch.add(
    at =>
      `DELETE FROM ${table} USING jsonb_populate_recordset(NULL::${table}, ${at(JSON.stringify(rows))}) AS gone WHERE ${same}`,
  );
}
