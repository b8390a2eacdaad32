import type { EntityManager } from 'typeorm';
import { AwardRow, LedgerRow, ObligationRow, PoleCard, YearGrantRow } from '../database/entities/index.js';
import { columnsOf, keyOf, type RowOf } from '../database/entities/row-of.js';
import type { Award } from '../domain/award/slice.js';
import { yearGrantsOf } from '../domain/award/threshold.js';
import { heldFrom } from '../domain/dossier/held-from.js';
import { bodiesOfDossier, carrierOf, holdersOf } from '../domain/dossier/parties.js';
import { conventionAward, stageOf } from '../domain/dossier/stage.js';
import type { DossierState } from '../domain/dossier/state.js';
import { owedFor, stepOf, stepSince } from '../domain/funded-year/instalment-step.js';
import { moneyOf } from '../domain/funded-year/money-of.js';
import type { Instalment } from '../domain/funded-year/slice.js';
import { yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Obligation } from '../domain/obligations/slice.js';
import { legalThreshold, type Rules } from '../domain/reglement/reglement.js';
import { canonical } from './journal/chain.js';
import type { StatementBatch } from './journal/statement-batch.js';

/** The entities whose rows are projected, by their tables: the columns and the keys are theirs. */
const TABLES = {
  ...{ pole_cards: PoleCard, awards: AwardRow, year_grants: YearGrantRow, ledger: LedgerRow },
  obligations: ObligationRow,
};
type Table = keyof typeof TABLES;
type Row = Readonly<Record<string, unknown>>;

/** The rows by which lists show a dossier: a pure function of its state, and so rebuilt from the journal at will. */
export type Projection = { readonly [T in Table]: readonly RowOf<InstanceType<(typeof TABLES)[T]>>[] };

export function projectionOf(state: DossierState, name: string, rules: Rules): Projection {
  const { declaredOn } = state.initiative;
  return {
    pole_cards: declaredOn === null ? [] : [cardOf(state, name, declaredOn, rules)],
    awards: Object.values(state.awards).map(award => awardRow(state.id, award)),
    year_grants: yearGrantRows(state, rules),
    ledger: Object.values(state.instalments).map(instalment => ledgerRow(instalment, state, rules)),
    obligations: Object.values(state.obligations).map(obligation => obligationRow(state.id, obligation)),
  };
}

function cardOf(state: DossierState, name: string, declaredOn: CivilDate, rules: Rules): RowOf<PoleCard> {
  const { referent, second, manager } = state.referent;
  return {
    pole_id: state.id,
    name,
    pays_codes: state.initiative.paysCodes,
    stage: stageOf(state),
    budget_year: budgetYear(state),
    bodies: bodiesOfDossier(state),
    holders: holdersOf(state),
    carrier: carrierOf(state),
    deliberations: deliberationsOf(state),
    ...{ referent, second, manager },
    ...moneyOf(state, rules),
    declared_on: declaredOn,
  };
}

/** The numbers of the délibérations that voted its awards, each once. */
function deliberationsOf({ awards }: DossierState): readonly string[] {
  return [...new Set(Object.values(awards).flatMap(({ vote }) => vote?.number ?? []))];
}

function awardRow(poleId: string, award: Award): RowOf<AwardRow> {
  return {
    id: award.id,
    pole_id: poleId,
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
  };
}

/** What each funded year of a dossier counts for, beside the threshold that the law set when it was voted. */
function yearGrantRows(state: DossierState, { law }: Rules): readonly RowOf<YearGrantRow>[] {
  return yearGrantsOf(state).map(({ award, applicant, startsOn, amount }) => {
    const votedOn = state.awards[award]?.vote?.on;
    const threshold = votedOn && legalThreshold(law, 'convention-required-above', votedOn);
    return {
      ...{ award_id: award, starts_on: startsOn, pole_id: state.id, applicant, amount },
      threshold: threshold ? threshold.amount : null,
    };
  });
}

function ledgerRow(instalment: Instalment, state: DossierState, rules: Rules): RowOf<LedgerRow> {
  return {
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
    step: stepOf(instalment, state),
    since: stepSince(instalment, state),
    held_from: heldFrom(instalment, { state, rules }),
    pay_by: owedFor('statutory-payment', instalment, state)?.due ?? null,
  };
}

function obligationRow(poleId: string, obligation: Obligation): RowOf<ObligationRow> {
  return {
    id: obligation.id,
    pole_id: poleId,
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
  };
}

export const NOTHING: Projection = { pole_cards: [], awards: [], year_grants: [], ledger: [], obligations: [] };

const OF_POLE: Readonly<Record<Table, string>> = {
  pole_cards: 'pole_id = $1',
  awards: 'pole_id = $1',
  year_grants: 'pole_id = $1',
  ledger: 'award_id IN (SELECT id FROM awards WHERE pole_id = $1)',
  obligations: 'pole_id = $1',
};

/** The rows of a dossier as they are in the tables. */
export async function readProjection(manager: EntityManager, poleId: string): Promise<Projection> {
  const read = <T extends Table>(table: T) =>
    manager.query<Projection[T]>(
      `SELECT ${columnsOf(TABLES[table]).join(', ')} FROM ${table} WHERE ${OF_POLE[table]}`,
      [poleId],
    );
  return {
    pole_cards: await read('pole_cards'),
    awards: await read('awards'),
    year_grants: await read('year_grants'),
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
  for (const table of ['ledger', 'year_grants', 'awards', 'obligations', 'pole_cards'] as const) {
    const gone = missing(table, before[table], after[table]);
    if (gone.length > 0) remove(batch, table, gone);
  }
  for (const table of ['pole_cards', 'awards', 'year_grants', 'ledger', 'obligations'] as const) {
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

function keyIn(table: Table, row: Row): string {
  return keyOf(TABLES[table])
    .map(column => String(row[column]))
    .join('/');
}

function missing(table: Table, before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const currentKeys = new Set(after.map(row => keyIn(table, row)));
  return before.filter(row => !currentKeys.has(keyIn(table, row)));
}

/** The name of a pôle is written with its card, and not read again to be written the same. */
const ONCE = 'name';

function upsert(batch: StatementBatch, table: Table, rows: readonly Row[]): void {
  const columns = columnsOf(TABLES[table]);
  const key = keyOf(TABLES[table]);
  const updates = columns
    .filter(column => !key.includes(column) && column !== ONCE)
    .map(column => `${column} = excluded.${column}`);
  batch.add(
    at => `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, ${at(JSON.stringify(rows))})
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates.join(', ')}`,
  );
}

function remove(batch: StatementBatch, table: Table, rows: readonly Row[]): void {
  const same = keyOf(TABLES[table])
    .map(column => `${table}.${column} = gone.${column}`)
    .join(' AND ');
  batch.add(
    at =>
      `DELETE FROM ${table} USING jsonb_populate_recordset(NULL::${table}, ${at(JSON.stringify(rows))}) AS gone WHERE ${same}`,
  );
}
