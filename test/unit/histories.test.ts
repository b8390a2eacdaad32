import { describe, expect, it } from '@jest/globals';
import { DATE_PRECISIONS, isCivilDate } from '../../src/domain/kernel/civil-date.js';
import { loadHistories } from '../../src/simulation/histories.js';

describe('the real histories that the project ships', () => {
  const histories = loadHistories();

  it('are those of Fougères and Ploërmel', () => {
    expect(histories.map(({ name }) => name)).toEqual(['Pôle du pays de Fougères', 'Pôle du pays de Ploërmel']);
  });

  it.each(histories)(
    '$name: dates are real, known as a precision says, in order, before the version of 2018',
    ({ steps }) => {
      const dates = steps.map(({ date }) => date);
      expect(dates.filter(date => !isCivilDate(date))).toEqual([]);
      expect(dates).toEqual([...dates].sort());
      expect(dates.filter(date => date >= '2018-01-01')).toEqual([]);
      for (const { datePrecision = 'day' } of steps) expect(DATE_PRECISIONS).toContain(datePrecision);
    },
  );

  it.each(histories)('$name: every SIRET is a fictitious one', ({ steps }) => {
    const sirets = JSON.stringify(steps).match(/(?<="(?:siret|groupSiret)":")[^"]+/g) ?? [];
    expect(sirets.length).toBeGreaterThan(0);
    expect(sirets.filter(siret => !/^9999\d{10}$/.test(siret))).toEqual([]);
  });
});
