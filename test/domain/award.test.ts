import { describe, expect, it } from '@jest/globals';
import { decisionDue } from '../../src/domain/award/due.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import {
  BEARER,
  because,
  declared,
  type DossierBuilder,
  GOOD_VOTE,
  GRANT,
  inForce,
  NOTE,
  onAgenda,
  prepared,
  requested,
  signature,
  someone,
  voted,
} from '../builders/dossier.js';

const AMOUNT = GRANT.amount;
const awardOf = (dossier: DossierBuilder) => {
  const award = dossier.state.awards[dossier.award.award ?? ''];
  if (!award) throw new Error('Aucune attribution');
  return award;
};
const dueOf = (dossier: DossierBuilder) => decisionDue(awardOf(dossier), dossier.rules)?.on;

describe('the request of the grant', () => {
  it.each([
    ['for more than three years', { years: 4 }, 'too-many-years'],
    ['for no year', { years: 0 }, 'too-many-years'],
    ['above 35 000 € a year', { amount: cents(AMOUNT + 1) }, 'amount-above-ceiling'],
    ['above 35 000 € for one year', { years: 1, amount: cents(3_500_001) }, 'amount-above-ceiling'],
    ['of nothing', { amount: cents(0) }, 'amount-above-ceiling'],
    ['with a piece that the règlement does not know', { pieces: ['liste-des-membres'] }, 'unknown-piece'],
    ['of a body whose SIRET is wrong', { applicant: { name: 'X', siret: '12345678901234' } }, 'siret-invalid'],
  ])('%s is refused', (_name, change, code) => {
    expect(prepared().refusals('request-grant', { ...GRANT, ...change })).toEqual([code]);
  });

  it('owes the republican commitment from 2 January 2022 on', () => {
    const without = { ...GRANT, commitment: undefined };
    expect(prepared('2022-01-01').refusals('request-grant', without)).toEqual([]);
    expect(prepared('2022-01-02').refusals('request-grant', without)).toEqual(['republican-commitment-missing']);
  });

  it('made while another runs over the same period is refused', () => {
    expect(requested().refusals('request-grant', GRANT)).toEqual(['wrong-state']);
    expect(inForce().refusals('request-grant', { ...GRANT, startsOn: civilDate('2027-06-01') })).toEqual([
      'wrong-state',
    ]);
  });
});

describe('the clock of the decision', () => {
  it('runs again from the term of the demand when no piece came', async () => {
    const dossier = requested('2026-01-05').on('2026-01-12');
    dossier.does('demand-pieces', { pieces: ['statutes'], term: civilDate('2026-01-30') });
    await dossier.on('2026-01-30').settlesSilences();
    expect(dueOf(dossier)).toBeNull();
    await dossier.on('2026-01-31').settlesSilences();
    expect(dossier.events.at(-1)).toMatchObject({ type: 'pieces-term-ended', date: '2026-01-31' });
    expect(dueOf(dossier)).toBe('2026-03-23');
    expect(dossier.refusals('demand-pieces', { pieces: ['statutes'] })).toEqual([]);
    dossier.does('deliver-pieces', { pieces: ['statutes'] });
    expect(dueOf(dossier)).toBe('2026-03-23');
  });

  it('adds up the suspensions of several demands', () => {
    const dossier = requested('2026-01-05');
    for (const [from, to] of [
      ['2026-01-10', '2026-01-15'],
      ['2026-02-02', '2026-02-09'],
    ] as const)
      dossier
        .on(from)
        .does('demand-pieces', { pieces: ['statutes'] })
        .on(to)
        .does('deliver-pieces', { pieces: ['statutes'] });
    expect(dueOf(dossier)).toBe('2026-03-17');
  });

  it('a term that is no later than the demand is refused', () => {
    const demand = { pieces: ['statutes'], term: civilDate('2026-02-02') };
    expect(requested('2026-02-02').refusals('demand-pieces', demand)).toEqual(['date-order']);
  });

  it('ends in an implicit rejection the day after, which closes nothing: a favourable vote stays possible', async () => {
    const dossier = onAgenda('2026-02-02', '2026-04-03').on('2026-04-02');
    await dossier.settlesSilences();
    expect(awardOf(dossier).implicitRejection).toBeNull();
    await dossier.on('2026-04-03').settlesSilences();
    expect(awardOf(dossier).implicitRejection?.on).toBe('2026-04-03');
    expect(await dossier.awaits()).toEqual(expect.arrayContaining(['vote']));
    dossier.does('record-vote', { ...GOOD_VOTE, amount: AMOUNT });
    expect(awardOf(dossier)).toMatchObject({ status: 'adopted', implicitRejection: { on: '2026-04-03' } });
  });

  it('a vote dated within its term but entered after the silence takes its place, and says so', async () => {
    const dossier = await onAgenda('2026-02-02', '2026-04-02').on('2026-04-03').settlesSilences();
    dossier.does('record-vote', { ...GOOD_VOTE, amount: AMOUNT }, { date: '2026-04-02' });
    expect(dossier.events.map(event => event.type)).toContain('implicit-rejection-superseded');
    expect(awardOf(dossier)).toMatchObject({ status: 'adopted', implicitRejection: null });
  });
});

describe('the agenda', () => {
  const instructed = () =>
    declared().does('request-grant', GRANT).does('report-instruction', { favourable: true, report: 'R' });
  const entry = (dossier: DossierBuilder) => ({ organ: 'assembly', sessionOn: dossier.today, text: 'Convention' });

  it('says, for each thing that lacks, the rule and the act that lifts it', () => {
    const dossier = instructed();
    const decision = dossier.attempt('enter-agenda', entry(dossier));
    const reasons = 'refusals' in decision ? decision.refusals : [];
    expect(reasons.map(({ liftedBy }) => liftedBy)).toEqual(['skip-study', 'give-opinion', 'write-legitimation-note']);
    expect(reasons.every(({ source }) => source?.startsWith("Règlement de l'aide"))).toBe(true);
  });

  it('opens to an unfavourable opinion only on a revised project, or by a reasoned override of a manager', () => {
    const dossier = prepared('2026-02-02');
    const unfavourable = declared('2026-02-02')
      .does('skip-study', because)
      .does('give-opinion', { outcome: 'unfavourable', statement: 'Motifs.' })
      .does('write-legitimation-note', NOTE)
      .does('request-grant', GRANT)
      .does('report-instruction', { favourable: true, report: 'R' });
    expect(unfavourable.refusals('enter-agenda', entry(dossier))).toEqual(['council-opinion-missing']);
    const override = {
      gate: 'council-opinion-known',
      act: 'enter-agenda',
      on: unfavourable.award.award,
      reason: 'Motif.',
    };
    expect(unfavourable.refusals('override-block', override, { by: someone('instructor') })).toEqual([
      'forbidden-role',
    ]);
    unfavourable.does('override-block', { ...override, on: 'une-autre-demande' });
    expect(unfavourable.refusals('enter-agenda', entry(dossier))).toEqual(['council-opinion-missing']);
    unfavourable.does('override-block', override);
    expect(unfavourable.refusals('enter-agenda', entry(dossier))).toEqual([]);
  });

  it('asks for the very carrier that the CRESS recognised', () => {
    const other = { name: 'Autre structure fictive', siret: BEARER };
    const dossier = prepared()
      .does('request-grant', { ...GRANT, applicant: other })
      .does('report-instruction', { favourable: true, report: 'R' });
    expect(dossier.refusals('enter-agenda', entry(dossier))).toEqual(['carrier-not-legitimate']);
  });
});

describe('the vote', () => {
  it.each([
    ['above the request', { amount: cents(AMOUNT + 1) }, 'amount-above-request'],
    ['without its amount', {}, 'amount-missing'],
    ['amended without its new text', { outcome: 'amended', amount: AMOUNT }, 'text-missing'],
    ['adopted with another text', { amount: AMOUNT, text: 'Autre' }, 'text-changed'],
  ])('%s is refused', (_name, change, code) => {
    expect(onAgenda().refusals('record-vote', { ...GOOD_VOTE, ...change })).toEqual([code]);
  });

  it('does not precede its entry in the agenda', () => {
    const dossier = onAgenda('2026-03-02').on('2026-03-09');
    expect(dossier.refusals('record-vote', { ...GOOD_VOTE, amount: AMOUNT }, { date: '2026-03-01' })).toEqual([
      'date-order',
    ]);
  });

  it('adjourned, is held again under another number, on another text if need be', async () => {
    const dossier = onAgenda().does('record-vote', { ...GOOD_VOTE, outcome: 'adjourned' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Convention revue' });
    expect(await dossier.awaits()).toContain('vote');
    dossier.does('record-vote', { ...GOOD_VOTE, amount: AMOUNT });
    expect(awardOf(dossier)).toMatchObject({ status: 'adopted', round: 2 });
  });

  it('amended for less, plans what was voted, not what was asked', () => {
    const dossier = voted(undefined, { outcome: 'amended', text: 'Autre convention', amount: cents(9_000_001) });
    const planned = Object.values(dossier.state.instalments).reduce((sum, { amount }) => sum + amount, 0);
    expect(planned).toBe(9_000_001);
  });
});

describe('signatures', () => {
  it('of an amended convention bear the amended text, not that of the agenda', () => {
    const dossier = onAgenda();
    const agendaHash = awardOf(dossier).agenda?.textHash;
    dossier.does('record-vote', { ...GOOD_VOTE, outcome: 'amended', text: 'Autre convention', amount: AMOUNT });
    const old = { ...signature(dossier, 'carrier'), textHash: agendaHash };
    expect(dossier.refusals('sign-convention', old)).toEqual(['text-differs']);
    expect(dossier.refusals('sign-convention', signature(dossier, 'carrier'))).toEqual([]);
  });

  it('are each given once, and the carrier signs for itself alone', () => {
    const dossier = voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    const carrier = { by: someone('carrier') };
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'), carrier)).toEqual(['wrong-party']);
    dossier.does('sign-convention', signature(dossier, 'carrier'), carrier);
    expect(dossier.refusals('sign-convention', signature(dossier, 'carrier'), carrier)).toEqual(['already-done']);
  });

  it('of the Région wait for the transmission and the notification: the publication does nothing to them', () => {
    const dossier = voted().does('publish-deliberation');
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'))).toEqual(['not-executory']);
    dossier.does('transmit-deliberation', { receipt: 'R' });
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'))).toEqual(['not-executory']);
    dossier.does('notify-grant');
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'))).toEqual([]);
  });

  it('of the Région are what the publication of the essential data waits for', () => {
    const dossier = voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    expect(dossier.refusals('publish-essential-data')).toEqual(['convention-not-signed']);
    dossier.does('sign-convention', signature(dossier, 'region'));
    expect(dossier.refusals('publish-essential-data')).toEqual([]);
  });
});

describe('a grant of 23 000 € a year or less', () => {
  const small = () => {
    const dossier = prepared().does('request-grant', { ...GRANT, amount: cents(6_900_000) });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Convention' });
    return dossier.does('record-vote', { ...GOOD_VOTE, amount: cents(6_900_000) });
  };

  it('is in force once transmitted and notified, and awaits no signature', async () => {
    const dossier = small().does('transmit-deliberation', { receipt: 'R' }).does('publish-deliberation');
    expect(awardOf(dossier).status).toBe('adopted');
    dossier.does('notify-grant');
    expect(awardOf(dossier).status).toBe('in-force');
    expect(await dossier.awaits()).not.toContain('carrier-signature');
  });

  it('may have a convention all the same', () => {
    const dossier = small().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    dossier
      .does('sign-convention', signature(dossier, 'carrier'))
      .does('sign-convention', signature(dossier, 'region'));
    expect(dossier.refusals('notify-convention')).toEqual([]);
  });
});
