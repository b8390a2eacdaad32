import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { daysBetween, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import type { ReportLineAnswer, ReportListAnswer } from '../../src/funded-year/report-answers.js';
import { filedAndReturned, SEEN_ON, threePoles, type ThreePoles } from '../builders/three-poles.js';

let poles: ThreePoles;
let discussed: string;

beforeAll(async () => {
  poles = await threePoles();
  discussed = await filedAndReturned(poles);
});
afterAll(() => poles.open.close());

const list = (query: string, account = 'instructrice') => poles.json<ReportListAnswer>(account, `reports?${query}`);
const lineOf = async (pole: string, year = 2027): Promise<ReportLineAnswer | undefined> =>
  (await list(`year=${year}`)).items.find(line => line.pole.id === pole);

describe('the reports of the exercises that end in a year', () => {
  it('are told by their exercise, each awaited one with its term and its lateness, and what they free', async () => {
    const line = await lineOf(poles.running);
    expect(line).toMatchObject({
      pays: 'Pays de Brest',
      ...{ year: 1, exercise: { from: '2027-01-01', to: '2027-12-31' } },
      frees: { amount: '10500.00', step: 'later', stepLabel: 'À venir', held: true },
    });
    expect(line?.reports.map(({ kind }) => kind)).toEqual([
      ...['activity-report', 'indicators', 'financial-report', 'approved-accounts'],
    ]);
    for (const { status, statusLabel, filing, acceptance, advice } of line?.reports ?? []) {
      expect({ status, statusLabel, acceptance, advice }).toEqual({
        ...{ status: 'awaited', statusLabel: 'Attendu', acceptance: null, advice: null },
      });
      expect(filing?.daysLate).toBe(Math.max(0, daysBetween(filing?.due as CivilDate, SEEN_ON)));
    }
  });

  it('say what is to be examined, what is to be corrected, and until when the CRESS may advise', async () => {
    const line = await lineOf(discussed);
    const cell = (kind: string) => line?.reports.find(report => report.kind === kind);
    expect(cell('indicators')).toMatchObject({
      ...{ status: 'filed', filedOn: SEEN_ON, filing: null },
      acceptance: { due: expect.stringMatching(/^2028-/), daysLate: 0 },
      advice: { state: 'possible', on: expect.stringMatching(/^2028-/) },
    });
    expect(cell('activity-report')).toMatchObject({
      ...{ status: 'to-correct', returnedOn: SEEN_ON, acceptance: null },
      filing: { due: expect.stringMatching(/^2028-/) },
      advice: { state: 'favourable', on: SEEN_ON },
    });
  });

  it('are counted as they are shown', async () => {
    const { counts, items } = await list('year=2027');
    const cells = items.flatMap(({ reports }) => reports);
    expect(counts).toEqual({
      awaited: cells.filter(({ filing }) => filing !== null).length,
      toExamine: 1,
      toCorrect: 1,
      late: cells.filter(({ filing }) => (filing?.daysLate ?? 0) > 0).length,
      adviceOpen: 1,
    });
    expect(counts.late).toBeGreaterThan(0);
  });

  it('are those of the year of the day when none is said, and of no other', async () => {
    const { year, items } = await list('');
    expect(year).toBe(2028);
    expect(new Set(items.map(({ exercise }) => exercise.to.slice(0, 4)))).toEqual(new Set(['2028']));
    expect((await list('year=2040')).items).toEqual([]);
  });

  it('are found by words and by who is in charge, and are not for who does not read the dossier whole', async () => {
    expect((await list('year=2027&q=brest')).items.length).toBeGreaterThan(1);
    expect((await list('year=2027&q=inconnu')).items).toEqual([]);
    expect((await list('year=2027&referent=me')).items.map(({ pole }) => pole.id)).toEqual([poles.running]);
    for (const account of ['cofinanceur-22', 'porteur-autre'])
      expect((await list('year=2027', account)).items).toEqual([]);
  });

  it('have a line each for spreadsheets', async () => {
    const table = await (await poles.read('instructrice', 'reports.csv?year=2027')).text();
    const { items } = await list('year=2027');
    expect(table.trimEnd().split('\r\n')).toHaveLength(1 + items.flatMap(({ reports }) => reports).length);
  });
});
