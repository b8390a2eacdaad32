import { describe, expect, it } from '@jest/globals';
import type { Party } from '../../src/domain/dossier/roles.js';
import type { NewEvent } from '../../src/domain/dossier/state.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { RecordedEvent } from '../../src/domain/dossier/state.js';
import { occasionsOf } from '../../src/domain/reminders/notices.js';
import { because, declared, type DossierBuilder } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { anAudience, EVERYONE, planned } from '../builders/planned-notices.js';

const reached = (rung: string, ...merged: readonly string[]): NewEvent => ({
  type: 'rung-reached',
  data: { obligation: 'o-1', rung, merged },
});
const eventOf = (event: NewEvent) => ({ ...event, date: civilDate('2026-04-20') }) as RecordedEvent;
const byHand: NewEvent = { type: 'reminder-asked', data: { obligation: 'o-1' } };
/** Late since 4 May: a liquidation, which the instructor owes, or what a co-funder owes. */
const owed = (kind: string, debtor: Party, today = '2026-06-10') => owing({ kind, debtor }, declared(today));
const liquidation = () => owed('liquidation', { role: 'instructor' });

/** To whom which rung is said, and for how many missed ones it stands; why it is not said, where it is not. */
const noticeLines = (notices: ReturnType<typeof planned>) =>
  notices.map(
    ({ recipient: { name }, rung, merges, reason }) => `${name} ${rung.id}: ${reason ?? `stands for ${merges}`}`,
  );

describe('rungs that were missed leave one message', () => {
  it('to each person whom one of them names, the last that names them', () => {
    expect(noticeLines(planned(liquidation(), [reached('j+10', 'j-15', 'j-5', 'j+1')]))).toEqual([
      'instructor j-15: merged',
      'instructor j-5: merged',
      'finance j-5: merged',
      'instructor j+1: stands for 2',
      'finance j+1: merged',
      'manager j+1: merged',
      'finance j+10: stands for 2',
      'manager j+10: stands for 1',
    ]);
  });

  it('to the co-funder too, whom the last rung of the ladder does not name', () => {
    expect(
      noticeLines(planned(owed('cofunding-decision', { role: 'cofunder' }), [reached('j+30', 'j-15', 'j+1')])),
    ).toEqual([
      'cofunder j-15: merged',
      'cofunder j+1: stands for 1',
      'instructor j+1: merged',
      'instructor j+30: stands for 1',
    ]);
  });

  it('each under a key of its own', () => {
    const keys = planned(liquidation(), [reached('j+10', 'j-15', 'j-5', 'j+1')]).map(
      ({ rung, recipient }) => `${rung.id}/${recipient.name}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('one person is not written to about one thing within its cool-down', () => {
  it('by two rungs that the quiet days bring together; who is named for the first time is', () => {
    const dossier = owing(
      { kind: 'council-opinion', debtor: { role: 'council' }, due: '2026-08-03' },
      declared('2026-08-17'),
    );
    const audience = anAudience();
    planned(dossier, [reached('j+1', 'j-15', 'jo-3')], audience);
    expect(noticeLines(planned(dossier.on('2026-08-18'), [reached('j+15')], audience))).toEqual([
      'council j+15: said-lately',
      'adviser j+15: stands for 0',
      'instructor j+15: said-lately',
    ]);
  });

  it('by the rungs of the round that a small extension begins', () => {
    const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' } }, declared('2026-05-05'));
    const audience = anAudience();
    planned(dossier, [reached('j+1', 'j-15', 'jo-3')], audience);
    const moved = {
      obligation: 'o-1',
      from: civilDate('2026-05-04'),
      to: civilDate('2026-05-05'),
      passed: ['j-15', 'jo-3'],
    };
    planned(dossier, [{ type: 'due-date-moved', data: moved }], audience);
    expect(noticeLines(planned(dossier.on('2026-05-06'), [reached('j+1')], audience))).toEqual([
      'council j+1: said-lately',
      'instructor j+1: said-lately',
    ]);
  });

  it('nor twice on one day, even by ladders that have no cool-down', () => {
    const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' } }, declared('2026-05-05'));
    const { reglement } = dossier.rules;
    const ladders = Object.entries(reglement.ladders).map(([name, ladder]) => [name, { ...ladder, coolDownDays: 0 }]);
    const rules = { ...dossier.rules, reglement: { ...reglement, ladders: Object.fromEntries(ladders) } };
    const audience = anAudience();
    planned(dossier, [reached('j+1', 'j-15', 'jo-3')], audience, rules);
    planned(
      dossier,
      [{ type: 'ladder-changed', data: { obligation: 'o-1', passed: ['j-15', 'jo-3'] } }],
      audience,
      rules,
    );
    expect(noticeLines(planned(dossier, [reached('j+1')], audience, rules))).toEqual([
      'council j+1: said-lately',
      'instructor j+1: said-lately',
    ]);
  });

  it('whose days are those of the ladder that goes on, once it does', () => {
    const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' } }, declared('2026-05-30'));
    const audience = anAudience();
    planned(dossier, [byHand], audience);
    expect(
      noticeLines(planned(dossier.on('2026-06-03'), [reached('j+30', 'j-15', 'jo-3', 'j+1', 'j+15')], audience)).slice(
        -3,
      ),
    ).toEqual(['council j+30: said-lately', 'instructor j+30: stands for 2', 'manager j+30: stands for 0']);
  });
});

describe('what is awaited anew, however often it was taken back', () => {
  it('is not said again within the cool-down to who was told of any opening of it', () => {
    const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' } }, declared('2026-06-03'));
    const audience = anAudience();
    planned(dossier, [reached('j+1', 'j-15', 'jo-3')], audience);
    for (const opening of [2, 3]) {
      const terms = { kind: 'council-opinion', instance: '1', due: civilDate('2026-05-04'), source: 'Règlement' };
      const [obligation, follows] = [`o-${opening}`, `o-${opening - 1}`];
      const opened = { ...terms, obligation, opening, follows, debtor: { role: 'council' } as const };
      planned(dossier, [
        { type: 'obligation-done', data: { obligation: follows, by: 'f' } },
        { type: 'obligation-opened', data: opened },
      ]);
    }
    const again: NewEvent = {
      type: 'rung-reached',
      data: { obligation: 'o-3', rung: 'j+1', merged: ['j-15', 'jo-3'] },
    };
    expect(noticeLines(planned(dossier, [again], audience)).slice(-2)).toEqual([
      'council j+1: said-lately',
      'instructor j+1: said-lately',
    ]);
  });
});

describe('what is not said', () => {
  const why = (dossier: DossierBuilder, event: NewEvent, audience = anAudience()) =>
    planned(dossier, [event], audience).map(({ recipient: { name }, reason }) => `${name}: ${reason}`);
  const opinion = (today: string) => owing({ kind: 'council-opinion', debtor: { role: 'council' } }, declared(today));

  it('of a dossier that is suspended', () => {
    const dossier = opinion('2026-04-20').does('suspend-dossier', because);
    expect(why(dossier, reached('jo-3', 'j-15'))).toEqual(['council: merged', 'council: suspended']);
  });

  it('to a role that nobody holds', () => {
    const nobody = { ...EVERYONE, people: EVERYONE.people.filter(({ role }) => role !== 'council') };
    expect(why(opinion('2026-04-20'), reached('j-15'), anAudience(nobody))).toEqual(['role:council: nobody']);
  });

  it('once it was said as often as the ladder allows', () => {
    const [dossier, audience] = [opinion('2026-04-20'), anAudience()];
    const { most } = dossier.rules.reglement.ladders['default'] ?? { most: 0 };
    const months = Array.from({ length: most + 1 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-15`);
    const reasons = months.map(day => why(dossier.on(day), byHand, audience)[0]);
    expect(reasons).toEqual([...months.slice(1).map(() => 'council: null'), 'council: often-enough']);
  });

  it('of what the dossier holds no more, nor of a rung that its ladder has not', () => {
    const gone: NewEvent = { type: 'rung-reached', data: { obligation: 'o-9', rung: 'j-15', merged: [] } };
    expect(occasionsOf(opinion('2026-04-20').state, declared().rules, eventOf(gone))).toEqual([]);
    expect(occasionsOf(opinion('2026-04-20').state, declared().rules, eventOf(reached('j-99')))).toEqual([]);
  });

  it('under the name of another: each reminder by hand has its own', () => {
    const dossier = opinion('2026-04-20');
    const names = ['2026-04-20', '2026-05-04'].flatMap(day =>
      planned(dossier.on(day), [byHand]).map(({ rung: { id }, late, day: of }) => [id, late, of]),
    );
    expect(names).toEqual([
      ['by-hand-1', false, null],
      ['by-hand-2', false, null],
    ]);
  });
});

describe('someone whose mails come back', () => {
  const returned = {
    ...EVERYONE,
    people: EVERYONE.people.map(person => ({ ...person, reachable: person.role !== 'finance' })),
  };

  it('is not written to, and the others are: it is said from the start, and so it is foreseen', () => {
    expect(noticeLines(planned(liquidation(), [reached('j-5')], anAudience(returned)))).toEqual([
      'instructor j-5: stands for 0',
      'finance j-5: unreachable',
    ]);
  });

  it('is told again of the same once their address receives', () => {
    const [dossier, audience] = [liquidation(), anAudience(returned)];
    planned(dossier, [reached('j-5')], audience);
    const mended = { ...audience, directory: EVERYONE };
    expect(noticeLines(planned(dossier, [reached('j+1')], mended))).toContain('finance j+1: stands for 0');
  });
});
