import { describe, expect, it } from '@jest/globals';
import { ladderOf } from '../../src/domain/obligations/ladders.js';
import { ladderChanges } from '../../src/reminders/ladder-preview.js';
import { rungsLeft } from '../../src/domain/reminders/alarms.js';
import { laddersChanged } from '../../src/domain/reminders/openings.js';
import { someone } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';

const payload = { ladders: 'fewer-reminders' };
const by = someone('manager');
const offsets = (dossier: ReturnType<typeof owing>) =>
  ladderOf('grant-request', dossier.state, dossier.rules)?.rungs.map(({ offset }) => offset);

describe('a dossier to which other ladders are applied', () => {
  it('follows those of its règlement before, and the others after', () => {
    const dossier = owing();
    expect(offsets(dossier)).toEqual([-15, -3, 1, 15, 30]);
    dossier.does('apply-ladders', payload, { by });
    expect(offsets(dossier)).toEqual([-7, 1, 15, 30]);
  });

  it('is shown first what would change, day by day', () => {
    const dossier = owing();
    const [change] = ladderChanges(dossier.state, dossier.rules, 'fewer-reminders', dossier.today);
    expect(change?.before.map(({ day }) => day)).toEqual([
      '2026-04-20',
      '2026-04-28',
      '2026-05-05',
      '2026-05-19',
      '2026-06-03',
      '2026-07-01',
    ]);
    expect(change?.after.map(({ day }) => day)).toEqual([
      '2026-04-27',
      '2026-05-05',
      '2026-05-19',
      '2026-06-03',
      '2026-07-01',
    ]);
  });

  it('is not recalled anew of what is past by the new ladders', () => {
    const dossier = owing().on('2026-05-06').does('apply-ladders', payload, { by });
    const [changed] = laddersChanged(dossier.state, dossier.rules, dossier.today);
    expect(changed?.data).toEqual({ obligation: 'o-1', passed: ['j-7', 'j+1'] });
    dossier.records([changed as NonNullable<typeof changed>], 'apply-ladders');
    const [obligation] = Object.values(dossier.state.obligations);
    expect(obligation && rungsLeft(obligation, dossier.state, dossier.rules, 0).map(({ day }) => day)).toEqual([
      '2026-05-19',
      '2026-06-03',
      '2026-07-01',
    ]);
  });

  it('is recalled today of what the new ladders recall today: before eight, nobody was', () => {
    const dossier = owing().on('2026-05-05').does('apply-ladders', payload, { by });
    expect(laddersChanged(dossier.state, dossier.rules, dossier.today)[0]?.data).toMatchObject({ passed: ['j-7'] });
  });

  it('refuses unknown ladders, and those that it follows already', () => {
    const dossier = owing();
    expect(dossier.refusals('apply-ladders', { ladders: 'none' }, { by })).toEqual(['unknown-ladders']);
    dossier.does('apply-ladders', payload, { by });
    expect(dossier.refusals('apply-ladders', payload, { by })).toEqual(['already-done']);
  });
});
