import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../../src/domain/dossier/owing.js';
import { legalityAlert } from '../../../src/domain/award/legality.js';
import {
  ACCOUNT,
  claimed,
  FIRST_ADVANCE,
  inForce,
  signature,
  voted,
  type DossierBuilder,
} from '../../builders/dossier.js';

const LETTER = 'record-legality-letter';
const ANSWER = 'answer-legality-letter';
const letter = (nature: string) => ({ nature, reference: 'PREF-1' });
const transmitted = () => voted().on('2026-04-29').does('transmit-deliberation', { receipt: 'R' });
const award = ({ state, award: { award: id = '' } }: DossierBuilder) => {
  const found = state.awards[id];
  if (!found) throw new Error('Aucune attribution');
  return found;
};
const alert = (dossier: DossierBuilder) => legalityAlert(award(dossier), dossier.rules, dossier.today)?.code;
const reviewed = async (dossier: DossierBuilder) => (await dossier.awaits()).includes('legality-review');
const lastDay = ({ state, rules, award: { award: id } }: DossierBuilder) =>
  dueOf(`legality-review/${id}/2026-04-29`, state, rules)?.on;

describe('the review of a decision by the State’s representative', () => {
  it('lasts two frank months from the transmission, the last day included, and nothing waits for it', async () => {
    const dossier = transmitted();
    expect(await reviewed(voted())).toBe(false);
    expect(await reviewed(dossier)).toBe(true);
    expect(alert(dossier.on('2026-06-30'))).toBe('legality-term-running');
    expect(alert(dossier.on('2026-07-01'))).toBeUndefined();
    expect(dossier.refusals('notify-grant')).toEqual([]);
  });

  it('ends by itself: the calendar notes it, once', async () => {
    const dossier = transmitted().on('2026-07-01');
    await dossier.settlesSilences();
    expect(award(dossier).legality.termEndedOn).toBe('2026-07-01');
    expect(await reviewed(dossier)).toBe(false);
    await dossier.on('2026-08-30').settlesSilences();
    expect(dossier.events.filter(({ type }) => type === 'legality-term-ended')).toHaveLength(1);
  });

  it.each([
    ['a request for explanations', 'information', 'legality-letter', true],
    ['a demand to complete the transmission', 'completion', 'legality-letter', true],
    ['a gracious appeal', 'gracious-appeal', 'legality-letter', true],
    ['a referral to the court', 'referral', 'legality-referral', false],
    ['its closing', 'closing', undefined, false],
  ])('by %s puts the alert that it deserves', async (_what, nature, code, goesOn) => {
    const dossier = transmitted().does(LETTER, letter(nature));
    expect(alert(dossier)).toBe(code);
    expect(await reviewed(dossier)).toBe(goesOn);
    expect(award(dossier).legality.letters).toEqual([{ nature, reference: 'PREF-1', on: '2026-04-29', answer: null }]);
  });

  it('asked to be completed on the last day, starts again from the pieces', async () => {
    const dossier = transmitted().on('2026-06-30').does(LETTER, letter('completion'));
    await dossier.on('2026-07-10').settlesSilences();
    expect(award(dossier).legality.termEndedOn).toBeNull();
    dossier.does(ANSWER, { letter: 1, answer: 'pieces-received' });
    expect(lastDay(dossier)).toBe('2026-09-11');
    expect(alert(dossier)).toBe('legality-term-running');
    await dossier.on('2026-09-12').settlesSilences();
    expect(award(dossier).legality.termEndedOn).toBe('2026-09-12');
  });

  it('does not start again for explanations, nor twice for the same cause', () => {
    const dossier = transmitted().on('2026-05-20').does(LETTER, letter('information'));
    dossier.does(ANSWER, { letter: 1, answer: 'answered' });
    expect(lastDay(dossier)).toBe('2026-06-30');
    dossier.does(LETTER, letter('gracious-appeal')).on('2026-05-29').does(ANSWER, { letter: 2, answer: 'refused' });
    expect(lastDay(dossier)).toBe('2026-07-30');
    dossier.on('2026-07-01').does(LETTER, letter('gracious-appeal'));
    expect(lastDay(dossier)).toBe('2026-07-30');
  });

  it('that wrote keeps its alert after the term, until it is answered or closed', () => {
    const dossier = transmitted().does(LETTER, letter('information')).on('2026-12-01');
    expect(alert(dossier)).toBe('legality-letter');
    expect(alert(dossier.does(ANSWER, { letter: 1, answer: 'answered' }))).toBeUndefined();
    expect(alert(transmitted().does(LETTER, letter('information')).does(LETTER, letter('closing')))).toBeUndefined();
  });

  it.each([
    ['of a letter that was not received', 'information', { letter: 2, answer: 'answered' }, 'no-such-letter'],
    ['of a referral', 'referral', { letter: 1, answer: 'answered' }, 'no-such-letter'],
    ['by pieces, where none was asked for', 'information', { letter: 1, answer: 'pieces-received' }, 'no-piece-asked'],
  ])('takes no answer %s', (_what, nature, answer, code) => {
    expect(transmitted().does(LETTER, letter(nature)).refusals(ANSWER, answer)).toEqual([code]);
  });

  it('takes one answer to a letter, not before it', () => {
    const dossier = transmitted().on('2026-05-20').does(LETTER, letter('completion'));
    const answer = { letter: 1, answer: 'pieces-received' };
    expect(dossier.refusals(ANSWER, answer, { date: '2026-05-19' })).toEqual(['date-order']);
    expect(dossier.does(ANSWER, answer).refusals(ANSWER, answer)).toEqual(['already-done']);
  });

  it('holds neither the notification, nor a payment', () => {
    const dossier = inForce().does(LETTER, letter('referral'));
    expect(dossier.refusals('claim-instalment', ACCOUNT)).toEqual([]);
  });

  it('has nothing to say of what it was not sent, or before it was', () => {
    expect(voted().refusals(LETTER, letter('information'))).toEqual(['not-transmitted']);
    expect(transmitted().refusals(LETTER, letter('closing'), { date: '2026-04-28' })).toEqual(['date-order']);
  });

  it('is counted anew when the transmission was entered on a wrong day, even once the term has ended', async () => {
    const dossier = voted().on('2026-04-29').does('transmit-deliberation', { receipt: 'R' }, { date: '2026-04-20' });
    const sent = dossier.events.at(-1)?.id;
    await dossier.on('2026-06-23').settlesSilences();
    expect(await reviewed(dossier)).toBe(false);
    dossier.does('retract-fact', { event: sent, reason: 'Jour erroné.' });
    dossier.does('transmit-deliberation', { receipt: 'R' }, { date: '2026-05-15' });
    expect(await reviewed(dossier)).toBe(true);
  });
});

describe('the judge', () => {
  const ruled = (decision: string) => ({ decision, reference: 'TA-2600001' });
  const RULING = 'record-court-decision';
  const executory = () => transmitted().does('notify-grant');
  const suspended = () => executory().does(RULING, ruled('suspended'));
  const region = (dossier: DossierBuilder) => dossier.refusals('sign-convention', signature(dossier, 'region'));

  it('who suspends the decision holds the signatures until it is lifted', () => {
    expect(region(suspended())).toEqual(['suspended-by-judge']);
    expect(suspended().refusals('sign-convention', signature(suspended(), 'carrier'))).toEqual(['suspended-by-judge']);
    expect(region(suspended().on('2026-05-20').does(RULING, ruled('suspension-lifted')))).toEqual([]);
  });

  it('who suspends the decision holds every step of a payment, its order too', () => {
    expect(inForce().does(RULING, ruled('suspended')).refusals('claim-instalment', ACCOUNT)).toEqual([
      'suspended-by-judge',
    ]);
    const liquidated = claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE }).does('validate-liquidation');
    liquidated.does(RULING, ruled('suspended'));
    expect(liquidated.reasons('record-payment-order', { order: 'M-1' })).toMatchObject([
      { code: 'suspended-by-judge', liftedBy: 'record-court-decision', absolute: true },
    ]);
    const [day, next] = ['2026-02-02', '2026-02-03'];
    expect(
      liquidated.on(next).does(RULING, ruled('dismissed')).refusals('record-payment-order', { order: 'M-1' }),
    ).toEqual([]);
    expect(liquidated.refusals('record-payment-order', { order: 'M-1' }, { date: day })).toEqual([
      'suspended-by-judge',
    ]);
  });

  it.each(['suspension-refused', 'suspension-lifted', 'dismissed', 'non-lieu', 'withdrawn'])(
    'lifts what was suspended: %s',
    decision => {
      expect(region(suspended().on('2026-05-20').does(RULING, ruled(decision)))).toEqual([]);
    },
  );

  it('who annuls the decision holds it for good', () => {
    const annulled = suspended().on('2026-06-01').does(RULING, ruled('annulled'));
    expect(region(annulled)).toEqual(['annulled-by-judge']);
    expect(annulled.refusals(RULING, ruled('dismissed'))).toEqual(['already-annulled']);
  });

  it('lifts no suspension that was not ordered, and rules after the vote', () => {
    expect(executory().refusals(RULING, ruled('suspension-lifted'))).toEqual(['not-suspended-by-judge']);
    expect(executory().refusals(RULING, ruled('suspended'), { date: '2026-02-01' })).toEqual(['date-order']);
  });

  it('who dismisses the referral ends its alert', () => {
    const referred = inForce().does(LETTER, letter('referral'));
    expect(alert(referred)).toBe('legality-referral');
    expect(alert(referred.on('2026-09-01').does(RULING, ruled('dismissed')))).toBeUndefined();
  });
});
