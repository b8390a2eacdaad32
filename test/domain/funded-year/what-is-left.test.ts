import { describe, expect, it } from '@jest/globals';
import { leftToLiquidate } from '../../../src/domain/funded-year/due.js';
import { INSTALMENT_STATUSES, type Instalment } from '../../../src/domain/funded-year/slice.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { anAccount } from '../../builders/accounts.js';
import type { DossierBuilder } from '../../builders/dossier.js';
import { convention, firstYearOver, reports, REPORTS } from '../../builders/whole-life-dossiers.js';

const ADVANCE = cents(2_450_000);
const BALANCE = cents(1_050_000);
const unspent = (amount: number) => ({
  'financial-report': anAccount({ unspent: cents(amount) }),
});
const instalment = (dossier: DossierBuilder, number: number): Instalment => {
  const found = dossier.state.instalments[`${convention(dossier).id}/1/${number}`];
  if (!found) throw new Error(`Aucun versement ${number}`);
  return found;
};
/** What is left of the balance of the first year when its advance stands somewhere. */
function leftOfBalance(dossier: DossierBuilder, advance: Partial<Instalment>): number {
  const first = { ...instalment(dossier, 1), ...advance };
  const key = `${first.award}/1/1`;
  const state = { ...dossier.state, instalments: { ...dossier.state.instalments, [key]: first } };
  return leftToLiquidate(state, instalment(dossier, 2), dossier.rules);
}

describe('what is left of a balance, when part of the year was not spent', () => {
  const dossier = reports(firstYearOver(), 1, unspent(2_000_000));
  const committed = ['prepared', 'liquidated', 'ordered', 'paid'];

  it.each(INSTALMENT_STATUSES)('counts an advance that is %s as committed or not', status => {
    const remaining = leftOfBalance(dossier, { status, liquidated: ADVANCE });
    expect(remaining).toBe(committed.includes(status) ? 0 : BALANCE);
  });

  it('is what the advance leaves of what is due, to the cent', () => {
    for (const liquidated of [cents(0), cents(1_000_001), ADVANCE])
      expect(leftOfBalance(dossier, { status: 'ordered', liquidated })).toBe(
        Math.max(0, Math.min(BALANCE, 3_500_000 - 2_000_000 + 350_000 - liquidated)),
      );
  });

  it('does not count itself', () => {
    const own = { ...instalment(dossier, 2), status: 'prepared' as const, liquidated: BALANCE };
    const key = `${own.award}/1/2`;
    const state = { ...dossier.state, instalments: { ...dossier.state.instalments, [key]: own } };
    const first = {
      ...state,
      instalments: { ...state.instalments, [`${own.award}/1/1`]: { ...instalment(dossier, 1), liquidated: cents(0) } },
    };
    expect(leftToLiquidate(first, own, dossier.rules)).toBe(BALANCE);
  });
});

describe('the last account of a year to be accepted', () => {
  /** What the story hears of the balance once the last account is accepted. */
  function payable(change: Parameters<typeof reports>[2], balance: 'planned' | 'claimed' = 'planned'): unknown {
    const dossier = firstYearOver();
    const on = { award: convention(dossier).id, year: 1 };
    const kinds = Object.entries(REPORTS);
    for (const [kind, { act, payload }] of kinds) {
      const report = kind as keyof typeof REPORTS;
      dossier.does(act, { ...payload, ...change?.[report] }, { on: { ...on, report } });
      if (report !== kinds.at(-1)?.[0]) dossier.does('accept-report', {}, { on: { ...on, report } });
    }
    if (balance === 'claimed') {
      const claimed = { claim: 1, award: on.award, year: 1, number: 2 };
      dossier.records([{ type: 'instalment-claimed', data: claimed } as never], 'claim-instalment');
    }
    const report = kinds.at(-1)?.[0] as keyof typeof REPORTS;
    const decision = dossier.attempt('accept-report', {}, { on: { ...on, report } });
    return 'events' in decision ? decision.events.at(-1)?.data : decision;
  }

  it('opens the balance when something is still due, claimed already or not', () => {
    expect(payable({})).toMatchObject({ payable: true });
    expect(payable({}, 'claimed')).toMatchObject({ payable: true });
  });

  it('opens nothing when the advance covers what is due', () => {
    expect(payable(unspent(2_000_000))).toMatchObject({ payable: false });
  });
});
