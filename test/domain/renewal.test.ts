import { describe, expect, it } from '@jest/globals';
import { cents } from '../../src/domain/kernel/cents.js';
import { type DossierBuilder, GOOD_VOTE } from '../builders/dossier.js';
import {
  carried,
  convention,
  firstYearOver,
  HASH,
  pays,
  RENEWAL,
  reports,
  yearTurns,
} from '../builders/whole-life-dossiers.js';

/** A convention of 2027 to 2029 in its last year, from 1 January 2029. */
const lastYear = () => yearTurns(firstYearOver(), 2);
const asked = () => lastYear().does('request-renewal', RENEWAL);
const cycles = (dossier: DossierBuilder) =>
  Object.values(dossier.state.awards).filter(({ kind }) => kind === 'convention');
const evaluates = (dossier: DossierBuilder) =>
  dossier.does(
    'record-final-evaluation',
    { outcome: 'favourable', hash: HASH },
    { on: { award: convention(dossier).id } },
  );
const granted = () => carried(evaluates(asked()).does('give-opinion', { outcome: 'favourable' }));

describe('a renewal is never tacit', () => {
  it('outside of its window it is not asked for, and says which it is', () => {
    const decision = firstYearOver().on('2028-12-31').attempt('request-renewal', RENEWAL);
    expect(decision).toMatchObject({ refusals: [{ code: 'renewal-window', absolute: true }] });
    const [reason] = 'refusals' in decision ? decision.refusals : [];
    expect(reason?.source).toMatch(/renouvellement/);
    expect(reason?.message).toMatch(/du 1er janvier 2029 au 31 décembre 2029/);
    expect(lastYear().refusals('request-renewal', RENEWAL)).toEqual([]);
  });

  it('asked for by nobody, lets the convention end', async () => {
    const dossier = yearTurns(lastYear(), 3);
    expect(cycles(dossier).map(({ status }) => status)).toEqual(['ended']);
    expect(await dossier.awaits()).not.toContain('renewal-request');
    expect(dossier.refusals('request-renewal', RENEWAL)).toEqual(['renewal-window']);
  });

  it('is asked for once at a time', () => {
    expect(asked().attempt('request-renewal', { ...RENEWAL, startsOn: '2033-01-01' })).toMatchObject({
      refusals: [{ code: 'renewal-under-way', liftedBy: 'record-vote', absolute: true }],
    });
  });

  it('overlaps the cycle that runs by not a single day', () => {
    expect(lastYear().attempt('request-renewal', { ...RENEWAL, startsOn: '2029-12-31' })).toMatchObject({
      refusals: [{ code: 'overlapping-convention', pointer: '/startsOn', absolute: true }],
    });
  });

  it('calls for a new opinion of the council', async () => {
    expect(await lastYear().awaits()).not.toContain('opinion');
    const before = lastYear().state.opinion.round;
    expect(asked().state.opinion.round).toBe(before + 1);
  });
});

describe('the agenda of a renewal', () => {
  const agenda = (dossier: DossierBuilder) => {
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    const decision = dossier.attempt('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
    return 'refusals' in decision ? decision.refusals.map(({ code }) => code).sort() : [];
  };

  it('waits for the final evaluation and the council, each on its own', () => {
    expect(agenda(asked())).toEqual(['council-opinion-missing', 'final-evaluation-missing']);
    expect(agenda(evaluates(asked()))).toEqual(['council-opinion-missing']);
    expect(agenda(asked().does('give-opinion', { outcome: 'favourable' }))).toEqual(['final-evaluation-missing']);
    expect(agenda(evaluates(asked()).does('give-opinion', { outcome: 'favourable' }))).toEqual([]);
  });
});

describe('a refused renewal', () => {
  const refused = () => {
    const dossier = evaluates(asked()).does('give-opinion', { outcome: 'favourable' });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
    return dossier.does('record-vote', {
      ...GOOD_VOTE,
      votesFor: 5,
      votesAgainst: 50,
      amount: cents(10_500_000),
      outcome: 'rejected',
    });
  };

  it('leaves the first cycle running to its term', () => {
    const dossier = refused();
    expect(dossier.state.lifecycle.status).toBe('alive');
    expect(cycles(dossier).map(({ status }) => status)).toEqual(['in-force', 'rejected']);
    expect(cycles(yearTurns(dossier, 3)).map(({ status }) => status)).toEqual(['ended', 'rejected']);
  });

  it('may be asked for again within the window', () => {
    expect(refused().refusals('request-renewal', RENEWAL)).toEqual([]);
  });
});

describe('a granted renewal', () => {
  const moneyOf = (dossier: DossierBuilder, award: string) => {
    const lines = Object.values(dossier.state.instalments).filter(instalment => instalment.award === award);
    return [
      lines.reduce((sum, instalment) => sum + instalment.amount, 0),
      lines.reduce((sum, instalment) => sum + instalment.paid, 0),
    ];
  };

  it('keeps the money and the dates of two cycles apart', () => {
    const dossier = granted();
    const [first, second] = cycles(dossier);
    expect([first?.period, second?.period]).toEqual([
      { from: '2027-01-01', to: '2029-12-31' },
      { from: '2030-01-01', to: '2032-12-31' },
    ]);
    pays(reports(dossier, 1), 1, 2);
    expect(moneyOf(dossier, first?.id ?? '')).toEqual([10_500_000, 3_500_000]);
    expect(moneyOf(dossier, second?.id ?? '')).toEqual([10_500_000, 0]);
  });

  it('is owed its first claim while the accounts of the first cycle are still awaited', async () => {
    const dossier = yearTurns(granted(), 3);
    const [first, second] = cycles(dossier);
    expect([first?.status, second?.status]).toEqual(['ended', 'in-force']);
    const awaited = await dossier.awaits();
    expect(awaited.filter(kind => kind === 'financial-report')).toHaveLength(3);
    expect(awaited).toContain('instalment-claim');
    expect(dossier.refusals('settle-cycle', {}, { on: { award: second?.id ?? '' } })).toContain('convention-runs');
    expect(dossier.refusals('settle-cycle', {}, { on: { award: first?.id ?? '' } })).toEqual(['reports-not-accepted']);
  });
});
