import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planInstalments } from '../../src/domain/award/vote-acts.js';
import { voteFigures } from '../../src/domain/award/vote-figures.js';
import { decisionDue } from '../../src/domain/award/due.js';
import { type VoteOutcome } from '../../src/domain/award/events.js';
import { executoryOn } from '../../src/domain/award/slice.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { Actor } from '../../src/domain/dossier/roles.js';
import { fold } from '../../src/domain/dossier/state.js';
import {
  BEARER,
  because,
  CARRIER,
  declared,
  GOOD_VOTE,
  GRANT,
  grantedTo,
  inForce,
  NOTE,
  onAgenda,
  prepared,
  requested,
  signature,
  someone,
  voted,
} from '../builders/dossier.js';
import { aside, PREVAILS, UNTOLD } from '../builders/votes.js';

const STUDY = {
  applicant: { name: 'Étude', siret: BEARER },
  amount: cents(2_500_000),
  pieces: ['statutes', 'study-brief', 'study-budget', 'bank-details'],
  commitment: { kind: 'signed', signedOn: civilDate('2025-01-15'), signatory: 'X' },
};
const awardOf = (dossier: ReturnType<typeof declared>) => {
  const award = dossier.state.awards[dossier.award.award ?? ''];
  if (!award) throw new Error('Aucune attribution');
  return award;
};

describe('the préfiguration study', () => {
  it('may be skipped', async () => {
    expect(await declared().does('skip-study', because).awaits()).not.toContain('study-choice');
  });

  it('refused by the assembly, it may be asked for again or done without', async () => {
    const dossier = declared()
      .does('request-study-grant', STUDY)
      .does('report-instruction', { favourable: false, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
    dossier.does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 1, votesAgainst: 54 });
    expect(dossier.state.study.status).toBe('refused');
    expect(dossier.state.lifecycle.status).toBe('alive');
    dossier.does('notify-refusal');
    expect(await dossier.awaits()).toContain('study-choice');
    expect(dossier.refusals('request-study-grant', STUDY)).toEqual([]);
  });

  it('above its ceiling it is refused', () => {
    expect(declared().refusals('request-study-grant', { ...STUDY, amount: cents(2_500_001) })).toEqual([
      'amount-above-ceiling',
    ]);
  });
});

describe('the opinion of the council', () => {
  it('must be reasoned unless it is favourable', () => {
    expect(declared().refusals('give-opinion', { outcome: 'with-reserves' })).toEqual(['opinion-without-statement']);
  });

  it('unfavourable, calls for a revised project and ends nothing', async () => {
    const dossier = declared().does('give-opinion', { outcome: 'unfavourable', statement: 'M' });
    expect(await dossier.awaits()).toContain('revised-project');
    dossier.does('file-revised-project', { summary: 'S' });
    expect(await dossier.awaits()).toContain('council-opinion');
    expect(dossier.state.opinion.round).toBe(2);
  });

  it('is passed over only when late: its due day is not late', () => {
    const dossier = declared('2026-02-03');
    expect(dossier.on('2026-05-04').refusals('pass-over-opinion', because)).toEqual(['opinion-not-late']);
    expect(dossier.on('2026-05-05').refusals('pass-over-opinion', because)).toEqual([]);
  });

  it('is never deemed favourable by silence', async () => {
    expect(await declared().on('2027-02-02').awaits()).toContain('council-opinion');
  });
});

describe('legitimation by the CRESS', () => {
  it.each([
    [false, true],
    [true, false],
  ])('cannot conclude to legitimacy when a criterion fails (%s, %s)', (selfOrganised, beyondAssociations) => {
    expect(declared().refusals('write-legitimation-note', { ...NOTE, selfOrganised, beyondAssociations })).toEqual([
      'criteria-not-met',
    ]);
  });
});

describe('the request', () => {
  it('must subscribe the republican commitment since 2022, and not before', () => {
    const without = { ...GRANT, commitment: undefined };
    expect(prepared('2026-02-02').refusals('request-grant', without)).toEqual(['republican-commitment-missing']);
    expect(prepared('2021-06-01').refusals('request-grant', { ...without, startsOn: civilDate('2022-01-01') })).toEqual(
      [],
    );
  });

  it('is silently rejected two months after its receipt, the suspension shifting the day by as much', () => {
    const dossier = requested('2025-12-31');
    expect(decisionDue(awardOf(dossier), dossier.rules)?.on).toBe('2026-02-28');
    dossier.on('2026-01-10').does('demand-pieces', { pieces: ['statutes'] });
    expect(decisionDue(awardOf(dossier), dossier.rules)?.on).toBeNull();
    dossier.on('2026-01-30').does('deliver-pieces', { pieces: ['statutes'] });
    expect(decisionDue(awardOf(dossier), dossier.rules)?.on).toBe('2026-03-20');
  });

  it('stays incomplete while one piece lacks', () => {
    const dossier = requested()
      .does('demand-pieces', { pieces: ['statutes', 'officers'] })
      .does('deliver-pieces', { pieces: ['officers'] });
    expect(awardOf(dossier).status).toBe('incomplete');
    expect(dossier.refusals('deliver-pieces', { pieces: ['officers'] })).toEqual(['piece-not-demanded']);
  });

  it('its acknowledgement says when silence would reject it', () => {
    const dossier = requested('2026-02-02').does('acknowledge-request');
    expect(dossier.events.at(-1)?.data).toMatchObject({ silenceRejectsAfter: '2026-04-02' });
  });

  it('enters the agenda only with the opinion, the study and the CRESS settled; a manager may override what the règlement lets', () => {
    const dossier = declared()
      .does('request-grant', GRANT)
      .does('report-instruction', { favourable: true, report: 'R' });
    const entry = { organ: 'assembly', sessionOn: dossier.today, text: 'T' };
    expect(dossier.refusals('enter-agenda', entry)).toEqual([
      'study-not-settled',
      'council-opinion-missing',
      'carrier-not-legitimate',
    ]);
    dossier.does('override-block', {
      gate: 'study-settled',
      act: 'enter-agenda',
      on: dossier.award.award,
      reason: 'M',
    });
    expect(dossier.refusals('enter-agenda', entry)).toEqual(['council-opinion-missing', 'carrier-not-legitimate']);
    expect(dossier.refusals('override-block', { gate: 'executory', act: 'sign-convention', reason: 'M' })).toEqual([
      'gate-not-waivable',
    ]);
  });

  it('does not let whoever overrode a block do what it held back, in their own name or in that of someone absent', () => {
    const lent = { ...someone('manager', 'delegate'), insteadOf: 'head' };
    const dossier = declared()
      .does('request-grant', GRANT)
      .does('report-instruction', { favourable: true, report: 'R' });
    const override = { gate: 'study-settled', act: 'enter-agenda', on: dossier.award.award, reason: 'M' };
    dossier.does('override-block', override, { by: lent });
    const enters = (by: Actor) =>
      dossier.refusals('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' }, { by });
    expect(enters(someone('instructor', 'delegate'))).toContain('same-person');
    expect(enters(someone('instructor', 'head'))).toContain('same-person');
    expect(enters({ ...someone('instructor', 'other'), insteadOf: 'head' })).toContain('same-person');
    expect(enters(someone('instructor', 'other'))).toEqual(['council-opinion-missing', 'carrier-not-legitimate']);
    dossier.does('override-block', override, { by: someone('manager', 'third') });
    expect(enters(someone('instructor', 'head'))).toEqual(['council-opinion-missing', 'carrier-not-legitimate']);
  });
});

describe('the vote', () => {
  it('adds up: any figures that do not are refused', () => {
    const figure = fc.integer({ min: 0, max: 100 });
    const figures = fc.record({
      ...{ members: figure, present: figure, represented: figure, inRoom: fc.integer({ min: 0, max: 5 }) },
      ...{ votesFor: figure, votesAgainst: figure, abstentions: figure },
    });
    fc.assert(
      fc.property(figures, ({ inRoom, ...vote }) => {
        const { members, present, represented, votesFor, votesAgainst, abstentions } = vote;
        const voters = votesFor + votesAgainst + abstentions;
        const outcome: VoteOutcome = votesFor > votesAgainst ? 'adopted' : 'rejected';
        const holds = represented <= present && present + represented <= members;
        const sound = holds && voters <= present + represented - inRoom;
        const refusal = voteFigures({ ...UNTOLD, ...vote, voters, outcome, aside: aside(inRoom) }, PREVAILS);
        expect(refusal === undefined).toBe(sound);
      }),
      { numRuns: 2000 },
    );
  });

  it('plans instalments whose sum is what was voted, to the cent, whatever the amount and the years', () => {
    const { reglement } = declared().rules;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_500_000 }), fc.integer({ min: 1, max: 3 }), (amount, years) => {
        const parts = planInstalments(cents(amount), years, reglement.instalments);
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
        expect(parts).toHaveLength(years * reglement.instalments.length);
      }),
    );
  });

  it('amended, freezes another text', () => {
    const dossier = voted(undefined, { outcome: 'amended', text: 'Autre convention' });
    expect(awardOf(dossier).vote?.textHash).not.toBe(awardOf(dossier).agenda?.textHash);
  });

  it('rejected, ends the dossier; adjourned, calls for another agenda', async () => {
    const rejected = onAgenda().does('record-vote', {
      ...GOOD_VOTE,
      outcome: 'rejected',
      votesFor: 1,
      votesAgainst: 54,
    });
    expect(rejected.state.lifecycle.status).toBe('refused');
    expect(await rejected.awaits()).toEqual(['refusal-notification']);
    const adjourned = onAgenda().does('record-vote', { ...GOOD_VOTE, outcome: 'adjourned' });
    expect(await adjourned.awaits()).toContain('agenda-entry');
  });

  it.each([
    [2_300_000, 0, false],
    [2_300_001, 0, true],
    [2_000_000, 300_000, false],
    [2_000_000, 300_001, true],
  ])('of %i cents with %i elsewhere this year calls for a convention: %s', (amount, elsewhere, required) => {
    const dossier = prepared().does('request-grant', { ...GRANT, years: 1, amount: cents(amount) });
    dossier
      .does('report-instruction', { favourable: true, report: 'R' })
      .does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
    dossier.does(
      'record-vote',
      { ...GOOD_VOTE, amount: cents(amount) },
      { grantedElsewhere: [grantedTo(CARRIER, '2027-01-01', elsewhere)] },
    );
    expect(awardOf(dossier).vote?.conventionRequired).toBe(required);
    dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    expect(dossier.refusals('claim-instalment', { iban: 'FR7630006000011234567890189', accountHolder: 'X' })).toEqual(
      required ? ['convention-not-in-force'] : [],
    );
  });
});

describe('execution', () => {
  it('a délibération is executory when transmitted and notified, from the later of the two, published or not', () => {
    const dossier = voted('2026-03-02').on('2026-03-20').does('publish-deliberation', {}, { date: '2026-03-05' });
    dossier.does('transmit-deliberation', { receipt: 'R' }, { date: '2026-03-10' });
    expect(executoryOn(awardOf(dossier))).toBeNull();
    dossier.does('notify-grant', {}, { date: '2026-03-12' });
    expect(executoryOn(awardOf(dossier))).toBe('2026-03-12');
  });

  it('the carrier may sign before, the Région never; both sign what was voted', () => {
    const dossier = voted();
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'))).toEqual(['not-executory']);
    expect(dossier.refusals('sign-convention', signature(dossier, 'carrier'))).toEqual([]);
    expect(dossier.refusals('sign-convention', { ...signature(dossier, 'carrier'), textHash: 'f'.repeat(64) })).toEqual(
      ['text-differs'],
    );
  });

  it('dates keep their order: vote, transmission, notification, signature, notification of the convention', () => {
    const dossier = voted('2026-03-02').on('2026-06-01');
    expect(dossier.refusals('transmit-deliberation', { receipt: 'R' }, { date: '2026-03-01' })).toEqual(['date-order']);
    dossier.does('transmit-deliberation', { receipt: 'R' }, { date: '2026-03-10' });
    expect(dossier.refusals('notify-grant', {}, { date: '2026-03-09' })).toEqual(['date-order']);
    dossier.does('notify-grant', {}, { date: '2026-03-12' });
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'), { date: '2026-03-11' })).toEqual([
      'date-order',
    ]);
    dossier.does('sign-convention', signature(dossier, 'region'), { date: '2026-04-01' });
    expect(dossier.refusals('notify-convention')).toEqual(['convention-not-signed']);
    dossier.does('sign-convention', signature(dossier, 'carrier'), { date: '2026-03-03' });
    expect(dossier.refusals('notify-convention', {}, { date: '2026-03-31' })).toEqual(['date-order']);
    expect(dossier.refusals('notify-convention', {}, { date: '2026-04-01' })).toEqual([]);
  });
});

describe('the first payment', () => {
  const claimed = () => inForce().does('claim-instalment', { iban: 'FR7630006000011234567890189', accountHolder: 'X' });

  it('takes two people', () => {
    const both = { ...someone('manager', 'cumul') };
    const dossier = claimed().does(
      'prepare-liquidation',
      { amount: cents(2_450_000) },
      { by: { ...someone('instructor', 'cumul') } },
    );
    expect(dossier.refusals('validate-liquidation', {}, { by: both })).toEqual(['same-person']);
    const lent = { ...someone('manager', 'other'), insteadOf: both.account };
    expect(dossier.refusals('validate-liquidation', {}, { by: lent })).toEqual(['same-person']);
    expect(dossier.refusals('validate-liquidation', {}, { by: someone('manager', 'autre') })).toEqual([]);
  });

  it('takes two people too when one of them, or both, acts in the place of someone absent', () => {
    const by = { ...someone('instructor', 'delegate'), insteadOf: 'absent' };
    const dossier = claimed().does('prepare-liquidation', { amount: cents(2_450_000) }, { by });
    const validatedBy = (actor: Actor) => dossier.refusals('validate-liquidation', {}, { by: actor });
    expect(validatedBy(someone('manager', 'absent'))).toEqual(['same-person']);
    expect(validatedBy({ ...someone('manager', 'other'), insteadOf: 'absent' })).toEqual(['same-person']);
    expect(validatedBy({ ...someone('manager', 'delegate'), insteadOf: 'head' })).toEqual(['same-person']);
    expect(validatedBy({ ...someone('manager', 'other'), insteadOf: 'head' })).toEqual([]);
  });

  it('never exceeds what is due, and is recorded as ordered', () => {
    const dossier = claimed();
    expect(dossier.refusals('prepare-liquidation', { amount: cents(2_450_001) })).toEqual(['amount-above-due']);
    dossier
      .does('prepare-liquidation', { amount: cents(2_000_000) })
      .does('validate-liquidation')
      .does('record-payment-order', { order: 'M' });
    expect(dossier.refusals('record-payment', { amount: cents(2_450_000) })).toEqual(['payment-amount']);
    dossier.does('record-payment-rejection', { reason: 'other' });
    expect(dossier.state.instalments[`${dossier.award.award}/1/1`]).toMatchObject({
      status: 'claimed',
      payment: 2,
      attempt: 2,
      liquidated: 0,
    });
  });

  it('the balance waits for the accepted reports', () => {
    const dossier = inForce();
    const balance = { on: { ...dossier.award, year: 1, number: 2 } };
    expect(dossier.refusals('claim-instalment', { iban: 'X', accountHolder: 'X' }, balance)).toEqual([
      'reports-not-accepted',
    ]);
  });
});

describe('correction', () => {
  const last = (dossier: ReturnType<typeof declared>) => ({
    event: dossier.events.at(-1)?.id ?? '',
    reason: 'Erreur.',
  });

  it('a retracted fact leaves the state as if it had never been', () => {
    const before = inForce();
    const after = fold(before.id, before.events);
    before.does('publish-essential-data');
    before.does('retract-fact', last(before));
    expect(before.state).toEqual(after);
  });

  it('a fact on which another stands, a payment, and a retraction cannot be retracted', () => {
    const dossier = voted();
    const request = dossier.events.find(event => event.type === 'grant-requested');
    expect(dossier.refusals('retract-fact', { event: request?.id ?? '', reason: 'E' })).toEqual(['built-upon']);
    const declaredFirst = dossier.events[0]?.id ?? '';
    expect(dossier.refusals('retract-fact', { event: declaredFirst, reason: 'E' })).toEqual(['event-final']);
    expect(dossier.refusals('retract-fact', { event: 'inconnu', reason: 'E' })).toEqual(['event-unknown']);
  });

  it('a project is withdrawn until its convention is notified, not after', async () => {
    expect(inForce().refusals('withdraw-project', because)).toEqual(['convention-in-force']);
    const withdrawn = voted().does('withdraw-project', because);
    expect(await withdrawn.awaits()).toEqual(['withdrawal-acknowledgement']);
    expect(withdrawn.refusals('transmit-deliberation', { receipt: 'R' })).toEqual(['dossier-ended']);
  });
});

describe('the perimeter', () => {
  it('another structure, another council, cannot act', () => {
    const stranger = { ...someone('carrier'), bodies: ['99999999999999'] };
    expect(voted().refusals('sign-convention', {}, { by: stranger })).toEqual(['out-of-perimeter']);
    expect(
      declared().refusals('give-opinion', { outcome: 'favourable' }, { by: { ...someone('council'), pays: ['03'] } }),
    ).toEqual(['out-of-perimeter']);
  });
});
