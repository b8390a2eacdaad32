import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '../../src/domain/dossier/state.js';
import { lostRungs, rungIdIn } from '../../src/domain/obligations/former-ranks.js';
import { keyOf, openObligations } from '../../src/domain/obligations/slice.js';
import { rungsOf } from '../../src/domain/reglement/ladder.js';
import { rungsLeft } from '../../src/domain/reminders/alarms.js';
import { moves } from '../../src/domain/reminders/openings.js';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { declared, someone } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';

const { reglement, ladderSets } = owing().rules;

describe('a rung that was recorded by its rank', () => {
  it.each([
    ['poles-ess-2019', 'default', '#0', 'j-15'],
    ['poles-ess-2019', 'default', '#4', 'j+30'],
    ['poles-ess-2010', 'payment', '#1', 'j-5'],
    ['poles-ess-2018', 'partner', '#2', 'j+30'],
    ['fewer-reminders', 'default', '#0', 'j-7'],
    ['fewer-reminders', 'short', '#2', 'jo+5'],
  ])('of %s, ladder %s, %s, is %s', (origin, ladder, recorded, id) => {
    expect(rungIdIn(origin, ladder, recorded)).toBe(id);
  });

  it.each([
    ['under rules that never had ranks', 'poles-ess-2031', 'default', '#0'],
    ['in a ladder that there was not', 'poles-ess-2019', 'monthly', '#0'],
    ['beyond the last of its ladder', 'poles-ess-2019', 'watch', '#1'],
    ['with an identifier already', 'poles-ess-2019', 'default', 'j+1'],
  ])('%s, stays what it is', (_when, origin, ladder, recorded) => {
    expect(rungIdIn(origin, ladder, recorded)).toBe(recorded);
  });

  it('is not said again, nor those below it', () => {
    const reached: NewEvent = { type: 'rung-reached', data: { obligation: 'o-1', rung: '#2', merged: ['#0', '#1'] } };
    const dossier = owing({}, declared('2026-05-05')).records([reached], 'obligations', { by: ENGINE });
    expect(daysLeft(dossier)).toEqual(['2026-05-19', '2026-06-03', '2026-07-01']);
  });

  it('is one of the ladders that were applied since, where they were', () => {
    const dossier = owing({}, declared('2026-05-05')).does(
      'apply-ladders',
      { ladders: 'fewer-reminders' },
      { by: someone('manager') },
    );
    dossier.records([{ type: 'ladder-changed', data: { obligation: 'o-1', passed: ['#0'] } }], 'apply-ladders');
    expect(daysLeft(dossier)).toEqual(['2026-05-05', '2026-05-19', '2026-06-03', '2026-07-01']);
  });

  it('is named by its identifier in what is recorded next', () => {
    const reached: NewEvent = { type: 'rung-reached', data: { obligation: 'o-1', rung: '#1', merged: ['#0'] } };
    const dossier = owing({}, declared('2026-05-01')).records([reached], 'obligations', { by: ENGINE });
    const awaited = openObligations(dossier.state).map(keyOf);
    expect(moves(dossier.state, dossier.rules, awaited, dossier.today)[0]?.data).toMatchObject({
      passed: ['j-15', 'jo-3'],
    });
  });
});

const daysLeft = ({ state, rules }: ReturnType<typeof owing>) =>
  openObligations(state).flatMap(obligation => rungsLeft(obligation, state, rules, 0).map(({ day }) => day));

describe('the rungs that journals name by a rank', () => {
  it('are all in the ladders that are shipped', () => {
    const origins = [reglement, ...Object.values(ladderSets)];
    for (const { id, ladders } of origins) expect(lostRungs(id, name => rungsOf(ladders, name))).toEqual([]);
  });

  it('are missed one by one, in ladders that there are', () => {
    const ladders: Readonly<Record<string, readonly { readonly id: string }[]>> = {
      watch: [{ id: 'j-14' }],
      opportunity: [{ id: 'j-15' }, { id: 'j-30' }],
    };
    const lost = lostRungs('poles-ess-2019', name => ladders[name] ?? []);
    expect(lost).toEqual([
      "échelle « opportunity » : l’échelon « j-60 », que des dossiers ont franchi, n'existe plus",
      "échelle « watch » : l’échelon « j-15 », que des dossiers ont franchi, n'existe plus",
    ]);
    expect(lostRungs('another', name => ladders[name] ?? [])).toEqual([]);
  });
});
