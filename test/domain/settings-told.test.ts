import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { settingsOf, type OfficialName, type Right, type Setting } from '../../src/domain/settings/events.js';
import { refusedName } from '../../src/domain/settings/official-names.js';
import { refusedEnding, refusedRight } from '../../src/domain/settings/rights.js';

const TODAY = civilDate('2026-06-15');
const SIRET = '99990001200017';

const named = (name: string, from: string, rna: string | null = null): OfficialName => ({
  ...{ siret: SIRET, name, rna },
  from: civilDate(from),
});

const right = (change: Partial<Right> = {}): Right => ({
  ...{ id: 'r', account: 'maelle', role: 'carrier', bodies: [SIRET], pays: [] },
  ...{ from: civilDate('2026-01-01'), ...change },
});

describe('what the stream of the settings comes to', () => {
  const { id, ...given } = right();
  const lines: readonly Setting[] = [
    { type: 'right-given', data: { right: id, ...given } },
    { type: 'right-given', data: { right: 's', ...given } },
    { type: 'reglement-applied', data: { reglement: '2019', digest: 'd' } },
    { type: 'right-ended', data: { right: 's', account: given.account, role: given.role } },
    { type: 'body-registered', data: named('Terre ESS', '2026-02-01') },
    { type: 'ladder-set-applied', data: { set: 'fewer', digest: 'd' } },
  ];

  it('is the rights that are held, not those that ended, and the names that bodies bear', () => {
    const { rights, names } = settingsOf(lines);
    expect([...rights]).toEqual([['r', right()]]);
    expect([...names]).toEqual([[SIRET, named('Terre ESS', '2026-02-01')]]);
  });

  it.each([
    ['a name from a later day', '2026-03-01', 'Mer ESS'],
    ['another from the same day', '2026-02-01', 'Mer ESS'],
    ['one from an earlier day, told late', '2026-01-01', 'Terre ESS'],
  ])('of %s, the name that is borne today', (_what, from, borne) => {
    const renamed: Setting = { type: 'body-renamed', data: named('Mer ESS', from) };
    expect(settingsOf([...lines, renamed]).names.get(SIRET)?.name).toBe(borne);
  });
});

describe('a body', () => {
  const known = [named('Mer ESS', '2026-03-01'), named('Terre ESS', '2026-01-01', 'W1')];
  const refused = (asked: OfficialName) => refusedName(asked, known, TODAY).map(({ code, pointer }) => [code, pointer]);

  it('is named again with another name or another number, from a day that has come', () => {
    expect(refused(named('Mer et terre ESS', '2026-06-15'))).toEqual([]);
    expect(refused(named('Mer ESS', '2026-06-15', 'W2'))).toEqual([]);
    expect(refused(named('Mer ESS', '2026-06-16', 'W2'))).toEqual([['name-to-come', '/from']]);
  });

  it('is not as it is named already on that day, whatever the order in which that was said', () => {
    const twice = [['name-known', undefined]];
    expect(refused(named('Mer ESS', '2026-03-01'))).toEqual(twice);
    expect(refused(named('Terre ESS', '2026-02-28', 'W1'))).toEqual(twice);
    expect(refused(named('Terre ESS', '2026-02-28'))).toEqual([]);
    expect(refused(named('Terre ESS', '2026-03-01', 'W1'))).toEqual([]);
    expect(refused(named('Terre ESS', '2025-12-31', 'W1'))).toEqual([]);
    const sameDay = [named('Mer ESS', '2026-03-01'), named('Ciel ESS', '2026-03-01')];
    expect(refusedName(named('Ciel ESS', '2026-04-01'), sameDay, TODAY)).toHaveLength(1);
    expect(refusedName(named('Mer ESS', '2026-04-01'), sameDay, TODAY)).toEqual([]);
  });
});

describe('a right', () => {
  const held = [right({ id: 'r1' })];
  const given = { by: 'erwan', held, pays: ['02', '21'], today: TODAY };
  const asked = { account: 'maelle', role: 'carrier', bodies: [SIRET], pays: [], from: TODAY } as const;
  const refused = (change: Partial<Right>) => refusedRight({ ...asked, ...change }, given).map(({ code }) => code);

  it('is given once, to another, for another role, or for more than what is held', () => {
    expect(refused({})).toEqual(['right-held']);
    expect(refused({ account: 'yann' })).toEqual([]);
    expect(refused({ bodies: [SIRET, '99990001200025'] })).toEqual([]);
    expect(refused({ role: 'council', bodies: [], pays: ['02'] })).toEqual([]);
    expect(refusedRight(asked, { ...given, held: [right({ from: civilDate('2026-06-16') })] })).toEqual([]);
  });

  it('is told which perimeter it lacks, or has for nothing, in words', () => {
    const message = (change: Partial<Right>) =>
      refusedRight({ ...asked, account: 'yann', ...change }, given).map(({ message: words, pointer }) => [
        pointer,
        words,
      ]);
    expect(message({ bodies: [] })).toEqual([['/bodies', 'Ce rôle se tient pour des organismes (SIRET) : lesquels ?']]);
    expect(message({ role: 'council', bodies: [] })).toEqual([
      ['/pays', 'Ce rôle se tient pour des pays : lesquels ?'],
    ]);
    expect(message({ role: 'instructor' })).toEqual([
      ['/bodies', 'Ce rôle ne se tient pas pour des organismes (SIRET).'],
    ]);
    expect(message({ pays: ['02'] })).toEqual([['/pays', 'Ce rôle ne se tient pas pour des pays.']]);
  });

  it('to administer is not ended for the last who does today', () => {
    const admin = (account: string, from = '2026-01-01') =>
      right({ id: account, account, role: 'admin', bodies: [], from: civilDate(from) });
    const ended = (others: readonly Right[]) =>
      refusedEnding(admin('maelle'), { ...given, held: [admin('maelle'), ...others] }).map(({ code }) => code);
    expect(ended([])).toEqual(['last-admin']);
    expect(ended([admin('yann', '2026-06-16')])).toEqual(['last-admin']);
    expect(ended([right({ account: 'yann' })])).toEqual(['last-admin']);
    expect(ended([admin('yann', '2026-06-15')])).toEqual([]);
    expect(refusedEnding(right(), given)).toEqual([]);
    expect(refusedEnding(right({ account: 'erwan' }), given).map(({ code }) => code)).toEqual(['own-right']);
  });
});
