import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';
import type { ReportKind } from '../reglement/reglement.js';

export const REPORT_STATUSES = ['awaited', 'filed', 'to-correct', 'accepted'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const ASSESSMENTS = ['reached', 'partly', 'not-reached'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** What an instalment of an open year waits for before it is claimed. */
export type ClaimedAfter = 'start' | 'reports' | 'study';

export interface OpenedInstalment {
  readonly number: number;
  readonly after: ClaimedAfter;
}

/** What a report says in figures; null where its kind says nothing of it. */
export type ReportFigures = {
  /** All that the action cost; null in the accounts of before, which said what was left and no more. */
  readonly totalExpenses: Cents | null;
  /** Of these, what is charged to the grant; null as above. */
  readonly chargedToGrant: Cents | null;
  /** What the action had beside the grant; null as above. */
  readonly otherResources: Cents | null;
  readonly eligibleExpenses: Cents | null;
  /** What the figures leave unspent of the grant; in the accounts of before, what they said of it. */
  readonly unspent: Cents | null;
  readonly document: string | null;
  /** Values by indicator; null is « non renseigné », never zero. */
  readonly indicators: Readonly<Record<string, number | null>> | null;
  readonly evaluation: Readonly<Record<string, Assessment>> | null;
};

type OfReport<Data = object> = { award: string; year: number; report: ReportKind; round: number } & Data;

export type YearEvents = {
  'funded-year-opened': {
    award: string;
    year: number;
    reports: readonly ReportKind[];
    instalments: readonly OpenedInstalment[];
    /** Whether the year has a vote of its own. */
    ownGrant: boolean;
    /** Numbers of the instalments that the law wants paid within a delay from the grant; absent from older events. */
    owedInTime?: readonly number[];
    /** The event on which the convention makes these payments depend; absent where it makes them depend on none. */
    paymentWaitsFor?: 'claim';
  };
  'report-filed': OfReport<{ hash: string; reviewed: boolean } & ReportFigures>;
  'report-reviewed': OfReport<{ favourable: boolean }>;
  'report-review-lapsed': OfReport;
  'report-returned': OfReport<{ fields: readonly string[] }>;
  'report-accepted': OfReport;
  'report-reopened': OfReport<{ rank: number }>;
  'year-reports-accepted': { award: string; year: number; payable: boolean };
};

/** An account of before said no expenses but the eligible ones. */
function withoutSpending(data: object): object {
  return { ...data, totalExpenses: null, chargedToGrant: null, otherResources: null };
}

export const yearEventTypes: EventTypesOf<YearEvents> = {
  'funded-year-opened': { version: 1, label: 'Exercice ouvert' },
  'report-filed': { version: 2, label: 'Compte rendu déposé', upcast: { 1: withoutSpending } },
  'report-reviewed': { version: 1, label: 'Avis consultatif de la CRESS sur un compte rendu' },
  'report-review-lapsed': { version: 1, label: "Délai de l'avis consultatif écoulé" },
  'report-returned': { version: 1, label: 'Compte rendu renvoyé pour correction' },
  'report-accepted': { version: 1, label: 'Compte rendu accepté' },
  'report-reopened': { version: 1, label: 'Compte rendu accepté rouvert' },
  'year-reports-accepted': { version: 1, label: "Comptes rendus de l'exercice tous acceptés" },
};

export interface Report {
  readonly kind: ReportKind;
  readonly status: ReportStatus;
  readonly round: number;
  readonly filedOn: CivilDate | null;
  readonly returnedOn: CivilDate | null;
  readonly acceptedOn: CivilDate | null;
  /** How many times it was reopened after it was accepted. */
  readonly reopened: number;
  /** Fields to correct, as JSON pointers. */
  readonly toCorrect: readonly string[];
  /** Whether the CRESS may still advise on what was filed. */
  readonly reviewOpen: boolean;
  readonly figures: ReportFigures | null;
}

/** An exercise of a convention (or of a study's grant) that the calendar has opened. */
export interface FundedYear {
  readonly award: string;
  readonly year: number;
  readonly openedOn: CivilDate;
  /** The event on which its payment in time depends; null where the delay runs from the notification. */
  readonly paymentWaitsFor: 'claim' | null;
  readonly reports: Readonly<Partial<Record<ReportKind, Report>>>;
}

export type YearsSlice = Readonly<Record<string, FundedYear>>;
export const initialYears: YearsSlice = {};

/** The key of a funded year: convention and rank. */
export function yearKey(award: string, year: number): string {
  return `${award}/${year}`;
}

function awaited(kind: ReportKind): Report {
  return {
    kind,
    status: 'awaited',
    round: 1,
    filedOn: null,
    returnedOn: null,
    acceptedOn: null,
    reopened: 0,
    toCorrect: [],
    reviewOpen: false,
    figures: null,
  };
}

export function evolveYears(slice: YearsSlice, event: RecordedIn<YearEvents>): YearsSlice {
  const key = yearKey(event.data.award, event.data.year);
  if (event.type === 'funded-year-opened') {
    const { award, year, reports, paymentWaitsFor = null } = event.data;
    const opened = Object.fromEntries(reports.map(kind => [kind, awaited(kind)]));
    return { ...slice, [key]: { award, year, openedOn: event.date, paymentWaitsFor, reports: opened } };
  }
  const year = slice[key];
  if (!year) throw new Error(`Exercice inconnu dans le journal : ${key}`);
  if (event.type === 'year-reports-accepted') return slice;
  const report = year.reports[event.data.report];
  if (!report) throw new Error(`Compte rendu inconnu dans le journal : ${key}/${event.data.report}`);
  return { ...slice, [key]: { ...year, reports: { ...year.reports, [report.kind]: evolveReport(report, event) } } };
}

type OnReport = Extract<
  RecordedIn<YearEvents>,
  {
    type:
      | 'report-filed'
      | 'report-reviewed'
      | 'report-review-lapsed'
      | 'report-returned'
      | 'report-accepted'
      | 'report-reopened';
  }
>;

type SentBack = Extract<OnReport, { type: 'report-returned' | 'report-reopened' }>;

/** A report that is to be filed again, for another round. */
const sentBack = (report: Report, { data, date }: SentBack): Report => ({
  ...report,
  ...{ status: 'to-correct', round: data.round + 1, returnedOn: date },
});

function evolveReport(report: Report, event: OnReport): Report {
  switch (event.type) {
    case 'report-filed': {
      const {
        award: _award,
        year: _year,
        report: _report,
        round: _round,
        hash: _hash,
        reviewed,
        ...figures
      } = event.data;
      return { ...report, status: 'filed', filedOn: event.date, toCorrect: [], reviewOpen: reviewed, figures };
    }
    case 'report-reviewed':
    case 'report-review-lapsed':
      return { ...report, reviewOpen: false };
    case 'report-returned':
      return { ...sentBack(report, event), toCorrect: event.data.fields, reviewOpen: false };
    case 'report-reopened':
      return { ...sentBack(report, event), acceptedOn: null, reopened: event.data.rank };
    case 'report-accepted':
      return { ...report, status: 'accepted', acceptedOn: event.date, reviewOpen: false };
  }
}
