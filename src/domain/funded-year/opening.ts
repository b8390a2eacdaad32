import type { Award } from '../award/slice.js';
import type { NewEvent } from '../dossier/state.js';
import type { InstalmentRule, Rules } from '../reglement/reglement.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { exerciseOf } from './exercise.js';
import { isPaymentTimed } from './payment-term.js';
import type { ClaimedAfter, YearEvents } from './years-slice.js';

function claimedAfter({ firstYearConditions, conditions }: InstalmentRule, year: number): ClaimedAfter {
  const asked = year === 1 ? firstYearConditions : conditions;
  if (asked.includes('reports-accepted')) return 'reports';
  return asked.includes('study-validated') ? 'study' : 'start';
}

function opened(award: Award, year: number, rules: Rules, on: CivilDate): YearEvents['funded-year-opened'] {
  const { reglement } = rules;
  const instalments = award.kind === 'study' ? reglement.studyInstalments : reglement.instalments;
  const ownGrant = reglement.voteMode === 'yearly' && award.kind === 'convention' && year > 1;
  const firstOfItsGrant = instalments.slice(0, year === 1 || ownGrant ? 1 : 0);
  return {
    award: award.id,
    year,
    reports: award.kind === 'study' ? reglement.studyReports : reglement.reports,
    instalments: instalments.map(rule => ({ number: rule.number, after: claimedAfter(rule, year) })),
    ownGrant,
    ...(reglement.paymentClause.mode === 'on-claim' ? { paymentWaitsFor: 'claim' as const } : {}),
    owedInTime: isPaymentTimed(reglement.paymentClause, rules.law, on)
      ? firstOfItsGrant.map(({ number }) => number)
      : [],
  };
}

/** The first year opens with the grant in force: its advance is due even if the exercise begins later. */
export function firstYearOpened(award: Award, rules: Rules, on: CivilDate): NewEvent {
  return { type: 'funded-year-opened', data: opened(award, 1, rules, on) };
}

/** What the calendar does when an exercise is over: it opens the next one, or ends the convention. */
export function yearTurned(award: Award, year: number, rules: Rules): NewEvent {
  const on = addDays(exerciseOf(award, year).to, 1);
  if (year < award.years) return { type: 'funded-year-opened', data: opened(award, year + 1, rules, on) };
  return { type: 'convention-ended', data: { award: award.id, years: award.years } };
}
