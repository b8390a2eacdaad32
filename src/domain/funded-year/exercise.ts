import { addDays, addYears, formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Period } from '../kernel/period.js';
import type { Award } from '../award/slice.js';
import { conventionOf } from '../award/slice.js';
import type { DossierState } from '../dossier/state.js';
import type { LifecycleStatus } from '../lifecycle/slice.js';
import type { Rules } from '../reglement/reglement.js';
import { yearKey, type FundedYear } from './years-slice.js';

/** The exercise of a funded year as the convention states it; it may have begun before the signature. */
export function exerciseOf({ period }: Pick<Award, 'period'>, year: number): Period {
  return { from: addYears(period.from, year - 1), to: addDays(addYears(period.from, year), -1) };
}

/** The version of the document de référence of a funded year: that under which it began, whatever was changed since. */
export function documentOfYear(award: Pick<Award, 'period' | 'documents'>, year: number): string | null {
  const { from } = exerciseOf(award, year);
  const [first] = award.documents;
  return (award.documents.findLast(version => version.from <= from) ?? first)?.document ?? null;
}

const STOPPED: readonly LifecycleStatus[] = ['abandoned', 'terminated', 'withdrawn', 'revoked', 'abrogated'];

/** The day on which the convention ceased to run before its term, if it did. */
export function stoppedOn({ lifecycle }: DossierState): CivilDate | null {
  return STOPPED.includes(lifecycle.status) ? lifecycle.endedOn : null;
}

/** The exercise as it ran: cut short by an abandonment or a termination. */
export function exerciseRun(state: DossierState, award: Award, year: number): Period {
  const exercise = exerciseOf(award, year);
  const stop = stoppedOn(state);
  if (stop === null || stop >= exercise.to) return exercise;
  return { from: exercise.from, to: stop < exercise.from ? exercise.from : stop };
}

/**
 * Refuses a fact dated in the course of a convention whose account is settled: it would change what was said due. Nothing
 * to say of a day that no settled convention covers.
 */
export function underSettledAccount(
  { state, rules }: { readonly state: DossierState; readonly rules: Rules },
  date: CivilDate,
): Refusal | undefined {
  const settled = Object.values(state.awards).find(
    ({ kind, settledOn, period }) =>
      kind === 'convention' && settledOn !== null && period.from <= date && date <= period.to,
  );
  if (!settled) return undefined;
  return refuse(
    'account-settled',
    `La convention qui courait ce jour-là est soldée depuis le ${formatFrench(settled.settledOn ?? date)} : ce qui s’y passait ne change plus.`,
    { source: rules.reglement.clauses.settlement, pointer: '/date' },
  );
}

/** The convention (or the study's grant) that an award pays for. Throws when the dossier lacks it. */
export function conventionPaying(state: DossierState, award: Award): Award {
  const convention = state.awards[conventionOf(award)];
  if (!convention) throw new Error(`Convention absente du dossier : ${conventionOf(award)}`);
  return convention;
}

export function yearOfConvention(state: DossierState, convention: string, year: number): FundedYear | undefined {
  return state.years[yearKey(convention, year)];
}

/** The years of a convention that the calendar has opened, in order. */
export function openedYears(state: DossierState, convention: string): readonly FundedYear[] {
  return Object.values(state.years)
    .filter(({ award }) => award === convention)
    .sort((a, b) => a.year - b.year);
}

/** Whether every account owed for a year is accepted. */
export function isAccountedFor({ reports }: FundedYear): boolean {
  return Object.values(reports).every(({ status }) => status === 'accepted');
}
