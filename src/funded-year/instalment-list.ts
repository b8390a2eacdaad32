import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { heldBy } from '../api/answer.js';
import { objectView } from '../api/answers/named-object.js';
import { csvOf } from '../api/csv.js';
import { accountInCharge } from '../api/in-charge.js';
import { faultOf } from '../api/problem-filter.js';
import { readClock } from '../clock/clock.js';
import {
  InstalmentListReads,
  type InstalmentFilter,
  type InstalmentLine,
  type TabTotal,
} from '../database/instalment-list-reads.js';
import { wordsOf } from '../database/search.js';
import type { YearGrant } from '../domain/award/threshold.js';
import { heldBecause } from '../domain/dossier/holds.js';
import { objectOfSubject } from '../domain/dossier/naming.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { leftToLiquidate } from '../domain/funded-year/due.js';
import { INSTALMENT_STEPS, owedFor } from '../domain/funded-year/instalment-step.js';
import { instalmentKey } from '../domain/funded-year/slice.js';
import { stepAwaited } from '../domain/funded-year/step-awaited.js';
import { eurosDot, ZERO } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { readToldDossiers } from '../record/dossiers.js';
import { readGrantsBeside } from '../record/grants-elsewhere.js';
import { RuleBook } from '../reglement/load.js';
import type { InstalmentLineAnswer, InstalmentListAnswer, PaymentClockAnswer } from './instalment-answers.js';
import { INSTALMENT_COLUMNS } from './instalment-columns.js';
import { cursorOf, readCursor } from './instalment-cursor.js';
import { INSTALMENT_TABS, type InstalmentListFilter, type InstalmentListQuery } from './instalment-query.js';

/** The instalments of the pôles that someone reads whole, by what each waits for. */
@Injectable()
export class InstalmentList {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(InstalmentListReads) private readonly reads: InstalmentListReads,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  /** A page of a state, and the totals of every state: each is the sum of its rows. */
  async page(asked: InstalmentListQuery, actors: readonly Actor[]): Promise<InstalmentListAnswer> {
    const filter = await this.filterOf(asked, actors);
    const limit = Number(asked.limit ?? '20');
    const after = asked.after === undefined ? undefined : readCursor(asked.state, asked.after);
    const [lines, totals] = await Promise.all([
      this.reads.lines(filter, asked.state, limit + 1, after),
      this.reads.totals(filter),
    ]);
    const shown = lines.slice(0, limit);
    const last = shown.at(-1);
    return {
      tabs: tabsOf(totals),
      items: await this.told(shown, filter.today),
      next: lines.length > limit && last ? cursorOf(asked.state, last.key) : null,
    };
  }

  /** Every instalment of a state, as a table for spreadsheets. */
  async table(asked: InstalmentListFilter, actors: readonly Actor[]): Promise<string> {
    const filter = await this.filterOf(asked, actors);
    const lines = await this.reads.lines(filter, asked.state, null);
    return csvOf(INSTALMENT_COLUMNS, await this.told(lines, filter.today));
  }

  private async filterOf(
    { q, year, referent }: InstalmentListFilter,
    actors: readonly Actor[],
  ): Promise<InstalmentFilter> {
    const { today } = await readClock(this.source.manager);
    return {
      ...{ today, perimeter: perimeterOf(actors), words: wordsOf(q) },
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(referent === undefined ? {} : { inCharge: accountInCharge(referent, actors) }),
    };
  }

  private async told(lines: readonly InstalmentLine[], today: CivilDate): Promise<readonly InstalmentLineAnswer[]> {
    const { manager } = this.source;
    const dossiers = await readToldDossiers(manager, [...new Set(lines.map(({ poleId }) => poleId))]);
    const states = [...dossiers.values()].map(({ state }) => state);
    const grantsBeside = await readGrantsBeside(manager, states);
    return lines.flatMap(line => {
      const dossier = dossiers.get(line.poleId);
      if (!dossier) return [];
      const { state, reglement } = dossier;
      const grantedElsewhere = grantsBeside(state);
      return [lineOf(line, { state, rules: this.book.of(reglement), today, grantedElsewhere })];
    });
  }
}

function tabsOf(totals: readonly TabTotal[]): InstalmentListAnswer['tabs'] {
  return Object.entries(INSTALMENT_TABS).map(([state, label]) => {
    const found = totals.find(({ tab }) => tab === state);
    return { state, label, count: found?.count ?? 0, amount: eurosDot(found?.amount ?? ZERO) };
  });
}

interface Given {
  readonly state: DossierState;
  readonly rules: Rules;
  readonly today: CivilDate;
  readonly grantedElsewhere: readonly YearGrant[];
}

function lineOf(line: InstalmentLine, given: Given): InstalmentLineAnswer {
  const { award, year, number, step, since, order, paidOn } = line;
  const { state, rules } = given;
  const instalment = state.instalments[instalmentKey(award, year, number)];
  if (!instalment) throw new Error(`Versement absent du dossier : ${award}/${year}/${number}`);
  return {
    pole: { id: line.poleId, name: line.poleName },
    ...{ award, year, number, step, since, order, paidOn },
    object: objectView(objectOfSubject({ kind: 'instalment', award, year, number }, state)),
    stepLabel: INSTALMENT_STEPS[step],
    held: line.tab === 'held',
    amount: eurosDot(line.amount),
    left: eurosDot(leftToLiquidate(state, instalment, rules)),
    carrier: { siret: line.carrier, name: line.carrierName },
    preparedBy: personOf(line.preparedBy, line.preparedByName),
    validatedBy: personOf(line.validatedBy, line.validatedByName),
    clock: clockOf(instalment, given),
    reasons: heldBecause(instalment, given).map(faultOf),
  };
}

const personOf = (account: string | null, name: string | null) => (account === null ? null : { account, name });

/** The legal term of a payment while it is owed, with the step that it waits for now. */
function clockOf(instalment: Parameters<typeof owedFor>[1], { state, today }: Given): PaymentClockAnswer | null {
  const owed = owedFor('statutory-payment', instalment, state);
  if (!owed) return null;
  const step = stepAwaited(owed, state);
  return {
    obligation: owed.id,
    due: owed.due,
    late: owed.due !== null && owed.due < today,
    waitsFor: step ? heldBy(step, state) : null,
  };
}
