import { describe, expect, it } from '@jest/globals';
import type { Award } from '../../../src/domain/award/slice.js';
import { initialState } from '../../../src/domain/dossier/state.js';
import { exerciseRun } from '../../../src/domain/funded-year/exercise.js';
import { reportTerm } from '../../../src/domain/funded-year/report-expectations.js';
import { addDays, addYears, civilDate } from '../../../src/domain/kernel/civil-date.js';
import { RuleBook } from '../../../src/reglement/load.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly exerciseEndsOn: string;
  readonly endedOn: string | null;
  readonly graceDays: number;
}

interface Expected {
  readonly dueOn: string;
  readonly overdueFrom: string;
}

describe('the financial report, as worked by hand from the texts', () => {
  const rules = RuleBook.load().inForce(civilDate('2027-01-01'));
  const cases = casesOf<Given, Expected>('financial-report');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    if (!rules) throw new Error('Aucun règlement en 2027.');
    const { exerciseEndsOn, endedOn, graceDays } = worked.given;
    const to = civilDate(exerciseEndsOn);
    const award = { period: { from: addYears(addDays(to, 1), -1), to } } as Partial<Award> as Award;
    const initial = initialState('dossier');
    const ended = endedOn === null ? {} : { status: 'abandoned' as const, endedOn: civilDate(endedOn) };
    const run = exerciseRun({ ...initial, lifecycle: { ...initial.lifecycle, ...ended } }, award, 1);
    const due = reportTerm(rules, 'financial-report', run.to);
    expect(due?.on).toBe(worked.expected.dueOn);
    expect(due?.on && addDays(due.on, graceDays + 1)).toBe(worked.expected.overdueFrom);
  });
});
