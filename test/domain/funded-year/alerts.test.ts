import { describe, expect, it } from '@jest/globals';
import { alertsOfYear } from '../../../src/domain/funded-year/alerts.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { ACCOUNT, CARRIER, COFUNDER, type DossierBuilder, grantedTo, someone } from '../../builders/dossier.js';
import type { YearGrant } from '../../../src/domain/award/threshold.js';
import { convention, firstYearOver, REPORTS, running } from '../../builders/whole-life-dossiers.js';

const asks = (dossier: DossierBuilder, amount: number) =>
  dossier.does('seek-cofunding', { cofunder: COFUNDER, amount: cents(amount) });
const decides = (dossier: DossierBuilder, payload: object) =>
  dossier.does('record-cofunding-decision', payload, { by: someone('instructor') });
const codes = (dossier: DossierBuilder, year = 1, grantedElsewhere: readonly YearGrant[] = []) =>
  alertsOfYear(dossier.state, convention(dossier), year, { law: dossier.rules.law, grantedElsewhere }).map(
    ({ code }) => code,
  );

/** The account of the first year filed: 48 000 € of expenses. */
function accounted(dossier: DossierBuilder): DossierBuilder {
  const { act, payload } = REPORTS['financial-report'];
  return dossier.does(act, payload, { on: { award: convention(dossier).id, year: 1, report: 'financial-report' } });
}

describe('public money', () => {
  it('above what the action cost, by its account, is told with the law, and holds nothing', () => {
    const dossier = accounted(asks(firstYearOver(), 3 * 1_300_000));
    expect(codes(dossier)).toEqual([]);
    const above = accounted(asks(firstYearOver(), 3 * 1_300_001));
    const [alert] = alertsOfYear(above.state, convention(above), 1, { law: above.rules.law, grantedElsewhere: [] });
    expect(alert).toMatchObject({ code: 'public-money-above-expenses', source: expect.stringMatching(/2000-321/) });
    expect(alert?.message.replace(/\u202f/g, ' ')).toBe(
      'Les ressources publiques de l’exercice (48 000,01 €) dépassent les charges de l’action (48 000,00 €).',
    );
    const on = { award: convention(above).id, year: 2, number: 1 };
    expect(above.refusals('claim-instalment', ACCOUNT, { on })).toEqual([]);
  });

  it('above 153 000 € a year, all funders together, calls for certified accounts from the plan on', () => {
    expect(codes(asks(running(), 3 * 11_800_000))).toEqual([]);
    expect(codes(asks(running(), 3 * 11_800_001))).toEqual(['certified-accounts']);
  });

  it('counts what a co-funder voted rather than what it was asked for, and nothing of what it refused', () => {
    const voted = decides(asks(running(), 90_000_000), { outcome: 'voted', amount: cents(3 * 11_800_000) });
    expect(codes(voted)).toEqual([]);
    expect(codes(decides(asks(running(), 90_000_000), { outcome: 'refused' }))).toEqual([]);
  });

  it('counts what the Région grants the same body elsewhere for the same civil year', () => {
    const elsewhere = [grantedTo(CARRIER, '2027-09-01', 11_800_001), grantedTo(CARRIER, '2028-01-01', 9_000_000)];
    expect(codes(running(), 1, elsewhere)).toEqual(['certified-accounts']);
    expect(codes(running(), 1, elsewhere.slice(1))).toEqual([]);
  });
});
