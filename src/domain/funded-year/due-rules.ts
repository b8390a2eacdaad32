import { cents, formatEuros, prorata, ZERO, type Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { daysIn, type Period } from '../kernel/period.js';
import type { DueRule, DueRules, SurplusClause } from '../reglement/due-settings.js';
import { daysLost, lostOf, type PostOfYear } from './days-lost.js';

/** What the account of a year says of its money, in cents. */
export interface YearAccount {
  /** All that the action cost. */
  readonly totalExpenses: Cents;
  /** Of these, what is charged to the grant. */
  readonly chargedToGrant: Cents;
  /** What the action had beside the grant. */
  readonly otherResources: Cents;
  /** Those that the règlement accepts, where the grant is in proportion of them; else null. */
  readonly eligibleExpenses: Cents | null;
}

/** What is due of a year is computed on this, and on nothing else. Amounts in cents. */
export interface DueBasis {
  /** What the last text that binds says for the whole year. */
  readonly granted: Cents;
  readonly exercise: Period;
  /** The last day that ran of a year cut short; null of one that ran to its end, or whose amount was voted as it is cut. */
  readonly ranUntil: CivilDate | null;
  /** Null before it is accepted: the rules of spending and of the post then say nothing. */
  readonly account: YearAccount | null;
  /** What a dated and motivated decision lets the body keep of the unspent part; nothing where none was made. */
  readonly agreed: Cents;
  /** The eligible expenses forecast for the year; null where none were. */
  readonly forecast: Cents | null;
  /** The posts that the grant pays; null for a grant that pays none. */
  readonly posts: readonly PostOfYear[] | null;
  /** Days on which the dossier was suspended. */
  readonly suspended: readonly Period[];
}

/** What one rule allows of the grant of a year, alone, in cents. */
export interface DueStep {
  readonly rule: DueRule;
  /** In French, with its figures. */
  readonly explanation: string;
  readonly allowed: Cents;
  /** Whether what is due is what it allows. */
  readonly decides: boolean;
}

type Step = Omit<DueStep, 'decides'>;

/**
 * What each rule of the règlement allows of the grant of a year, each alone and on the whole grant, rounded down once;
 * what is due is the lowest. Where the règlement counts by day, the rules of time count together, each day once.
 */
export function dueSteps(basis: DueBasis, rules: DueRules): readonly [DueStep, ...DueStep[]] {
  const steps: readonly [Step, ...Step[]] = [
    { rule: 'granted', explanation: 'Montant voté pour l’exercice', allowed: basis.granted },
    ...ofSpending(basis, rules),
    ...ofTime(basis, rules),
  ];
  const due = Math.min(...steps.map(({ allowed }) => allowed));
  const [granted, ...others] = steps;
  const decided = (step: Step) => ({ ...step, decides: step.allowed === due });
  return [decided(granted), ...others.map(decided)];
}

/** What is due, by its steps: the lowest of what they allow. */
export function dueBy(steps: readonly DueStep[]): Cents {
  return steps.find(({ decides }) => decides)?.allowed ?? ZERO;
}

function ofSpending(basis: DueBasis, rules: DueRules): readonly Step[] {
  const { account, granted, forecast } = basis;
  if (!account) return [];
  if (rules.amountMode === 'flat') return [unspent(basis, account, rules)];
  if (account.eligibleExpenses === null || forecast === null) return [];
  const figures = `Dépenses éligibles ${formatEuros(account.eligibleExpenses)} sur ${formatEuros(forecast)} prévus`;
  const allowed = prorata(granted, account.eligibleExpenses, forecast);
  return [{ rule: 'proportional', explanation: figures, allowed }];
}

/** What was not spent of a grant, by the figures of its account, in cents. */
export function unspentOf(granted: Cents, account: YearAccount, rules: Pick<DueRules, 'spentIs'>): Cents {
  return cents(granted - spentForGrant(granted, account, rules));
}

/** Loi n° 2000-321, article 10: what was not spent goes back, but for what the clause of the convention lets the body keep. */
function unspent({ granted, agreed }: DueBasis, account: YearAccount, rules: DueRules): Step {
  const spent = spentForGrant(granted, account, rules);
  const left = cents(granted - spent);
  const retained = keptOf(left, granted, rules.surplus, agreed);
  const figures = `Employé pour la subvention ${formatEuros(spent)} ; part non employée ${formatEuros(left)}`;
  const explanation =
    left === 0 ? figures : `${figures}, dont ${formatEuros(retained)} conservés par la clause d’excédent`;
  return { rule: 'unspent', explanation, allowed: cents(spent + retained) };
}

/**
 * What was spent for the grant: the lowest of what the account charges to it, of all that the action cost and of the
 * grant; where the règlement takes the other resources first, what they do not cover.
 */
export function spentForGrant(granted: Cents, account: YearAccount, { spentIs }: Pick<DueRules, 'spentIs'>): Cents {
  const { totalExpenses, chargedToGrant, otherResources } = account;
  const spent =
    spentIs === 'declared' ? Math.min(chargedToGrant, totalExpenses) : Math.max(0, totalExpenses - otherResources);
  return cents(Math.min(spent, granted));
}

/** What the clause lets a body keep of an unspent part, in cents; never more than that part. */
export function keptOf(left: Cents, granted: Cents, clause: SurplusClause, agreed: Cents = ZERO): Cents {
  switch (clause.kind) {
    case 'none':
      return ZERO;
    case 'all':
      return left;
    case 'up-to':
      return cents(Math.min(left, clause.amount));
    case 'percent':
      return cents(Math.min(left, portionOf(granted, clause.percent, 100)));
    case 'agreement':
      return cents(Math.min(left, agreed));
  }
}

function ofTime(basis: DueBasis, rules: DueRules): readonly Step[] {
  const { granted, exercise } = basis;
  const lost = daysLost(basis, rules);
  const whole = lost.weight * daysIn(exercise);
  const allowedBy = (weight: number) => portionOf(granted, whole - weight, whole);
  const steps = lost.rules.map(({ rule, days, explanation }) => ({
    ...{ rule, explanation },
    allowed: allowedBy(lostOf([days])),
  }));
  if (rules.combine !== 'by-day' || steps.length < 2) return steps;
  const together = lostOf(lost.rules.map(({ days }) => days));
  const explanation = 'Ces règles de temps comptées ensemble, chaque jour une fois';
  return [...steps, { rule: 'by-day', explanation, allowed: allowedBy(together) }];
}

/** A part of an amount, rounded down to the cent. */
function portionOf(amount: Cents, part: number, whole: number): Cents {
  return cents(Number((BigInt(amount) * BigInt(Math.max(0, part))) / BigInt(whole)));
}
