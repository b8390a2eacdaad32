import type { Award } from '../award/slice.js';
import type { NewEvent } from '../dossier/state.js';
import type { InstalmentRule, Reglement } from '../reglement/reglement.js';
import type { ClaimedAfter, YearEvents } from './years-slice.js';

function claimedAfter({ firstYearConditions, conditions }: InstalmentRule, year: number): ClaimedAfter {
  const asked = year === 1 ? firstYearConditions : conditions;
  if (asked.includes('reports-accepted')) return 'reports';
  return asked.includes('study-validated') ? 'study' : 'start';
}

function opened(award: Award, year: number, reglement: Reglement): YearEvents['funded-year-opened'] {
  const rules = award.kind === 'study' ? reglement.studyInstalments : reglement.instalments;
  return {
    award: award.id,
    year,
    reports: award.kind === 'study' ? reglement.studyReports : reglement.reports,
    instalments: rules.map(rule => ({ number: rule.number, after: claimedAfter(rule, year) })),
    ownGrant: reglement.voteMode === 'yearly' && award.kind === 'convention' && year > 1,
  };
}

/** The first year opens with the grant in force: its advance is due even if the exercise begins later. */
export function firstYearOpened(award: Award, reglement: Reglement): NewEvent {
  return { type: 'funded-year-opened', data: opened(award, 1, reglement) };
}

/** What the calendar does when an exercise is over: it opens the next one, or ends the convention. */
export function yearTurned(award: Award, year: number, reglement: Reglement): NewEvent {
  if (year < award.years) return { type: 'funded-year-opened', data: opened(award, year + 1, reglement) };
  return { type: 'convention-ended', data: { award: award.id, years: award.years } };
}
