import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { csvOf } from '../api/csv.js';
import { accountInCharge } from '../api/in-charge.js';
import { readClock } from '../clock/clock.js';
import {
  ReportListReads,
  type AdviceGiven,
  type ReportFilter,
  type ReportingPole,
} from '../database/report-list-reads.js';
import { wordsOf } from '../database/search.js';
import { objectOfSubject } from '../domain/dossier/naming.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { INSTALMENT_STEPS } from '../domain/funded-year/instalment-step.js';
import { reportMachine } from '../domain/funded-year/machine.js';
import {
  reportedYears,
  type FreedBalance,
  type ReportedYear,
  type ReportStanding,
} from '../domain/funded-year/report-standing.js';
import { eurosDot } from '../domain/kernel/cents.js';
import { daysBetween, yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Obligation } from '../domain/obligations/slice.js';
import { readToldDossiers } from '../record/dossiers.js';
import { RuleBook } from '../reglement/load.js';
import type {
  AdviceAnswer,
  FreedBalanceAnswer,
  ReportCellAnswer,
  ReportLineAnswer,
  ReportListAnswer,
  ReportTermAnswer,
} from './report-answers.js';
import { REPORT_COLUMNS, reportRows } from './report-columns.js';
import type { ReportListQuery } from './report-query.js';

/** The reports of the exercises that end in a year, of the pôles that someone reads whole. */
@Injectable()
export class ReportList {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(ReportListReads) private readonly reads: ReportListReads,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  async matrix(asked: ReportListQuery, actors: readonly Actor[]): Promise<ReportListAnswer> {
    const { today } = await readClock(this.source.manager);
    const year = asked.year === undefined ? yearOf(today) : Number(asked.year);
    const items = await this.lines(filterOf(asked, year, actors), today);
    return { year, counts: countsOf(items), items };
  }

  /** The same, a line per report, as a table for spreadsheets. */
  async table(asked: ReportListQuery, actors: readonly Actor[]): Promise<string> {
    const { items } = await this.matrix(asked, actors);
    return csvOf(REPORT_COLUMNS, reportRows(items));
  }

  private async lines(filter: ReportFilter, today: CivilDate): Promise<readonly ReportLineAnswer[]> {
    const poles = await this.reads.poles(filter);
    const ids = poles.map(({ poleId }) => poleId);
    const [dossiers, advice] = await Promise.all([readToldDossiers(this.source.manager, ids), this.reads.advice(ids)]);
    return poles.flatMap(pole => {
      const dossier = dossiers.get(pole.poleId);
      if (!dossier) return [];
      const { state, reglement } = dossier;
      const given = advice.filter(({ poleId }) => poleId === pole.poleId);
      return reportedYears(state, this.book.of(reglement), { civilYear: filter.year, today }).map(year =>
        lineOf(pole, year, { state, today, given }),
      );
    });
  }
}

function filterOf({ q, referent }: ReportListQuery, year: number, actors: readonly Actor[]): ReportFilter {
  return {
    ...{ year, perimeter: perimeterOf(actors), words: wordsOf(q) },
    ...(referent === undefined ? {} : { inCharge: accountInCharge(referent, actors) }),
  };
}

function countsOf(lines: readonly ReportLineAnswer[]): ReportListAnswer['counts'] {
  const cells = lines.flatMap(({ reports }) => reports);
  const count = (isCounted: (cell: ReportCellAnswer) => boolean) => cells.filter(isCounted).length;
  return {
    awaited: count(({ filing }) => filing !== null),
    toExamine: count(({ acceptance }) => acceptance !== null),
    toCorrect: count(({ status }) => status === 'to-correct'),
    late: count(({ filing }) => (filing?.daysLate ?? 0) > 0),
    adviceOpen: count(({ advice }) => advice?.state === 'possible'),
  };
}

interface Given {
  readonly state: DossierState;
  readonly today: CivilDate;
  readonly given: readonly AdviceGiven[];
}

function lineOf({ poleId, name, pays }: ReportingPole, of: ReportedYear, given: Given): ReportLineAnswer {
  const { award, year, exercise, reports, frees } = of;
  return {
    ...{ pole: { id: poleId, name }, pays, award: award.id, year, exercise },
    reports: reports.map(standing => cellOf(standing, of, given)),
    frees: frees && freedView(frees),
  };
}

function cellOf(standing: ReportStanding, { award, year }: ReportedYear, given: Given): ReportCellAnswer {
  const { kind, status, filedOn, returnedOn, acceptedOn } = standing.report;
  const subject = { kind: 'report', award: award.id, year, report: kind } as const;
  return {
    ...{ kind, status, filedOn, returnedOn, acceptedOn, waived: standing.waived },
    label: objectOfSubject(subject, given.state)?.label ?? kind,
    statusLabel: reportMachine.states[status] ?? status,
    filing: termOf(standing.filing, given.today),
    acceptance: termOf(standing.acceptance, given.today),
    advice: adviceOf(standing, award.id, year, given.given),
  };
}

const termOf = (owed: Obligation | undefined, today: CivilDate): ReportTermAnswer | null =>
  owed === undefined
    ? null
    : {
        ...{ obligation: owed.id, due: owed.due },
        daysLate: owed.due === null ? 0 : Math.max(0, daysBetween(owed.due, today)),
      };

/** What the CRESS may still say of a report, else what it last said of it. */
function adviceOf(
  { report, review }: ReportStanding,
  award: string,
  year: number,
  given: readonly AdviceGiven[],
): AdviceAnswer | null {
  if (review && report.reviewOpen) return { state: 'possible', on: review.due };
  const last = given.findLast(
    said => said.award === award && said.year === year && said.report === report.kind && said.round <= report.round,
  );
  if (!last) return null;
  if (last.favourable === null) return { state: 'lapsed', on: last.on };
  return { state: last.favourable ? 'favourable' : 'unfavourable', on: last.on };
}

const freedView = ({ instalment, step, held }: FreedBalance): FreedBalanceAnswer => ({
  ...{ award: instalment.award, number: instalment.number, amount: eurosDot(instalment.amount) },
  ...{ step, stepLabel: INSTALMENT_STEPS[step], held },
});
