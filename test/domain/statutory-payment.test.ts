import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { yearTurned } from '../../src/domain/funded-year/opening.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { because, type DossierBuilder, FIRST_ADVANCE, inForce, ordered, studyGranted } from '../builders/dossier.js';
import { convention, pays, running, yearTurns } from '../builders/whole-life-dossiers.js';
import { secondYearGranted } from '../builders/yearly-votes.js';

/** The instalments that the law wants paid, and by which day. */
async function inTime(dossier: DossierBuilder): Promise<readonly (readonly [string, string | null | undefined])[]> {
  const keys = (await rehearse(factsOf(dossier.events))).filter(key => key.startsWith('statutory-payment/'));
  return keys.map(key => [key.split('/').slice(2).join('/'), dueOf(key, dossier.state, dossier.rules)?.on]);
}

describe('the sixty days of the law from the notification of the grant', () => {
  it('run before anyone orders anything: the finance service owes the first instalment', async () => {
    const dossier = inForce();
    expect(await inTime(dossier)).toEqual([['1/1', '2026-04-03']]);
    const key = `statutory-payment/${convention(dossier).id}/1/1`;
    expect(dueOf(key, dossier.state, dossier.rules)).toMatchObject({
      law: 'term',
      source: expect.stringMatching(/2000-321/),
    });
  });

  it('do not vanish with an order that is rejected, and end with the payment', async () => {
    const dossier = ordered().does('record-payment-rejection', { reason: 'other' });
    expect(await inTime(dossier)).toEqual([['1/1', '2026-04-03']]);
    dossier.does('prepare-liquidation', { amount: FIRST_ADVANCE }).does('validate-liquidation');
    dossier.does('record-payment-order', { order: 'M-2' }).does('record-payment', { amount: FIRST_ADVANCE });
    expect(await inTime(dossier)).toEqual([]);
  });

  it('are those of the grant alone: the comptable’s return is counted from its order', () => {
    const dossier = ordered('2026-02-02');
    const payment = dueOf(`payment/${convention(dossier).id}/1/1/1`, dossier.state, dossier.rules);
    expect(payment).toMatchObject({ on: '2026-03-04', since: '2026-02-02' });
  });

  it('run for the study as well, and for no later year of a grant voted once', async () => {
    expect(await inTime(studyGranted())).toEqual([['1/1', '2026-04-03']]);
    expect(await inTime(yearTurns(pays(running(), 1, 1), 1))).toEqual([]);
  });

  it('run again for a year that is voted apart, from its own notification', async () => {
    const dossier = pays(running(), 1, 1);
    const { rules } = dossier;
    const yearly = { ...rules, reglement: { ...rules.reglement, voteMode: 'yearly' as const } };
    const turned = yearTurned(convention(dossier), 1, yearly);
    expect(turned).toMatchObject({ data: { year: 2, ownGrant: true, owedInTime: [1] } });
    const voted = secondYearGranted();
    voted.events = voted.events.map(event =>
      event.type === 'funded-year-opened' && event.data.year === 2
        ? { ...event, data: { ...event.data, owedInTime: [1] } }
        : event,
    );
    expect((await inTime(voted)).map(([line]) => line)).toEqual(['2/1']);
  });

  it('did not run before the law of 2021', async () => {
    expect(await inTime(secondYearGranted())).toEqual([]);
  });

  it('do not run where the convention fixes the days of payment', () => {
    const dossier = running();
    const clause = { mode: 'dates-fixed-by-convention' } as const;
    const reglement = { ...dossier.rules.reglement, voteMode: 'yearly' as const, paymentClause: clause };
    const fixed = { ...dossier.rules, reglement };
    expect(yearTurned(convention(dossier), 1, fixed)).toMatchObject({ data: { owedInTime: [] } });
  });

  it('are due no more once the grant is settled, or the pôle at its end', async () => {
    expect(await inTime(running().does('abandon-pole', because))).toEqual([]);
  });

  it('are not asked of a dossier whose years were opened before it was kept', async () => {
    const dossier = inForce();
    dossier.events = dossier.events.map(event => {
      if (event.type !== 'funded-year-opened') return event;
      const { owedInTime: _lacking, ...data } = event.data;
      return { ...event, data };
    });
    expect(await inTime(dossier)).toEqual([]);
  });
});
