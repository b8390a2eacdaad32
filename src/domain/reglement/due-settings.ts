import type { Cents } from '../kernel/cents.js';

/** The rules by which what is due of a year is found, each alone. */
export const DUE_RULES = [
  'granted',
  'unspent',
  'proportional',
  'early-end',
  'vacancy',
  'post-share',
  'suspension',
  'by-day',
] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** How much of the voted amount is due: all of it, or in proportion of the eligible expenses. */
export const AMOUNT_MODES = ['flat', 'proportional'] as const;
export type AmountMode = (typeof AMOUNT_MODES)[number];

/**
 * What a body may keep of the part of its grant that it did not spend (loi 2000-321 art. 10, since 2021): by `agreement`,
 * what a dated and motivated decision says, and nothing as long as there is none.
 */
export type SurplusClause =
  { readonly kind: 'none' | 'all' | 'agreement' } | { readonly kind: 'up-to'; readonly amount: Cents } | PercentClause;
interface PercentClause {
  readonly kind: 'percent';
  readonly percent: number;
}

export const VACANCY_MODES = ['nothing', 'hold', 'pro-rata'] as const;

/** What a vacant post changes to the money, beyond the days that are tolerated for each vacancy. */
export interface VacancyRule {
  readonly mode: (typeof VACANCY_MODES)[number];
  readonly toleratedDays: number;
}

export const TIME_MODES = ['nothing', 'pro-rata'] as const;
/** Whether time that did not run, or a share that was not hired, is due or not. */
export type TimeMode = (typeof TIME_MODES)[number];

/** What was spent for a grant: what the account charges to it, or what the other resources do not cover. */
export const SPENT_MODES = ['declared', 'other-resources-first'] as const;
/** How the rules combine: the lowest of what each allows; the rules of time counted together, each day once, before that. */
export const COMBINATIONS = ['lowest', 'by-day'] as const;

/** What a règlement says of what is due for a year. */
export interface DueRules {
  readonly amountMode: AmountMode;
  readonly surplus: SurplusClause;
  readonly spentIs: (typeof SPENT_MODES)[number];
  readonly vacancy: VacancyRule;
  /** Whether a share hired below that of the post is due for itself only. */
  readonly postShare: TimeMode;
  /** Whether a year cut short is due for its days only. */
  readonly earlyEnd: TimeMode;
  /** Whether the days of a suspension are due. */
  readonly suspension: TimeMode;
  readonly combine: (typeof COMBINATIONS)[number];
}
