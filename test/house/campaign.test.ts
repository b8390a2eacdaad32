import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { Campaign } from '../../src/scheduled/campaign.js';
import { Walker } from '../builders/walker.js';
import { payment, toTheConvention } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

/** The steps of a payment: those up to its prepared liquidation, and the rank of the validation that an order follows. */
const [PREPARED, VALIDATED] = [2, 4];

let house: TestHouse;
let walker: Walker;
let pole: string;

/** A convention of three exercises from 2027, its first advance claimed in 2026 and not ordered. */
beforeAll(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment.slice(0, PREPARED)]);
  pole = walker.poleId;
});

afterAll(() => house.close());

const sheet = async (year: string, account = 'instructrice') => {
  const { status, body } = await house.client.read(account, `/api/campaigns/${year}`);
  return {
    status,
    body: body as unknown as Campaign & { made: { at: string; sheet: Campaign } | null; type?: string },
  };
};
const tasks = (kind: string) =>
  house.source.query<{ about: string; detail: string }[]>(
    'SELECT about, detail FROM tasks WHERE kind = $1 AND closed_at IS NULL',
    [kind],
  );

describe('the sheet of a year', () => {
  it('names the pôle, what opens, every account called though its year is not open yet, and what is to be paid', async () => {
    const { lines } = (await sheet('2028')).body;
    expect(lines).toMatchObject([
      { pole, name: 'Groupe fictif', opens: [{ year: 2, on: '2028-01-01' }], mandatingStops: '2028-11-30' },
    ]);
    const [{ reports, payments } = { reports: [], payments: [] }] = lines;
    expect(reports.filter(({ kind }) => kind === 'activity-report')).toMatchObject([
      { year: 1, label: expect.stringMatching(/^Rapport d’activité de l’exercice 1 \(/), due: '2028-06-30' },
      { year: 2, exercise: { from: '2028-01-01', to: '2028-12-31' }, due: '2029-06-30' },
    ]);
    expect(payments.map(({ year, number, label, amount }) => [year, number, label, amount])).toEqual([
      [1, 1, 'Liquidation préparée', '24500.00'],
      [1, 2, 'Prévu', '10500.00'],
      [2, 1, 'Prévu', '24500.00'],
      [2, 2, 'Prévu', '10500.00'],
    ]);
  });

  it.each(['deux-mille', '1999', '20270', '2027-01'])('is refused for « %s », which is no year', async year => {
    expect(await sheet(year)).toMatchObject({ status: 400, body: { type: 'urn:jalon:probleme:campaign-year' } });
  });

  it('is for the Région and who reads everything', async () => {
    expect((await sheet('2027', 'auditrice')).status).toBe(200);
    expect((await sheet('2027', 'porteur-demo')).status).toBe(403);
  });
});

describe('thirty days before the ordering of payments stops', () => {
  it('what was claimed and is not ordered becomes a task, until it is', async () => {
    await house.client.step(civilDate('2026-10-31'));
    expect(await tasks('mandating')).toEqual([]);
    await house.client.step(civilDate('2026-11-01'));
    expect(await tasks('mandating')).toEqual([
      {
        about: expect.stringMatching(/\/1\/1$/),
        detail: 'Groupe fictif, versement 1 de l’exercice 1 : à mandater avant le 30 novembre 2026 inclus.',
      },
    ]);
    await walker.walk(payment.slice(VALIDATED, VALIDATED + 2));
    await house.client.step(civilDate('2026-11-02'));
    expect(await tasks('mandating')).toEqual([]);
  });
});

describe('the campaign of 4 January', () => {
  it('keeps the sheet as it was, and asks the instructors for what it counts', async () => {
    expect((await sheet('2027')).body.made).toBeNull();
    await house.client.step(civilDate('2027-01-05'));
    expect(await tasks('campaign')).toEqual([
      {
        about: '2027',
        detail:
          'Campagne 2027, pôles concernés : 1 ; exercices qui s’ouvrent : 1 ; comptes rendus appelés : 4 ; versements à préparer : 2.',
      },
    ]);
    const { made, lines } = (await sheet('2027')).body;
    expect(made).toMatchObject({ at: '2027-01-04T06:00:00Z', sheet: { year: 2027 } });
    expect(made?.sheet.lines).toEqual(lines);
  });
});
