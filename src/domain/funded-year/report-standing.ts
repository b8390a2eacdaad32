import { conventionOf, type Award } from '../award/slice.js';
import { awaitedKey } from '../dossier/expectations.js';
import { heldFrom } from '../dossier/held-from.js';
import type { DossierState } from '../dossier/state.js';
import { yearOf, type CivilDate } from '../kernel/civil-date.js';
import type { Period } from '../kernel/period.js';
import { isWaived, keyOf, openObligations, type Obligation } from '../obligations/slice.js';
import { REPORT_KINDS, type ReportKind, type Rules } from '../reglement/reglement.js';
import { balanceOf } from './due.js';
import { exerciseRun } from './exercise.js';
import { stepOf, type InstalmentStep } from './instalment-step.js';
import type { Instalment } from './slice.js';
import type { FundedYear, Report } from './years-slice.js';

/** A report of an exercise, with what is owed about it: to file it, to advise on it, to accept it. */
export interface ReportStanding {
  readonly report: Report;
  /** What is owed to have it filed, or filed again; undefined when it is not awaited. */
  readonly filing: Obligation | undefined;
  readonly review: Obligation | undefined;
  readonly acceptance: Obligation | undefined;
  readonly waived: boolean;
}

/** The balance that the reports of an exercise free. */
export interface FreedBalance {
  readonly instalment: Instalment;
  readonly step: InstalmentStep;
  readonly held: boolean;
}

/** An exercise with its reports. */
export interface ReportedYear {
  readonly award: Award;
  readonly year: number;
  readonly exercise: Period;
  readonly reports: readonly ReportStanding[];
  readonly frees: FreedBalance | null;
}

/** The exercises of a dossier that are open and end in a civil year, with what is owed about their reports on a day. */
export function reportedYears(
  state: DossierState,
  rules: Rules,
  { civilYear, today }: { readonly civilYear: number; readonly today: CivilDate },
): readonly ReportedYear[] {
  return Object.values(state.years).flatMap(funded => {
    const award = state.awards[funded.award];
    if (!award) return [];
    const exercise = exerciseRun(state, award, funded.year);
    if (yearOf(exercise.to) !== civilYear || Object.keys(funded.reports).length === 0) return [];
    const reports = REPORT_KINDS.flatMap(kind => standingOf(kind, funded, state) ?? []);
    const frees = freedBy(funded, state, rules, today);
    return [{ award, year: funded.year, exercise, reports, frees }];
  });
}

function standingOf(kind: ReportKind, { award, year, reports }: FundedYear, state: DossierState) {
  const report = reports[kind];
  if (!report) return undefined;
  const parts = { award, year, report: kind, round: report.round };
  const filingKey = awaitedKey(kind, { award, year, round: report.round });
  const owed = (key: string) => openObligations(state).find(obligation => keyOf(obligation) === key);
  return {
    report,
    filing: owed(filingKey),
    review: owed(awaitedKey('report-review', parts)),
    acceptance: owed(awaitedKey('report-acceptance', parts)),
    waived: isWaived(state, filingKey),
  } satisfies ReportStanding;
}

function freedBy(funded: FundedYear, state: DossierState, rules: Rules, today: CivilDate): FreedBalance | null {
  const award = state.awards[funded.award];
  const grant = award ? conventionOf(award) : funded.award;
  const instalment = balanceOf(state, grant, funded.year);
  if (!instalment) return null;
  const from = heldFrom(instalment, { state, rules });
  return { instalment, step: stepOf(instalment, state), held: from !== null && from <= today };
}
