import type { DataSource } from 'typeorm';
import { rulesOf } from '../domain/award/ruled.js';
import { isInForce, type Award } from '../domain/award/slice.js';
import { obligationLabel } from '../domain/dossier/naming.js';
import { partsOf } from '../domain/dossier/expectations.js';
import { INSTALMENT_LABELS } from '../domain/funded-year/machine.js';
import type { DossierState } from '../domain/dossier/state.js';
import { exerciseOf, exerciseRun } from '../domain/funded-year/exercise.js';
import { reportTerm } from '../domain/funded-year/report-expectations.js';
import type { InstalmentStatus } from '../domain/funded-year/slice.js';
import { yearKey } from '../domain/funded-year/years-slice.js';
import { eurosDot } from '../domain/kernel/cents.js';
import { civilDate, yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Period } from '../domain/kernel/period.js';
import { isAlive } from '../domain/lifecycle/slice.js';
import { keyOf, openObligations, type Obligation } from '../domain/obligations/slice.js';
import { REPORT_KINDS, type ReportKind, type Rules } from '../domain/reglement/reglement.js';
import { nameOfPole } from '../record/bodies.js';
import { dossiersAfter, readDossier } from '../record/dossiers.js';
import type { RuleBook } from '../reglement/load.js';

/** What the Région has to do in a year for one pôle. Amounts in euros. */
export interface CampaignLine {
  readonly pole: string;
  readonly name: string;
  /** Exercises that the calendar opens: their stories do it. */
  readonly opens: readonly { readonly award: string; readonly year: number; readonly on: CivilDate }[];
  /** Accounts and indicators not filed yet of the exercises that are over by the end of the year, and by when. */
  readonly reports: readonly {
    readonly award: string;
    readonly year: number;
    readonly kind: ReportKind;
    readonly label: string;
    readonly exercise: Period;
    readonly due: CivilDate | null;
  }[];
  /** Instalments not paid yet of the exercises begun by the end of the year. */
  readonly payments: readonly {
    readonly award: string;
    readonly year: number;
    readonly number: number;
    readonly status: InstalmentStatus;
    readonly label: string;
    readonly amount: string;
  }[];
  /** The last day on which a payment can be ordered on the credits of the year. */
  readonly mandatingStops: CivilDate;
}

export interface Campaign {
  readonly year: number;
  readonly lines: readonly CampaignLine[];
}

/** The sheet of a year. Changes nothing: each dossier's own year is opened by its story. */
export async function campaignOf(source: DataSource, book: RuleBook, year: number): Promise<Campaign> {
  const lines: CampaignLine[] = [];
  for (const id of await dossiersAfter(source.manager, undefined)) {
    const { state, reglement } = await readDossier(source.manager, id);
    if (!isAlive(state.lifecycle.status)) continue;
    const line = lineOf(state, book.of(reglement), year);
    if (line.opens.length + line.reports.length + line.payments.length > 0)
      lines.push({ pole: id, name: await nameOfPole(source.manager, id), ...line });
  }
  return { year, lines };
}

function lineOf(state: DossierState, rules: Rules, year: number): Omit<CampaignLine, 'pole' | 'name'> {
  const conventions = Object.values(state.awards).filter(award => award.kind === 'convention' && isInForce(award));
  return {
    opens: conventions.flatMap(award => ranksOf(award).map(rank => opening(award, rank))).filter(opensIn(year)),
    reports: [...ofOpenYears(state), ...ofYearsToOpen(state, conventions, rules)]
      .map(report => ({ ...report, label: labelOf(report, state), ...datesOf(report, state, rules) }))
      .filter(({ exercise }) => yearOf(exercise.to) <= year),
    payments: Object.values(state.instalments).flatMap(instalment => {
      const award = state.awards[instalment.award];
      if (!award || yearOf(exerciseOf(award, instalment.year).from) > year) return [];
      if (instalment.status === 'paid' || instalment.status === 'lapsed') return [];
      const { award: id, year: rank, number, status } = instalment;
      return [
        {
          award: id,
          year: rank,
          number,
          status,
          label: INSTALMENT_LABELS[status],
          amount: eurosDot(instalment.amount),
        },
      ];
    }),
    mandatingStops: civilDate(`${year}-${rules.reglement.mandatingStops}`),
  };
}

const ranksOf = ({ years }: Award) => Array.from({ length: years }, (_, index) => index + 1);
const opening = (award: Award, rank: number) => ({ award: award.id, year: rank, on: exerciseOf(award, rank).from });
const opensIn =
  (year: number) =>
  ({ on }: { readonly on: CivilDate }) =>
    yearOf(on) === year;

interface Called {
  readonly award: string;
  readonly year: number;
  readonly kind: ReportKind;
}

const labelOf = ({ award, year, kind }: Called, state: DossierState) =>
  obligationLabel({ kind, instance: `${award}/${year}/1` }, state);

/** What an open year still lacks: not filed, or sent back. */
function ofOpenYears({ years }: DossierState): readonly Called[] {
  return Object.values(years).flatMap(({ award, year, reports }) =>
    REPORT_KINDS.filter(kind => ['awaited', 'to-correct'].includes(reports[kind]?.status ?? '')).map(kind => ({
      ...{ award, year, kind },
    })),
  );
}

/** What the years that the calendar will open will have to account for. */
function ofYearsToOpen(state: DossierState, conventions: readonly Award[], rules: Rules): readonly Called[] {
  return conventions.flatMap(award =>
    ranksOf(award)
      .filter(year => state.years[yearKey(award.id, year)] === undefined)
      .flatMap(year => rulesOf(rules, award).reglement.reports.map(kind => ({ award: award.id, year, kind }))),
  );
}

function isOf(obligation: Obligation, award: string, year: number): boolean {
  const parts = partsOf(keyOf(obligation));
  return parts.award === award && parts.year === year;
}

/** The exercise, and the due date of what is owed already, else that which its end will give. */
function datesOf({ award: id, year, kind }: Called, state: DossierState, rules: Rules) {
  const award = state.awards[id];
  if (!award) throw new Error(`Convention absente du dossier : ${id}`);
  const exercise = exerciseRun(state, award, year);
  const owed = openObligations(state).find(obligation => obligation.kind === kind && isOf(obligation, id, year));
  return { exercise, due: owed ? owed.due : (reportTerm(rulesOf(rules, award), kind, exercise.to)?.on ?? null) };
}
