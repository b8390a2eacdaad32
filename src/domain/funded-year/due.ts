import { addCents, cents, ZERO, type Cents } from '../kernel/cents.js';
import { addDays } from '../kernel/civil-date.js';
import type { Period } from '../kernel/period.js';
import type { Award } from '../award/slice.js';
import { rulesOf } from '../award/ruled.js';
import { conventionOf } from '../award/slice.js';
import type { DossierState } from '../dossier/state.js';
import type { Rules } from '../reglement/reglement.js';
import { dueBy, dueSteps, type DueBasis, type DueStep, type YearAccount } from './due-rules.js';
import { exerciseOf, exerciseRun, isAccountedFor, yearOfConvention } from './exercise.js';
import { postsOfYear } from './posts-of-year.js';
import type { Instalment } from './slice.js';
import type { FundedYear } from './years-slice.js';

/** A step with the article on which its rule rests. */
export interface SourcedStep extends DueStep {
  readonly source: string;
}

/** What is due for a year, and how it was found. Never negative, never above what was granted for it. */
export interface YearDue {
  readonly year: number;
  readonly granted: Cents;
  readonly due: Cents;
  readonly steps: readonly SourcedStep[];
}

/** The instalments that pay a year of a convention, whichever award votes them. */
export function instalmentsOfYear(state: DossierState, convention: string, year: number): readonly Instalment[] {
  return instalmentsOfGrant(state, convention).filter(instalment => instalment.year === year);
}

/** The balance of a year of a convention. */
export function balanceOf(state: DossierState, convention: string, year: number): Instalment | undefined {
  return instalmentsOfYear(state, convention, year).find(({ kind }) => kind === 'balance');
}

/** Every instalment that pays a convention (or a study), those of its yearly votes included. */
export function instalmentsOfGrant({ instalments, awards }: DossierState, grant: string): readonly Instalment[] {
  return Object.values(instalments).filter(instalment => {
    const award = awards[instalment.award];
    return award !== undefined && conventionOf(award) === grant;
  });
}

/**
 * What is due for a year of a convention: the lowest of what each rule of its règlement allows of what was granted for it.
 * Amounts in cents, rounded down. With no account accepted yet, what is due is what the rules known so far allow.
 */
export function dueOfYear(state: DossierState, convention: Award, year: number, rules: Rules): YearDue {
  const { reglement } = rulesOf(rules, convention);
  const steps = dueSteps(basisOf(state, convention, year), reglement);
  const sourced = steps.map(step => ({ ...step, source: reglement.dueSources[step.rule] }));
  return { year, granted: steps[0].allowed, due: dueBy(steps), steps: sourced };
}

/** What was granted for a year of a convention, in cents. */
export function grantedFor(state: DossierState, convention: string, year: number): Cents {
  return addCents(ZERO, ...instalmentsOfYear(state, convention, year).map(({ amount }) => amount));
}

function basisOf(state: DossierState, convention: Award, year: number): DueBasis {
  const granted = grantedFor(state, convention.id, year);
  const [exercise, run] = [exerciseOf(convention, year), exerciseRun(state, convention, year)];
  const opened = yearOfConvention(state, convention.id, year);
  const isCounted = opened !== undefined && isAccountedFor(opened) && convention.kind === 'convention';
  return {
    ...{ granted, exercise, account: accountOf(opened, granted), forecast: convention.yearlyForecast, agreed: ZERO },
    ranUntil: run.to === exercise.to ? null : run.to,
    posts: isCounted ? postsOfYear(state.posts, run) : null,
    suspended: suspendedDays(state, run),
  };
}

/** The account of a year, once it is accepted. One of before, which says what was left alone, spent all the rest. */
function accountOf(opened: FundedYear | undefined, granted: Cents): YearAccount | null {
  const report = opened?.reports['financial-report'];
  if (report?.status !== 'accepted' || !report.figures) return null;
  const { eligibleExpenses, unspent, totalExpenses, chargedToGrant, otherResources } = report.figures;
  if (totalExpenses !== null && chargedToGrant !== null && otherResources !== null)
    return { totalExpenses, chargedToGrant, otherResources, eligibleExpenses };
  const spent = cents(granted - (unspent ?? ZERO));
  return { totalExpenses: spent, chargedToGrant: spent, otherResources: ZERO, eligibleExpenses };
}

/** The days of a year on which the dossier was suspended; one that goes on lasts to its end. */
function suspendedDays({ lifecycle }: DossierState, run: Period): readonly Period[] {
  return lifecycle.suspensions
    .map(({ from, to }) => ({ from, to: to === null ? run.to : addDays(to, -1) }))
    .filter(({ from, to }) => from <= to);
}

const COMMITTED: readonly string[] = ['prepared', 'liquidated', 'ordered', 'paid'];

/** What may still be liquidated on an instalment: within its amount and within what is left due for its year. */
export function leftToLiquidate(state: DossierState, instalment: Instalment, rules: Rules): Cents {
  const award = state.awards[instalment.award];
  const convention = award && state.awards[conventionOf(award)];
  if (!convention) throw new Error(`Convention absente du dossier : ${instalment.award}`);
  const otherInstalments = instalmentsOfYear(state, convention.id, instalment.year).filter(
    sibling => sibling !== instalment && COMMITTED.includes(sibling.status),
  );
  const already = addCents(ZERO, ...otherInstalments.map(({ liquidated }) => liquidated));
  const remaining = dueOfYear(state, convention, instalment.year, rules).due - already;
  return cents(Math.max(0, Math.min(instalment.amount, remaining, staysOf(state, convention.id, instalment))));
}

/** What the Région withdrew of a grant, in cents. */
export function withdrawnOf({ lifecycle }: DossierState, grant: string): Cents {
  return addCents(ZERO, ...lifecycle.withdrawals.filter(({ award }) => award === grant).map(({ amount }) => amount));
}

/** What stays granted, after the withdrawals, beside what the other instalments of the grant took. */
function staysOf(state: DossierState, grant: string, instalment: Instalment): number {
  const lines = instalmentsOfGrant(state, grant);
  const others = lines.filter(line => line !== instalment && COMMITTED.includes(line.status));
  const granted = addCents(ZERO, ...lines.map(({ amount }) => amount));
  return granted - withdrawnOf(state, grant) - addCents(ZERO, ...others.map(({ liquidated }) => liquidated));
}
