import { describe, expect, it } from '@jest/globals';
import { demoSiret } from '../../src/access/demo-accounts.js';
import type { Role } from '../../src/domain/dossier/roles.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { settingsOf, type OfficialName, type Right, type Setting } from '../../src/domain/settings/events.js';
import { refusedName } from '../../src/domain/settings/official-names.js';
import { refusedEnding, refusedRight } from '../../src/domain/settings/rights.js';

const TODAY = civilDate('2026-02-02');
const SIRET = demoSiret(1);

const right = (account: string, role: Role, more: Partial<Right> = {}): Right => ({
  ...{ id: `${account}-${role}`, account, role, bodies: [], pays: [], from: TODAY },
  ...more,
});
const ADMIN = right('une-administratrice', 'admin');

const reasonsToRefuse = (asked: Right, held: readonly Right[] = [ADMIN]) =>
  refusedRight(asked, { by: ADMIN.account, held, pays: ['02', '21'], today: TODAY }).map(({ code, pointer }) =>
    pointer === undefined ? code : `${code} ${pointer}`,
  );
const reasonsToKeep = (ended: Right, held: readonly Right[], by = ADMIN.account) =>
  refusedEnding(ended, { by, held, pays: [], today: TODAY }).map(({ code }) => code);

describe('a right is given', () => {
  it.each([
    ['of the Région, on every dossier', right('nouvelle', 'instructor')],
    ['of a carrier, for its bodies', right('nouvelle', 'carrier', { bodies: [SIRET] })],
    ['of a council, for its pays', right('nouvelle', 'council', { pays: ['02'] })],
    ['from a day to come', right('nouvelle', 'finance', { from: civilDate('2026-09-01') })],
    ['of another role than the one held', right('nouvelle', 'manager')],
  ])('%s', (_what, asked) => expect(reasonsToRefuse(asked, [ADMIN, right('nouvelle', 'auditor')])).toEqual([]));

  it.each([
    ['to oneself', right(ADMIN.account, 'manager'), ['own-right']],
    ['of a carrier without any body', right('nouvelle', 'carrier'), ['perimeter-missing /bodies']],
    ['of a council without any pays', right('nouvelle', 'council'), ['perimeter-missing /pays']],
    ['of the Région for some bodies', right('nouvelle', 'manager', { bodies: [SIRET] }), ['perimeter-useless /bodies']],
    ['on a pays that Jalon does not know', right('nouvelle', 'council', { pays: ['99'] }), ['unknown-pays /pays']],
    [
      'from a day that is past',
      right('nouvelle', 'finance', { from: civilDate('2026-02-01') }),
      ['right-in-the-past /from'],
    ],
  ])('never %s', (_what, asked, reasons) => expect(reasonsToRefuse(asked)).toEqual(reasons));

  it('never twice, but in a wider perimeter', () => {
    const held = [ADMIN, right('nouvelle', 'council', { pays: ['02'] })];
    expect(reasonsToRefuse(right('nouvelle', 'council', { pays: ['02'] }), held)).toEqual(['right-held']);
    expect(reasonsToRefuse(right('nouvelle', 'council', { pays: ['02', '21'] }), held)).toEqual([]);
  });
});

describe('a right is ended', () => {
  const other = right('une-autre', 'admin');

  it('by another person who administers', () => {
    expect(reasonsToKeep(right('nouvelle', 'instructor'), [ADMIN])).toEqual([]);
    expect(reasonsToKeep(other, [ADMIN, other])).toEqual([]);
  });

  it('never by whose it is, nor when nobody else would administer today', () => {
    const later = right('une-autre', 'admin', { from: civilDate('2026-03-01') });
    expect(reasonsToKeep(ADMIN, [ADMIN, other])).toEqual(['own-right']);
    expect(reasonsToKeep(ADMIN, [ADMIN, later], 'jalon')).toEqual(['last-admin']);
  });
});

describe('the register of bodies', () => {
  const named = (name: string, from: string): OfficialName => ({
    ...{ siret: SIRET, name, rna: null, from: civilDate(from) },
  });
  const reasons = (asked: OfficialName, known: readonly OfficialName[]) =>
    refusedName(asked, known, TODAY).map(({ code }) => code);

  it('takes a first name, another one, and one of before that it did not know', () => {
    expect(reasons(named('Association', '2026-02-02'), [])).toEqual([]);
    expect(reasons(named('Coopérative', '2026-02-02'), [named('Association', '2024-01-01')])).toEqual([]);
    expect(reasons(named('Collectif', '2020-01-01'), [named('Association', '2024-01-01')])).toEqual([]);
  });

  it('takes back a name that was borne before another', () => {
    const known = [named('Association', '2024-01-01'), named('Coopérative', '2025-01-01')];
    expect(reasons(named('Association', '2026-02-02'), known)).toEqual([]);
  });

  it('refuses the name that is borne, and a day to come', () => {
    const known = [named('Association', '2024-01-01')];
    expect(reasons(named('Association', '2026-02-02'), known)).toEqual(['name-known']);
    expect(reasons(named('Coopérative', '2026-02-03'), known)).toEqual(['name-to-come']);
  });

  it('gives the name of the latest day, whatever the order in which they were said', () => {
    const lines = ['2025-01-01', '2020-01-01'].map((from): Setting => ({
      type: 'body-renamed',
      data: named(`Nom de ${from}`, from),
    }));
    expect(settingsOf(lines).names.get(SIRET)?.name).toBe('Nom de 2025-01-01');
  });
});
