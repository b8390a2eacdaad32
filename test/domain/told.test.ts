import { describe, expect, it } from '@jest/globals';
import { spreadOf } from '../../src/domain/reminders/alarms.js';
import { toldOf, withoutDrafting } from '../../src/domain/reminders/told.js';
import type { ActingRole } from '../../src/domain/dossier/roles.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { declared, type DossierBuilder } from '../builders/dossier.js';
import { firstYearOver } from '../builders/whole-life-dossiers.js';

const told = (dossier: DossierBuilder, kind: string, instance: string, debtor: ActingRole, due: string | null) =>
  toldOf({ kind, instance, due: due === null ? null : civilDate(due) }, debtor, dossier.state, dossier.rules);

describe('what is said of something owed', () => {
  it('agrees with what it bears on: one report, several indicators', () => {
    const dossier = firstYearOver();
    const of = (report: string) =>
      told(dossier, 'report-acceptance', `${dossier.award.award}/1/${report}/1`, 'instructor', '2028-08-31').button;
    expect(of('activity-report')).toBe('accepter le rapport d’activité de l’exercice 1, ou le renvoyer à corriger');
    expect(of('indicators')).toBe('accepter les indicateurs de l’exercice 1, ou les renvoyer à corriger');
  });

  it('names what observations are about', () => {
    const dossier = firstYearOver();
    const of = (kind: string, matter: string) =>
      told(dossier, kind, `${dossier.award.award}/${matter}`, 'carrier', '2028-08-31').task;
    expect(of('observations', 'termination')).toBe('présenter vos observations sur la résiliation');
    expect(of('observations-invitation', 'recovery')).toBe('inviter à présenter des observations sur le trop-perçu');
  });

  it('of a thing that the dossier holds no more is what its kind says, and no more', () => {
    const gone = told(
      declared(),
      'activity-report',
      '0198f5a0-0000-7000-8000-000000000000/1/1',
      'carrier',
      '2028-08-31',
    );
    expect(gone).toMatchObject({ button: 'Voir cette échéance', extendable: false, prepare: null, otherwise: null });
    expect(gone.task).toMatch(/^faire ce qui est attendu : /);
  });

  it('is never of more time for the Région, the calendar, nor where nothing is due yet', () => {
    const dossier = declared();
    const isExtendable = (debtor: ActingRole) => told(dossier, 'council-opinion', '1', debtor, '2026-05-04').extendable;
    expect((['council', 'instructor', 'engine'] as const).map(isExtendable)).toEqual([true, false, false]);
  });
});

describe('the source of a rule', () => {
  it.each([
    [
      'Règlement, art. 3 (version en vigueur, 35 000 € par an, à confirmer)',
      'Règlement, art. 3 (version en vigueur, 35 000 € par an)',
    ],
    ['Règlement, art. 3 (à confirmer)', 'Règlement, art. 3'],
    ['Règlement, art. 3, à confirmer', 'Règlement, art. 3'],
    ['Règlement à confirmer', 'Règlement'],
    ['Règlement , à confirmer ; convention', 'Règlement ; convention'],
    ['Règlement ( à confirmer )', 'Règlement'],
    ['À confirmeront', 'À confirmeront'],
    ['Règlement, à confirmera', 'Règlement, à confirmera'],
    ['Règlement ()', 'Règlement'],
    ['Règlement (art. 3)', 'Règlement (art. 3)'],
  ])('« %s » is told as « %s »', (source, said) => {
    expect(withoutDrafting(source)).toBe(said);
  });
});

describe('the mails of a morning', () => {
  it('leave at seconds of their dossier, always the same, within those over which they are spread', () => {
    expect(spreadOf('0198f5a0-0000-7000-8000-00000000000a', 1800)).toBe(10);
    expect(spreadOf('0198f5a0-0000-7000-8000-ffffff000709', 1800)).toBe(1);
    expect(spreadOf('0198f5a0-0000-7000-8000-000000ffffff', 1800)).toBe(0xffffff % 1800);
    expect(spreadOf('0198f5a0-0000-7000-8000-00000000000a', 0)).toBe(0);
  });
});
