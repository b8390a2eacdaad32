import { describe, expect, it } from '@jest/globals';
import { legalityAlert } from '../../../src/domain/award/legality.js';
import { type DossierBuilder, inForce, voted } from '../../builders/dossier.js';

const LETTER = 'record-legality-letter';
const letter = (nature: string) => ({ nature, reference: 'PREF-1' });
const transmitted = () => voted().on('2026-04-29').does('transmit-deliberation', { receipt: 'R' });
const award = ({ state, award: { award: id = '' } }: DossierBuilder) => {
  const found = state.awards[id];
  if (!found) throw new Error('Aucune attribution');
  return found;
};
const alert = (dossier: DossierBuilder) => legalityAlert(award(dossier), dossier.rules, dossier.today)?.code;
const reviewed = async (dossier: DossierBuilder) => (await dossier.awaits()).includes('legality-review');

describe('the review of a decision by the State’s representative', () => {
  it('lasts two months from the transmission, the last day included, and nothing waits for it', async () => {
    const dossier = transmitted();
    expect(await reviewed(voted())).toBe(false);
    expect(await reviewed(dossier)).toBe(true);
    expect(alert(dossier.on('2026-06-29'))).toBe('legality-term-running');
    expect(alert(dossier.on('2026-06-30'))).toBeUndefined();
    expect(dossier.refusals('notify-grant')).toEqual([]);
  });

  it('ends by itself: the calendar notes it, once', async () => {
    const dossier = transmitted().on('2026-06-30');
    await dossier.settlesSilences();
    expect(award(dossier).legality.termEndedOn).toBe('2026-06-30');
    expect(await reviewed(dossier)).toBe(false);
    await dossier.on('2026-07-30').settlesSilences();
    expect(dossier.events.filter(({ type }) => type === 'legality-term-ended')).toHaveLength(1);
  });

  it.each([
    ['a demand for pieces', 'pieces-demand', 'legality-letter', true],
    ['observations', 'observations', 'legality-letter', true],
    ['a referral to the court', 'referral', 'legality-referral', false],
    ['its closing', 'closing', undefined, false],
  ])('by %s puts the alert that it deserves', async (_what, nature, code, goesOn) => {
    const dossier = transmitted().does(LETTER, letter(nature));
    expect(alert(dossier)).toBe(code);
    expect(await reviewed(dossier)).toBe(goesOn);
    expect(award(dossier).legality.letters).toEqual([{ nature, reference: 'PREF-1', on: '2026-04-29' }]);
  });

  it('that wrote keeps its alert after the term, until it is closed', () => {
    const dossier = transmitted().does(LETTER, letter('observations')).on('2026-12-01');
    expect(alert(dossier)).toBe('legality-letter');
    expect(alert(dossier.does(LETTER, letter('closing')))).toBeUndefined();
  });

  it('holds neither the notification, nor a payment', () => {
    const dossier = inForce().does(LETTER, letter('referral'));
    expect(dossier.refusals('claim-instalment', { iban: 'FR7630006000011234567890189', accountHolder: 'A' })).toEqual(
      [],
    );
  });

  it('has nothing to say of what it was not sent, or before it was', () => {
    expect(voted().refusals(LETTER, letter('observations'))).toEqual(['not-transmitted']);
    expect(transmitted().refusals(LETTER, letter('closing'), { date: '2026-04-28' })).toEqual(['date-order']);
  });

  it('is counted anew when the transmission was entered on a wrong day, even once the term has ended', async () => {
    const dossier = voted().on('2026-04-29').does('transmit-deliberation', { receipt: 'R' }, { date: '2026-04-20' });
    const sent = dossier.events.at(-1)?.id;
    await dossier.on('2026-06-22').settlesSilences();
    expect(await reviewed(dossier)).toBe(false);
    dossier.does('retract-fact', { event: sent, reason: 'Jour erroné.' });
    dossier.does('transmit-deliberation', { receipt: 'R' }, { date: '2026-05-15' });
    expect(await reviewed(dossier)).toBe(true);
  });
});
