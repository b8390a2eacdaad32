import { describe, expect, it } from '@jest/globals';
import { campaignOfPoles } from '../../../src/desk/lists/campaign-lines.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { CampaignLineAnswer } from '../../../src/funded-year/answers.js';

const payment = (number: number) =>
  ({ award: 'a', year: 1, number, status: 'planned', label: 'Prévu', amount: '24500.00' }) as const;
const line = (payments: CampaignLineAnswer['payments'], on = '2027-06-01'): CampaignLineAnswer => ({
  ...{ pole: 'p', name: 'Pôle', opens: [{ award: 'a', year: 1, on }], reports: [], payments },
  mandatingStops: '2027-11-30',
});
const at = '2027-03-01T08:00:00Z';
const sheet = (lines: readonly CampaignLineAnswer[]) => ({ year: 2027, lines });

describe('The sheet of a year', () => {
  it('ticks what it held on 4 January and holds no more, and does not count it in what is to pay', () => {
    const made = { at: '2027-01-04T06:00:00Z', sheet: sheet([line([payment(1), payment(2)])]) };
    const [pole] = campaignOfPoles({ ...sheet([line([payment(2)])]), at, made }, civilDate('2027-03-01'));
    expect(pole?.payments.map(({ key, over }) => [key, over])).toEqual([
      ['a/1/2', false],
      ['a/1/1', true],
    ]);
    expect(pole?.toPay).toBe(2_450_000);
  });

  it('ticks an exercise from the day on which it opens', () => {
    const over = (today: string) =>
      campaignOfPoles({ ...sheet([line([])]), at, made: null }, civilDate(today))[0]?.opens.map(thing => thing.over);
    expect([over('2027-05-31'), over('2027-06-01')]).toEqual([[false], [true]]);
  });

  it('keeps a pôle of which nothing is left, all ticked', () => {
    const made = { at, sheet: sheet([line([payment(1)])]) };
    const [pole] = campaignOfPoles({ ...sheet([]), at, made }, civilDate('2027-03-01'));
    expect([pole?.name, pole?.payments.every(({ over }) => over), pole?.toPay]).toEqual(['Pôle', true, 0]);
  });
});
