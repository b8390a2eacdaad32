import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import { declared, GOOD_VOTE, GRANT, onAgenda, STUDY } from '../../builders/dossier.js';

const vote = { ...GOOD_VOTE, amount: GRANT.amount };
const figures = { source: 'Schéma national SCDL délibérations 2.1.5' };
const prevailing = {
  source: 'CGCT art. L4132-14 : en cas de partage, la voix du président est prépondérante, sauf scrutin secret',
};
const VOTE: readonly Refused[] = [
  [
    'more voters than votes',
    onAgenda,
    'record-vote',
    { ...vote, voters: 61 },
    [{ code: 'vote-figures', ...figures, pointer: '/voters' }],
  ],
  [
    'more votes than members who may vote',
    onAgenda,
    'record-vote',
    { ...vote, abstentions: 6 },
    [{ code: 'vote-figures', ...figures, pointer: '/present' }],
  ],
  [
    'more members present than in exercise',
    onAgenda,
    'record-vote',
    { ...vote, members: 59 },
    [{ code: 'vote-figures', ...figures, pointer: '/members' }],
  ],
  [
    'an adoption by a tie',
    onAgenda,
    'record-vote',
    { ...vote, votesFor: 25, votesAgainst: 25, abstentions: 10 },
    [{ code: 'vote-figures', ...prevailing, pointer: '/outcome' }],
  ],
  [
    'an amended adoption by a minority',
    onAgenda,
    'record-vote',
    { ...vote, outcome: 'amended', text: 'T', votesFor: 5, votesAgainst: 50 },
    [{ code: 'vote-figures', ...figures, pointer: '/outcome' }],
  ],
  [
    'a rejection by a majority',
    onAgenda,
    'record-vote',
    { ...vote, outcome: 'rejected' },
    [{ code: 'vote-figures', ...figures, pointer: '/outcome' }],
  ],
  [
    'an adoption without an amount',
    onAgenda,
    'record-vote',
    GOOD_VOTE,
    [{ code: 'amount-missing', pointer: '/amount' }],
  ],
  [
    'an adoption of nothing',
    onAgenda,
    'record-vote',
    { ...vote, amount: cents(0) },
    [{ code: 'amount-missing', pointer: '/amount' }],
  ],
  [
    'more than was asked',
    onAgenda,
    'record-vote',
    { ...vote, amount: cents(GRANT.amount + 1) },
    [{ code: 'amount-above-request', pointer: '/amount' }],
  ],
  [
    'an amended adoption without its text',
    onAgenda,
    'record-vote',
    { ...vote, outcome: 'amended' },
    [{ code: 'text-missing', pointer: '/text' }],
  ],
  [
    'an adoption with another text',
    onAgenda,
    'record-vote',
    { ...vote, text: 'T' },
    [{ code: 'text-changed', pointer: '/text' }],
  ],
];

describe('a vote', () => {
  it('that amends keeps the text as it was voted, beside the journal', () => {
    const text = 'Convention amendée';
    const [recorded] = onAgenda()
      .does('record-vote', { ...vote, outcome: 'amended', text })
      .events.slice(-2);
    expect(recorded).toMatchObject({ type: 'vote-recorded', private: { text } });
    const [asEntered] = onAgenda().does('record-vote', vote).events.slice(-2);
    expect(asEntered).not.toHaveProperty('private');
  });

  it('that rejects grants nothing', () => {
    const dossier = onAgenda().does('record-vote', {
      ...GOOD_VOTE,
      outcome: 'rejected',
      votesFor: 5,
      votesAgainst: 50,
    });
    expect(dossier.state.awards[dossier.award.award ?? '']).toMatchObject({ status: 'rejected', granted: null });
  });

  it('that rejects a study says which attempt it ends', () => {
    const dossier = declared().does('request-study-grant', STUDY);
    dossier.does('report-instruction', { favourable: false, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' });
    dossier.does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
    expect(dossier.events.at(-1)).toMatchObject({
      type: 'study-refused',
      data: { attempt: 1, award: dossier.award.award },
    });
  });

  it('that adjourns, though dated before the silence, leaves the implicit rejection', async () => {
    const silent = await onAgenda('2026-02-02', '2026-04-02').on('2026-04-03').settlesSilences();
    silent.does('record-vote', { ...GOOD_VOTE, outcome: 'adjourned' }, { date: '2026-04-02' });
    expect(silent.state.awards[silent.award.award ?? '']?.implicitRejection).not.toBeNull();
  });

  it('dated on the day of the silence comes too late to take its place', async () => {
    const silent = await onAgenda('2026-02-02', '2026-04-03').on('2026-04-03').settlesSilences();
    silent.does('record-vote', vote, { date: '2026-04-03' });
    expect(silent.state.awards[silent.award.award ?? '']?.implicitRejection).not.toBeNull();
  });
});

describe('the vote refuses, by its source and with the act that lifts it,', () => {
  it.each(VOTE)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('the vote, at the edge, accepts', () => {
  it.each<Attempt>([
    [
      'a vote by one voice',
      onAgenda,
      'record-vote',
      { ...vote, members: 5, present: 3, votesFor: 2, votesAgainst: 1, abstentions: 0 },
    ],
    ['a vote of all the members', onAgenda, 'record-vote', { ...vote, members: 60 }],
    ['an adjournment, whatever the votes', onAgenda, 'record-vote', { ...GOOD_VOTE, outcome: 'adjourned' }],
    [
      'a rejection by a tie',
      onAgenda,
      'record-vote',
      { ...GOOD_VOTE, outcome: 'rejected', votesFor: 25, votesAgainst: 25, abstentions: 10 },
    ],
    ['one cent voted', onAgenda, 'record-vote', { ...vote, amount: cents(1) }],
    ['the whole amount, with amendments', onAgenda, 'record-vote', { ...vote, outcome: 'amended', text: 'Autre' }],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
