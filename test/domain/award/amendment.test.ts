import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import {
  ACCOUNT,
  because,
  BEARER,
  CARRIER,
  type DossierBuilder,
  GOOD_VOTE,
  GRANT,
  prepared,
  SIGNED,
} from '../../builders/dossier.js';
import {
  amended,
  carried,
  convention,
  firstYearOver,
  HASH,
  RENEWAL,
  running,
  yearTurns,
} from '../../builders/whole-life-dossiers.js';

const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });
const NINETY = { amount: cents(9_000_000) };
const reprise = { name: 'Reprise fictive', siret: BEARER };
const proposed = (change: object, dossier = firstYearOver()) =>
  dossier.does('request-amendment', { ...because, commitment: SIGNED, ...change }, on(dossier));
const toVote = (dossier = proposed(NINETY)) =>
  dossier
    .does('report-instruction', { favourable: true, report: 'R' })
    .does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Avenant' });
const rejected = () =>
  toVote().does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
const facts = (dossier: DossierBuilder, count: number) =>
  dossier.events
    .slice(-count)
    .map(event => ({ type: event.type, data: event.data, kept: 'private' in event && event.private }));

describe('an amendment, asked for', () => {
  it('is a request of its own, without pieces, for what the convention will be, and says why', () => {
    const dossier = proposed(NINETY);
    const { id } = convention(dossier);
    expect(facts(dossier, 2)).toMatchObject([
      {
        type: 'grant-requested',
        data: {
          kind: 'amendment',
          parent: id,
          cycle: 1,
          applicant: CARRIER,
          amount: 9_000_000,
          years: 3,
          period: { from: '2027-01-01', to: '2029-12-31' },
          pieces: [],
          year: null,
          referenceDocument: 'referentiel-2',
        },
        kept: { reason: 'Motif.' },
      },
      { type: 'amendment-proposed', data: { parent: id, rank: 1, transfers: false } },
    ]);
  });

  it('for another carrier is asked for in its name', () => {
    const dossier = proposed({ carrier: reprise });
    expect(facts(dossier, 2)).toMatchObject([
      { data: { applicant: BEARER }, kept: { bodyName: 'Reprise fictive', reason: 'Motif.' } },
      { data: { transfers: true, changes: { carrier: { from: CARRIER, to: BEARER } } } },
    ]);
  });

  it('for another document is asked for with it, and changes nothing else', () => {
    const dossier = proposed({ referenceDocument: 'referentiel-1' });
    const changes = { referenceDocument: { from: 'referentiel-2', to: 'referentiel-1' } };
    expect(facts(dossier, 2)).toMatchObject([{ data: { referenceDocument: 'referentiel-1' } }, { data: { changes } }]);
    const proposal = dossier.state.awards[dossier.award.award ?? ''];
    expect(proposal?.changes).toEqual(changes);
    expect(convention(carried(dossier)).referenceDocument).toBe('referentiel-1');
  });

  it('is numbered after the one before it', () => {
    const dossier = proposed({ amount: cents(8_000_000) }, amended(firstYearOver(), NINETY));
    expect(facts(dossier, 1)).toMatchObject([{ data: { rank: 2 } }]);
    expect(convention(dossier).amendments).toBe(2);
  });
});

describe('an amendment, voted', () => {
  it.each<Refused>([
    [
      'for a cent less than it proposes is refused',
      toVote,
      'record-vote',
      { ...GOOD_VOTE, amount: cents(8_999_999) },
      [{ code: 'amendment-amount', pointer: '/amount' }],
    ],
    ['for what it proposes is recorded', toVote, 'record-vote', { ...GOOD_VOTE, amount: cents(9_000_000) }, []],
  ])('%s', (...[what, build, act, payload, reasons]) => {
    expect(reasonsOf(what, build, act, payload)).toEqual(reasons);
  });

  it('is signed as the convention was, however small', () => {
    const dossier = toVote(proposed({ amount: cents(2_450_000) }));
    dossier.does('record-vote', { ...GOOD_VOTE, amount: cents(2_450_000) });
    expect(dossier.state.awards[dossier.award.award ?? '']?.vote?.conventionRequired).toBe(true);
  });

  it('and rejected leaves the convention as it was, and another may be proposed', () => {
    const dossier = rejected();
    expect(convention(dossier)).toMatchObject({ status: 'in-force', granted: 10_500_000 });
    expect(dossier.state.lifecycle.status).toBe('alive');
    expect(dossier.reasons('request-amendment', { ...because, ...NINETY }, on(dossier))).toEqual([]);
  });

  it('and overtaken by a claim before it is notified can only lapse', () => {
    const dossier = toVote(proposed({ amount: cents(2_450_000) }));
    const amendment = dossier.award;
    dossier.does('record-vote', { ...GOOD_VOTE, amount: cents(2_450_000) });
    dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    for (const party of ['carrier', 'region'])
      dossier.does('sign-convention', signs(dossier, party), { on: amendment });
    const claim = { award: convention(dossier).id, year: 2, number: 1 };
    dossier.does('claim-instalment', ACCOUNT, { on: claim });
    expect(dossier.reasons('notify-convention', {}, { on: amendment })).toEqual([
      { code: 'amendment-overtaken', liftedBy: 'lapse-amendment', absolute: true },
    ]);
  });
});

const signs = (dossier: DossierBuilder, party: string) => {
  const { award = '' } = dossier.award;
  return { party, textHash: dossier.state.awards[award]?.vote?.textHash, signatory: 'X', capacity: 'Y' };
};

describe('an amendment of one convention', () => {
  it('that is pending does not hold up those of another one', () => {
    const dossier = yearTurns(firstYearOver(), 2).does('request-renewal', RENEWAL);
    dossier.does('give-opinion', { outcome: 'favourable' });
    carried(dossier.does('record-final-evaluation', { outcome: 'favourable', hash: HASH }, on(dossier)));
    const second = dossier.award;
    proposed({ carrier: reprise }, dossier);
    expect(dossier.reasons('request-amendment', { ...because, ...NINETY }, { on: second })).toEqual([]);
    expect(dossier.refusals('request-amendment', { ...because, ...NINETY }, on(dossier))).toEqual([
      'amendment-pending',
    ]);
  });

  it('does not reach over the days that its renewal asked for', () => {
    const short = { ...GRANT, years: 2, amount: cents(7_000_000) };
    const dossier = yearTurns(carried(prepared().does('request-grant', short)), 1);
    dossier.does('request-renewal', { ...RENEWAL, startsOn: '2029-01-01' });
    expect(dossier.reasons('request-amendment', { ...because, years: 3 }, on(dossier))).toEqual([
      {
        code: 'overlapping-convention',
        source: "Règlement de l'aide : une convention active par pôle et par période",
        pointer: '/years',
        absolute: true,
      },
    ]);
  });

  it('to more years spreads the same amount over them', () => {
    const short = { ...GRANT, years: 2, amount: cents(7_000_000) };
    const dossier = amended(carried(prepared().does('request-grant', short)), { years: 3 });
    expect(convention(dossier)).toMatchObject({ years: 3, granted: 7_000_000, period: { to: '2029-12-31' } });
    const lines = Object.values(dossier.state.instalments);
    expect([lines.length, lines.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([6, 7_000_000]);
  });

  it('keeps every carrier that it had', () => {
    const dossier = amended(running(), { carrier: reprise });
    amended(dossier, { amount: cents(9_000_000) });
    expect(convention(dossier).formerApplicants).toEqual([CARRIER]);
  });
});
