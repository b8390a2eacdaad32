import { describe, expect, it } from '@jest/globals';
import { hasConvention, yearGrantsOf } from '../../../src/domain/award/threshold.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import {
  ACCOUNT,
  because,
  belowThreshold,
  CARRIER,
  type DossierBuilder,
  GOOD_VOTE,
  GRANT,
  grantedTo,
  prepared,
  signature,
} from '../../builders/dossier.js';
import { convention, yearTurns } from '../../builders/whole-life-dossiers.js';
import { heardFor, REVOCATION } from '../../builders/withdrawn.js';
import { CONVENTION_OF_2018, yearGrant } from '../../builders/yearly-votes.js';

const current = (dossier: DossierBuilder) => dossier.state.awards[dossier.award.award];

function votedAt(dossier: DossierBuilder, amount: number): DossierBuilder {
  dossier.does('report-instruction', { favourable: true, report: 'R' });
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Texte' });
  return dossier.does('record-vote', { ...GOOD_VOTE, amount: cents(amount) });
}

const notified = (dossier: DossierBuilder) =>
  dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');

const signedBy = (dossier: DossierBuilder, ...parties: readonly string[]) => {
  for (const party of parties) dossier.does('sign-convention', signature(dossier, party));
  return dossier;
};

describe('what calls for a convention', () => {
  it('is what a body has for one year, the votes of each year apart included', () => {
    const dossier = prepared('2018-03-05').does('request-grant', { ...CONVENTION_OF_2018, amount: cents(2_000_000) });
    notified(votedAt(dossier, 2_000_000));
    expect(current(dossier)?.vote?.conventionRequired).toBe(false);
    yearTurns(dossier, 1);
    dossier.does('request-year-grant', yearGrant(2), { on: { award: convention(dossier).id } });
    expect(current(votedAt(dossier, 3_000_000))?.vote?.conventionRequired).toBe(true);
  });

  it('is covered by the convention of which a year is voted apart, once it is signed and notified', () => {
    const dossier = notified(
      votedAt(
        prepared('2018-03-05').does('request-grant', { ...CONVENTION_OF_2018, amount: cents(9_000_000) }),
        3_000_000,
      ),
    );
    signedBy(dossier, 'carrier', 'region').does('notify-convention');
    yearTurns(dossier, 1);
    dossier.does('request-year-grant', yearGrant(2), { on: { award: convention(dossier).id } });
    const year = current(votedAt(dossier, 3_000_000));
    expect(year?.vote?.conventionRequired).toBe(false);
    expect(year && hasConvention(dossier.state, year)).toBe(true);
  });

  it('is counted by the year that is funded, not by that of the vote', () => {
    const asked = () =>
      prepared('2027-12-01').does('request-grant', { ...GRANT, startsOn: '2028-01-01', amount: cents(6_000_000) });
    const vote = (startsOn: string) => {
      const dossier = asked().does('report-instruction', { favourable: true, report: 'R' });
      dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Texte' });
      const elsewhere = { grantedElsewhere: [grantedTo(CARRIER, startsOn, 2_000_000)] };
      return current(dossier.does('record-vote', { ...GOOD_VOTE, amount: cents(6_000_000) }, elsewhere))?.vote;
    };
    expect(vote('2027-03-01')?.conventionRequired).toBe(false);
    expect(vote('2028-03-01')?.conventionRequired).toBe(true);
    expect(vote('2030-09-01')?.conventionRequired).toBe(true);
  });

  it('counts a body whole, whichever of its establishments asks', () => {
    const dossier = belowThreshold();
    const sister = `${CARRIER.slice(0, 9)}99999`;
    const elsewhere = { grantedElsewhere: [grantedTo(sister, '2027-05-01', 300_001)] };
    expect(dossier.refusals('claim-instalment', ACCOUNT, elsewhere)).toEqual(['convention-required-since']);
  });

  it('counts nothing of a grant withdrawn whole, and all of one withdrawn in part', () => {
    const heard = () => heardFor(belowThreshold().on('2028-02-01'), 'withdrawal');
    expect(yearGrantsOf(heard().does('revoke-grant', REVOCATION).state)).toEqual([]);
    const inPart = heard().does('revoke-grant', { ...REVOCATION, amount: cents(100_000) });
    expect(yearGrantsOf(inPart.state)).toHaveLength(3);
  });

  it('counts the years that had begun at the end of a dossier, and no other', () => {
    const dossier = belowThreshold().on('2028-02-01').does('abandon-pole', because);
    expect(yearGrantsOf(dossier.state).map(({ startsOn }) => startsOn)).toEqual(['2027-01-01', '2028-01-01']);
  });
});

describe('a grant made without a convention, when its body is granted more for the same year since', () => {
  const more = { grantedElsewhere: [grantedTo(CARRIER, '2027-06-01', 300_001)] };
  const enough = { grantedElsewhere: [grantedTo(CARRIER, '2027-06-01', 300_000)] };

  it('is not paid any more before a convention: claimed, liquidated, validated or ordered', () => {
    const dossier = belowThreshold();
    expect(dossier.refusals('claim-instalment', ACCOUNT, enough)).toEqual([]);
    expect(dossier.reasons('claim-instalment', ACCOUNT, more)).toEqual([
      expect.objectContaining({
        ...{ code: 'convention-required-since', absolute: true, liftedBy: 'sign-convention' },
        source: expect.stringContaining('2001-495'),
      }),
    ]);
    dossier.does('claim-instalment', ACCOUNT);
    const amount = { amount: cents(1_400_000) };
    expect(dossier.refusals('prepare-liquidation', amount, more)).toEqual(['convention-required-since']);
    dossier.does('prepare-liquidation', amount);
    expect(dossier.refusals('validate-liquidation', {}, more)).toEqual(['convention-required-since']);
    dossier.does('validate-liquidation');
    expect(dossier.refusals('record-payment-order', { order: 'M-1' }, more)).toEqual(['convention-required-since']);
  });

  it('is paid again once the convention is signed by both and notified, and its first year opens once', () => {
    const dossier = signedBy(belowThreshold(), 'carrier', 'region');
    expect(dossier.reasons('claim-instalment', ACCOUNT, more)[0]).toMatchObject({ liftedBy: 'notify-convention' });
    dossier.does('notify-convention');
    expect(dossier.refusals('claim-instalment', ACCOUNT, more)).toEqual([]);
    expect(dossier.events.filter(({ type }) => type === 'funded-year-opened')).toHaveLength(1);
  });

  it('even when the pôle has come to an end, while something is still to be paid', () => {
    const dossier = belowThreshold().on('2027-09-30').does('abandon-pole', because);
    expect(dossier.refusals('sign-convention', signature(dossier, 'carrier'))).toEqual([]);
  });

  it('says the total, the year and the limit', () => {
    const decision = belowThreshold().attempt('claim-instalment', ACCOUNT, more);
    expect('refusals' in decision && decision.refusals[0]?.message.replace(/\u202f/g, ' ')).toBe(
      'Les subventions accordées à cet organisme pour 2027 (23 000,01 €) dépassent 23 000,00 € : une convention est à signer et à notifier avant tout autre versement.',
    );
  });

  it('by an amendment that is voted, as well as by another grant', () => {
    const dossier = belowThreshold();
    const { id } = convention(dossier);
    dossier.does('request-amendment', { ...because, amount: cents(7_000_000) }, { on: { award: id } });
    expect(dossier.refusals('claim-instalment', ACCOUNT, { on: { award: id, year: 1, number: 1 } })).toEqual([]);
    votedAt(dossier, 7_000_000);
    expect(dossier.refusals('claim-instalment', ACCOUNT, { on: { award: id, year: 1, number: 1 } })).toEqual([
      'convention-required-since',
    ]);
  });
});
