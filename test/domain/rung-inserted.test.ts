import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { parisTime } from '../../src/domain/kernel/paris.js';
import { civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import type { Rung } from '../../src/domain/reglement/ladder.js';
import type { Rules } from '../../src/domain/reglement/reglement.js';
import { reached, rungsLeft } from '../../src/domain/reminders/alarms.js';
import { declared, type DossierBuilder } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';

const WEEK_BEFORE: Rung = {
  ...{ id: 'j-7', offset: -7, unit: 'days', recipients: ['debtor'], template: 'before', channel: 'mail' },
};

/** The rules of a dossier, once the file of its règlement gained a rung, second of the ladder, while it runs. */
function withOneMore({ reglement, ladderSets, ...rules }: Rules): Rules {
  const { default: ladder, ...others } = reglement.ladders;
  if (!ladder) throw new Error('Pas d’échelle.');
  const [first, ...above] = ladder.rungs;
  const rungs = first ? [first, WEEK_BEFORE, ...above] : above;
  return { ...rules, ladderSets, reglement: { ...reglement, ladders: { ...others, default: { ...ladder, rungs } } } };
}

const daysLeft = (dossier: DossierBuilder, rules: Rules): readonly CivilDate[] =>
  openObligations(dossier.state).flatMap(obligation =>
    rungsLeft(obligation, dossier.state, rules, 0).map(({ day }) => day),
  );

/** Owes something by 4 May, and has been recalled up to a day. */
function recalledUpTo(day: string): DossierBuilder {
  const dossier = owing({}, declared('2026-03-02'));
  const now = parisTime(civilDate(day), 9);
  return dossier.on(day).records(reached(dossier.state, dossier.rules, now, 0), 'obligations', { by: ENGINE });
}

describe('a rung that is set in a ladder in use', () => {
  it('has nothing said again of what was: the rungs above are still those that they were', () => {
    const dossier = recalledUpTo('2026-05-05');
    expect(daysLeft(dossier, dossier.rules)).toEqual(['2026-05-19', '2026-06-03', '2026-07-01']);
    expect(daysLeft(dossier, withOneMore(dossier.rules))).toEqual(['2026-05-19', '2026-06-03', '2026-07-01']);
  });

  it('is reached on its day, where the ladder stands below it', () => {
    const dossier = recalledUpTo('2026-04-21');
    expect(daysLeft(dossier, withOneMore(dossier.rules))).toEqual([
      '2026-04-27',
      '2026-04-28',
      '2026-05-05',
      '2026-05-19',
      '2026-06-03',
      '2026-07-01',
    ]);
  });
});
