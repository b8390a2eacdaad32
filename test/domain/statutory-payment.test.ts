import { describe, expect, it } from '@jest/globals';
import { obligationLabel } from '../../src/domain/dossier/naming.js';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { fold } from '../../src/domain/dossier/state.js';
import { stepAwaited } from '../../src/domain/funded-year/step-awaited.js';
import { keyOf, openObligations } from '../../src/domain/obligations/slice.js';
import type { PaymentClause } from '../../src/domain/reglement/reglement.js';
import { adjustments } from '../../src/domain/reminders/openings.js';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { yearTurned } from '../../src/domain/funded-year/opening.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import {
  ACCOUNT,
  because,
  CARRIER,
  DossierBuilder,
  FIRST_ADVANCE,
  inForce,
  ordered,
  studyGranted,
} from '../builders/dossier.js';
import { convention, pays, running, yearTurns } from '../builders/whole-life-dossiers.js';
import { secondYearGranted } from '../builders/yearly-votes.js';

/** The instalments that the law wants paid, and by which day. */
async function inTime(dossier: DossierBuilder): Promise<readonly (readonly [string, string | null | undefined])[]> {
  const keys = (await rehearse(factsOf(dossier.events))).filter(key => key.startsWith('statutory-payment/'));
  return keys.map(key => [key.split('/').slice(2).join('/'), dueOf(key, dossier.state, dossier.rules)?.on]);
}

/** The same dossier, under conventions that make the payment depend on its claim. */
function paidOnClaim(dossier: DossierBuilder, clause: PaymentClause = { mode: 'on-claim' }): DossierBuilder {
  const { rules } = dossier;
  const reglement = { ...rules.reglement, paymentClause: clause };
  Object.defineProperty(dossier, 'rules', { get: () => ({ ...rules, reglement }), configurable: true });
  dossier.events = dossier.events.map(event =>
    event.type === 'funded-year-opened' ? { ...event, data: { ...event.data, paymentWaitsFor: 'claim' } } : event,
  );
  return dossier;
}

/** The state of a dossier whose years were opened without that clause. */
function inForceAgain(dossier: DossierBuilder) {
  return fold(
    dossier.id,
    dossier.events.map(event => {
      if (event.type !== 'funded-year-opened') return event;
      const { paymentWaitsFor: _clause, ...data } = event.data;
      return { ...event, data };
    }),
  );
}

/** What is owed on a dossier once what it awaits is opened. */
function opened(dossier: DossierBuilder, awaited: readonly string[]) {
  const copy = new DossierBuilder(dossier.today);
  copy.events = [...dossier.events];
  let rank = 0;
  copy.records(
    adjustments(dossier.state, dossier.rules, awaited, () => `o-${++rank}`),
    'obligations',
    { by: ENGINE },
  );
  const { state } = copy;
  return {
    state,
    owed: (key: string) => {
      const found = openObligations(state).find(obligation => keyOf(obligation) === key);
      if (!found) throw new Error(`Rien d’ouvert : ${key}`);
      return found;
    },
  };
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

  it('wait for the claim where the convention makes the payment depend on it, and say who holds it', async () => {
    const dossier = paidOnClaim(inForce());
    const key = `statutory-payment/${convention(dossier).id}/1/1`;
    expect(await inTime(dossier)).toEqual([['1/1', null]]);
    expect(dueOf(key, dossier.state, dossier.rules)?.source).toMatch(/^Convention .*60 jours de la demande.*2000-321/);
    const waits = opened(dossier, await rehearse(factsOf(dossier.events)));
    const step = stepAwaited(waits.owed(key), waits.state);
    expect([step?.kind, step?.debtor]).toEqual(['instalment-claim', { role: 'carrier', body: CARRIER }]);
  });

  it('run then from the claim, whatever the day of the notification', () => {
    const dossier = paidOnClaim(inForce()).on('2026-05-12').does('claim-instalment', ACCOUNT);
    const due = () => dueOf(`statutory-payment/${convention(dossier).id}/1/1`, dossier.state, dossier.rules);
    expect(due()).toMatchObject({ on: '2026-07-11', since: '2026-05-12', law: 'term' });
    paidOnClaim(dossier, { mode: 'on-claim', days: 30 });
    expect(due()).toMatchObject({ on: '2026-06-11', source: expect.stringMatching(/30 jours de la demande/) });
  });

  it('are named by what they wait for', () => {
    const dossier = paidOnClaim(inForce());
    const owed = { kind: 'statutory-payment', instance: `${convention(dossier).id}/1/1` };
    expect(obligationLabel(owed, dossier.state)).toMatch(/dans le délai qui suit sa demande$/);
    expect(obligationLabel(owed, inForceAgain(dossier))).toMatch(/dans le délai qui suit la notification$/);
  });

  it('show at each step what the payment waits for, and who holds it', async () => {
    const dossier = inForce();
    const key = `statutory-payment/${convention(dossier).id}/1/1`;
    const held = async () => {
      const { state, owed } = opened(dossier, await rehearse(factsOf(dossier.events)));
      return stepAwaited(owed(key), state)?.debtor.role;
    };
    const steps = [await held()];
    for (const [act, payload] of [
      ['claim-instalment', ACCOUNT],
      ['prepare-liquidation', { amount: FIRST_ADVANCE }],
      ['validate-liquidation', {}],
      ['record-payment-order', { order: 'M-1' }],
    ] as const) {
      dossier.does(act, payload);
      steps.push(await held());
    }
    expect(steps).toEqual(['carrier', 'instructor', 'manager', 'finance', 'finance']);
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
