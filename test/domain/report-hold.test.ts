import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { ReportKind } from '../../src/domain/reglement/reglement.js';
import { ACCOUNT, because, type DossierBuilder, inForce, someone } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { convention, lastYearOver, REPORTS, yearTurns } from '../builders/whole-life-dossiers.js';

const on = { obligation: 'o-1' };
const award = (dossier: DossierBuilder) => convention(dossier).id;

/** A convention whose first year is over, its reports filed but one. */
function lacking(report: ReportKind): DossierBuilder {
  const dossier = yearTurns(inForce(), 1);
  const filedReports = Object.entries(REPORTS).filter(([kind]) => kind !== report);
  for (const [kind, { act, payload }] of filedReports)
    dossier.does(act, payload, { on: { award: award(dossier), year: 1, report: kind as ReportKind } });
  return dossier;
}

/** The sentence by which the advance of the second year is held on a day; none when it may be claimed. */
function heldOn(dossier: DossierBuilder, day: string): string | undefined {
  const line = { award: award(dossier), year: 2, number: 1 };
  const decision = dossier.on(day).attempt('claim-instalment', ACCOUNT, { on: line });
  if (!('refusals' in decision)) return undefined;
  return decision.refusals.find(({ code }) => code === 'report-overdue')?.message;
}

/** Why the advance is held on a day and on the one after. */
const heldFrom = (dossier: DossierBuilder, last: string, next: string) => [
  heldOn(dossier, last),
  heldOn(dossier, next),
];
const onlyAfter = (day: string) => [undefined, expect.stringContaining(day)];

describe('the advance of a year is held by the day on which a report of the year before is owed, and its grace', () => {
  it('by the term of the report itself: four months for the indicators', () => {
    expect(heldFrom(lacking('indicators'), '2028-05-30', '2028-05-31')).toEqual(onlyAfter('30 mai 2028'));
  });

  it('by the law’s term for the financial report', () => {
    expect(heldFrom(lacking('financial-report'), '2028-07-30', '2028-07-31')).toEqual(onlyAfter('30 juillet 2028'));
  });

  it('later by the days of a suspension, when the term is the règlement’s', () => {
    const dossier = lacking('activity-report').on('2028-02-01').does('suspend-dossier', because);
    dossier.on('2028-06-01').does('resume-dossier', because);
    expect(heldFrom(dossier, '2028-11-28', '2028-11-29')).toEqual(onlyAfter('28 novembre 2028'));
  });

  it('later by the time that was granted', () => {
    const year = lacking('activity-report').on('2028-06-01');
    const dossier = owing({ kind: 'activity-report', instance: `${award(year)}/1/1`, due: '2028-06-30' }, year);
    dossier.does('grant-extension', { ...because, until: civilDate('2028-10-31') }, { on });
    expect(heldFrom(dossier, '2028-11-30', '2028-12-01')).toEqual(onlyAfter('30 novembre 2028'));
  });

  it('by the term of its correction, when it was filed in time and sent back', () => {
    const dossier = lacking('activity-report').on('2028-06-30');
    const report = { on: { award: award(dossier), year: 1, report: 'activity-report' as const } };
    dossier.does('file-activity-report', REPORTS['activity-report'].payload, report).on('2028-08-15');
    dossier.does('return-report', { corrections: [{ field: '/evaluation', reason: 'À préciser.' }] }, report);
    expect(heldFrom(dossier, '2028-10-14', '2028-10-15')).toEqual(onlyAfter('14 octobre 2028'));
  });

  it('never, when the report was waived', () => {
    const year = lacking('activity-report').on('2028-06-01');
    const dossier = owing({ kind: 'activity-report', instance: `${award(year)}/1/1`, due: '2028-06-30' }, year);
    dossier.does('waive-obligation', because, { on, by: someone('manager') });
    expect(heldOn(dossier, '2029-06-01')).toBeUndefined();
  });
});

describe('a settlement', () => {
  it('does not wait for a report that was waived', () => {
    const dossier = lastYearOver();
    for (const report of ['indicators', 'financial-report', 'approved-accounts'] as const) {
      const of = { on: { award: award(dossier), year: 3, report } };
      dossier.does(REPORTS[report].act, REPORTS[report].payload, of).does('accept-report', {}, of);
    }
    expect(dossier.refusals('settle-cycle')).toEqual(['reports-not-accepted']);
    owing({ kind: 'activity-report', instance: `${award(dossier)}/3/1`, due: '2030-06-30' }, dossier);
    dossier.does('waive-obligation', because, { on, by: someone('manager') });
    expect(dossier.refusals('settle-cycle')).toEqual([]);
  });
});
