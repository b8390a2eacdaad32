import { describe, expect, it } from '@jest/globals';
import { EVER, heldFrom } from '../../src/domain/dossier/held-from.js';
import { heldBecause } from '../../src/domain/dossier/holds.js';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { because, claimed, inForce, voted, type DossierBuilder } from '../builders/dossier.js';
import { firstYearOver, reports, running } from '../builders/whole-life-dossiers.js';

const lineOf = ({ state }: DossierBuilder, year: number, number: number) => {
  const found = Object.values(state.instalments).find(line => line.year === year && line.number === number);
  if (!found) throw new Error('Aucun versement');
  return found;
};
const from = (dossier: DossierBuilder, year = 1, number = 1) => heldFrom(lineOf(dossier, year, number), dossier);

describe('from which day a payment is held', () => {
  it.each<[why: string, build: () => DossierBuilder]>([
    ['its turn has come and nothing is in its way', running],
    ['the convention is to be signed still: nothing was to be paid yet', () => voted()],
    ['nothing that it waits for is late', () => reports(firstYearOver(), 1)],
  ])('never: %s', (_, build) => {
    expect(from(build())).toBeNull();
  });

  it.each<[why: string, build: () => DossierBuilder]>([
    ['the convention is suspended', () => running().does('suspend-dossier', because)],
    ['it is suspended once the claim was made', () => claimed().does('suspend-dossier', because)],
  ])('at once: %s', (_, build) => {
    expect(from(build())).toBe(EVER);
  });

  it('not for a year that is not open', () => {
    expect(from(inForce(), 2)).toBeNull();
  });

  it('on the day after the grace of an account that is awaited, whatever the day on which it is asked', () => {
    const dossier = firstYearOver();
    const day = from(dossier, 2) ?? EVER;
    expect(day > civilDate('2028-01-01')).toBe(true);
    const codes = (today: string) =>
      heldBecause(lineOf(dossier, 2, 1), { state: dossier.state, rules: dossier.rules, today: civilDate(today) });
    expect(codes(addDays(day, -1))).toEqual([]);
    expect(codes(day)).toMatchObject([{ code: 'report-overdue' }]);
    expect(from(dossier.on('2030-06-01'), 2)).toBe(day);
  });
});
