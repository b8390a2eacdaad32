import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { because, type DossierBuilder, voted } from '../builders/dossier.js';
import { convention, firstYearOver, running } from '../builders/whole-life-dossiers.js';

const due = (dossier: DossierBuilder, kind: string, instance = '') =>
  dueOf(`${kind}/${convention(dossier).id}${instance}`, dossier.state, dossier.rules)?.on;

/** Suspended from a day to another. */
function suspended(dossier: DossierBuilder, from: string, to: string): DossierBuilder {
  return dossier.on(from).does('suspend-dossier', because).on(to).does('resume-dossier', because);
}

/** An amendment asked for long after a suspension, on the agenda of a session. */
function onAgendaOf(sessionOn: string): DossierBuilder {
  const dossier = suspended(running(), '2027-03-01', '2027-06-01').on('2028-01-10');
  dossier.does(
    'request-amendment',
    { ...because, amount: cents(9_000_000) },
    { on: { award: convention(dossier).id } },
  );
  const on = dossier.award;
  dossier.does('report-instruction', { favourable: true, report: 'R' }, { on });
  return dossier.does('enter-agenda', { organ: 'assembly', sessionOn, text: 'Avenant' }, { on });
}

describe('a due date that is a day of the calendar', () => {
  it.each([
    ['the final evaluation', 'final-evaluation', '', '2029-10-01'],
    ['the renewal', 'renewal-request', '/1', '2029-07-01'],
  ])('is not put off by a suspension: %s', (_what, kind, instance, day) => {
    const dossier = running();
    expect(due(dossier, kind, instance)).toBe(day);
    expect(due(suspended(dossier, '2027-03-01', '2027-06-01'), kind, instance)).toBe(day);
    dossier.on('2029-06-01').does('suspend-dossier', because);
    expect(due(dossier, kind, instance)).toBeNull();
    dossier.on('2029-06-15').does('resume-dossier', because);
    expect(due(dossier, kind, instance)).toBe(day);
  });

  it('is the session, however old the suspension', () => {
    const dossier = onAgendaOf('2028-02-15');
    expect(dueOf(`vote/${dossier.award.award}/1`, dossier.state, dossier.rules)?.on).toBe('2028-02-15');
  });
});

describe('a term that the law sets', () => {
  it('runs on through a suspension by the Région: six months for the financial report', () => {
    const dossier = firstYearOver();
    expect(due(dossier, 'financial-report', '/1/1')).toBe('2028-06-30');
    dossier.on('2028-02-01').does('suspend-dossier', because);
    expect(due(dossier, 'financial-report', '/1/1')).toBeNull();
    dossier.on('2028-03-01').does('resume-dossier', because);
    expect(due(dossier, 'financial-report', '/1/1')).toBe('2028-06-30');
  });

  it('runs on as well for what is to be published: three months from the signature', () => {
    const dossier = suspended(running(), '2026-02-10', '2026-03-10');
    expect(due(dossier, 'essential-data')).toBe('2026-05-02');
  });
});

describe('a term counted from a fact', () => {
  it('is put off by the days suspended after that fact, and by no other', () => {
    const dossier = firstYearOver();
    expect(due(dossier, 'activity-report', '/1/1')).toBe('2028-06-30');
    expect(due(suspended(dossier, '2028-02-01', '2028-03-01'), 'activity-report', '/1/1')).toBe('2028-07-29');
    const before = suspended(running(), '2027-03-01', '2027-06-01');
    const after = voted();
    expect(due(after, 'carrier-signature')).toBe('2026-04-02');
    expect(due(before, 'activity-report', '/1/1') ?? null).toBe('2028-06-30');
  });
});
