import { addCents, cents, formatEuros, prorata, ZERO, type Cents } from '../kernel/cents.js';
import { formatFrench } from '../kernel/civil-date.js';
import { daysIn, type Period } from '../kernel/period.js';
import type { Award } from '../award/slice.js';
import { conventionOf } from '../award/slice.js';
import type { DossierState } from '../dossier/state.js';
import { openDays, vacanciesIn } from '../recruitment/vacancy.js';
import type { Rules, SurplusClause } from '../reglement/reglement.js';
import { exerciseOf, exerciseRun, isAccountedFor, yearOfConvention } from './exercise.js';
import type { Instalment } from './slice.js';
import type { ReportFigures } from './years-slice.js';

/** One step of the computation of what is due, as it is shown. */
export interface DueStep {
  readonly rule: string;
  /** In French, with its figures. */
  readonly explanation: string;
  readonly amount: Cents;
}

/** What is due for a year, and how it was found. Never negative, never above what was granted for it. */
export interface YearDue {
  readonly year: number;
  readonly granted: Cents;
  readonly due: Cents;
  readonly steps: readonly DueStep[];
}

/** The instalments that pay a year of a convention, whichever award votes them. */
export function instalmentsOfYear(state: DossierState, convention: string, year: number): readonly Instalment[] {
  return instalmentsOfGrant(state, convention).filter(instalment => instalment.year === year);
}

/** Every instalment that pays a convention (or a study), those of its yearly votes included. */
export function instalmentsOfGrant({ instalments, awards }: DossierState, grant: string): readonly Instalment[] {
  return Object.values(instalments).filter(instalment => {
    const award = awards[instalment.award];
    return award !== undefined && conventionOf(award) === grant;
  });
}

type Step = (due: Cents) => DueStep | undefined;

/**
 * What is due for a year of a convention: what was granted for it, then each rule of the règlement in turn. Amounts in
 * cents, rounded down. With no account accepted yet, what is due is what the rules known so far leave.
 */
export function dueOfYear(state: DossierState, convention: Award, year: number, rules: Rules): YearDue {
  const granted = addCents(ZERO, ...instalmentsOfYear(state, convention.id, year).map(({ amount }) => amount));
  const figures = figuresOf(state, convention.id, year);
  const opened = yearOfConvention(state, convention.id, year);
  const accounted = opened !== undefined && isAccountedFor(opened);
  const rulesOfDue: readonly Step[] = [
    due => proportion(due, figures, convention, rules),
    due => cutShort(due, state, convention, year, rules),
    due =>
      accounted && convention.kind === 'convention'
        ? vacancy(due, state, exerciseRun(state, convention, year), rules)
        : undefined,
    due => surplus(due, granted, figures, rules),
  ];
  const steps: DueStep[] = [{ rule: 'granted', explanation: 'Montant voté pour l’exercice', amount: granted }];
  for (const rule of rulesOfDue) {
    const step = rule(steps.at(-1)?.amount ?? granted);
    if (step) steps.push(step);
  }
  return { year, granted, due: steps.at(-1)?.amount ?? granted, steps };
}

function figuresOf(state: DossierState, convention: string, year: number): ReportFigures | null {
  const report = yearOfConvention(state, convention, year)?.reports['financial-report'];
  return report?.status === 'accepted' ? report.figures : null;
}

/** Mode « proportionnelle »: min(granted, ⌊granted × actual / forecast⌋), the forecast being the year's share. */
function proportion(due: Cents, figures: ReportFigures | null, { yearlyForecast: forecast }: Award, rules: Rules) {
  const actual = figures?.eligibleExpenses ?? null;
  if (rules.reglement.amountMode !== 'proportional' || actual === null || forecast === null) return undefined;
  return {
    rule: 'proportional',
    explanation: `Dépenses éligibles ${formatEuros(actual)} sur ${formatEuros(forecast)} prévus`,
    amount: prorata(due, actual, forecast),
  };
}

/** Once the year is accounted for, a vacancy beyond what is tolerated reduces what is due in proportion of the time of the posts. */
function vacancy(due: Cents, { posts }: DossierState, exercise: Period, { reglement }: Rules) {
  if (reglement.vacancy.mode !== 'pro-rata') return undefined;
  const vacancies = vacanciesIn(posts, exercise, reglement.vacancy.toleratedDays);
  if (vacancies.length === 0) return undefined;
  const whole = Object.values(posts).reduce((sum, post) => sum + post.share * openDays(post, exercise), 0);
  const lost = vacancies.reduce((sum, vacantPeriod) => sum + vacantPeriod.share * vacantPeriod.countedDays, 0);
  const descriptions = vacancies.map(
    vacantPeriod =>
      `poste ${vacantPeriod.post} du ${formatFrench(vacantPeriod.from)} au ${formatFrench(vacantPeriod.to)}, ${vacantPeriod.countedDays} jours comptés`,
  );
  return {
    rule: 'vacancy',
    explanation: `Vacance : ${descriptions.join(' ; ')}`,
    amount: portionOf(due, whole - lost, whole),
  };
}

function cutShort(due: Cents, state: DossierState, convention: Award, year: number, { reglement }: Rules) {
  const [whole, run] = [exerciseOf(convention, year), exerciseRun(state, convention, year)];
  if (reglement.earlyEnd !== 'pro-rata' || run.to === whole.to) return undefined;
  const [days, of] = [daysIn(run), daysIn(whole)];
  return {
    rule: 'early-end',
    explanation: `Fin anticipée le ${formatFrench(run.to)} : ${days} jours sur ${of}`,
    amount: portionOf(due, days, of),
  };
}

/** Mode « forfaitaire »: the part that was not spent goes back, but for what the clause lets the body keep (loi 2000-321 art. 10). */
function surplus(due: Cents, granted: Cents, figures: ReportFigures | null, { reglement }: Rules) {
  const unspent = figures?.unspent ?? null;
  if (reglement.amountMode !== 'flat' || unspent === null || unspent === 0) return undefined;
  const retainedPart = keptOf(unspent, granted, reglement.surplus);
  return {
    rule: 'surplus',
    explanation: `Part non employée ${formatEuros(unspent)}, dont ${formatEuros(retainedPart)} conservés par la clause d'excédent`,
    amount: cents(Math.max(0, due - (unspent - retainedPart))),
  };
}

/** What the clause lets a body keep of an unspent part, in cents; never more than that part. */
export function keptOf(unspent: Cents, granted: Cents, clause: SurplusClause): Cents {
  switch (clause.kind) {
    case 'none':
      return ZERO;
    case 'all':
      return unspent;
    case 'up-to':
      return cents(Math.min(unspent, clause.amount));
    case 'percent':
      return cents(Math.min(unspent, portionOf(granted, clause.percent, 100)));
  }
}

function portionOf(amount: Cents, part: number, whole: number): Cents {
  return cents(Number((BigInt(amount) * BigInt(Math.max(0, part))) / BigInt(whole)));
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
  return cents(Math.max(0, Math.min(instalment.amount, remaining)));
}
