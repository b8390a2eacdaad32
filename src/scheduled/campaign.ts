import type { DataSource } from 'typeorm';
import type { Award } from '../domain/award/slice.js';
import { isInForce } from '../domain/award/slice.js';
import type { DossierState } from '../domain/dossier/state.js';
import { eurosDot } from '../domain/kernel/cents.js';
import { civilDate, yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import { exerciseOf } from '../domain/funded-year/exercise.js';
import { openObligations } from '../domain/obligations/slice.js';
import type { Reglement, ReportKind } from '../domain/reglement/reglement.js';
import { REPORT_KINDS } from '../domain/reglement/reglement.js';
import type { RuleBook } from '../reglement/load.js';
import { dossiersAfter, readDossier } from '../record/dossiers.js';
import { isAlive } from '../domain/lifecycle/slice.js';

/** What the Région has to do in a year for one pôle. Amounts in euros. */
export interface CampaignLine {
  readonly pole: string;
  /** Exercises that the calendar opens: their stories do it. */
  readonly opens: readonly { readonly award: string; readonly year: number; readonly on: CivilDate }[];
  /** Accounts and indicators that are owed, and by when. */
  readonly reports: readonly { readonly kind: ReportKind; readonly instance: string; readonly due: CivilDate | null }[];
  readonly payments: readonly {
    readonly award: string;
    readonly year: number;
    readonly number: number;
    readonly status: string;
    readonly amount: string;
  }[];
  /** The last day on which a payment can be ordered on the credits of the year. */
  readonly mandatingStops: CivilDate;
}

/** The sheet of a year. Changes nothing: each dossier's own year is opened by its story. */
export async function campaignOf(source: DataSource, book: RuleBook, year: number): Promise<Campaign> {
  const lines: CampaignLine[] = [];
  for (const id of await dossiersAfter(source.manager, undefined)) {
    const { state, reglement } = await readDossier(source.manager, id);
    if (isAlive(state.lifecycle.status)) lines.push(lineOf(state, book.of(reglement).reglement, year));
  }
  return {
    year,
    lines: lines.filter(({ opens, reports, payments }) => opens.length + reports.length + payments.length),
  };
}

export interface Campaign {
  readonly year: number;
  readonly lines: readonly CampaignLine[];
}

function lineOf(state: DossierState, { mandatingStops }: Reglement, year: number): CampaignLine {
  return {
    pole: state.id,
    opens: Object.values(state.awards).flatMap(award => openings(award, year)),
    reports: openObligations(state).flatMap(({ kind, instance, due }) => {
      const report = REPORT_KINDS.find(one => one === kind);
      return report && (due === null || yearOf(due) <= year) ? [{ kind: report, instance, due }] : [];
    }),
    payments: Object.values(state.instalments).flatMap(one => {
      const award = state.awards[one.award];
      if (!award || yearOf(exerciseOf(award, one.year).from) > year || ['paid', 'lapsed'].includes(one.status))
        return [];
      return [
        { award: one.award, year: one.year, number: one.number, status: one.status, amount: eurosDot(one.amount) },
      ];
    }),
    mandatingStops: civilDate(`${year}-${mandatingStops}`),
  };
}

function openings(award: Award, year: number) {
  if (award.kind !== 'convention' || !isInForce(award)) return [];
  return Array.from({ length: award.years }, (_, index) => index + 1)
    .map(rank => ({ award: award.id, year: rank, on: exerciseOf(award, rank).from }))
    .filter(({ on }) => yearOf(on) === year);
}
