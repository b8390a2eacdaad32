import { describe, expect, it } from '@jest/globals';
import { decisionDue } from '../../src/domain/award/due.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { ACCOUNT, because, declared, GOOD_VOTE, inForce, requested, STUDY } from '../builders/dossier.js';

describe('what is entered late bears its real date', () => {
  const incomplete = () => requested('2026-02-02').does('demand-pieces', { pieces: ['statutes'], term: '2026-02-20' });
  const award = (dossier: ReturnType<typeof incomplete>) => {
    const found = dossier.state.awards[dossier.award.award ?? ''];
    if (!found) throw new Error('Aucune attribution');
    return found;
  };

  const lastDay = (dossier: ReturnType<typeof incomplete>) => decisionDue(award(dossier), dossier.rules)?.on;

  it('pieces received within the term take the place of its end', async () => {
    const dossier = await incomplete().on('2026-03-01').settlesSilences();
    expect(lastDay(dossier)).toBe('2026-04-20');
    dossier.does('deliver-pieces', { pieces: ['statutes'] }, { date: '2026-02-12' });
    expect(lastDay(dossier)).toBe('2026-04-12');
    expect(award(dossier)).toMatchObject({ status: 'requested', demands: [{ missing: [], termEnded: null }] });
  });

  it('pieces received after the term are kept, and no longer suspend anything', async () => {
    const dossier = await incomplete().on('2026-03-01').settlesSilences();
    dossier.does('deliver-pieces', { pieces: ['statutes'] });
    expect(lastDay(dossier)).toBe('2026-04-20');
    expect(dossier.refusals('deliver-pieces', { pieces: ['statutes'] })).toEqual(['no-piece-missing']);
  });
});

describe('a second study', () => {
  it('is awaited for itself, even when the first was delivered before its refusal', async () => {
    const dossier = declared().does('request-study-grant', STUDY);
    dossier.does('deliver-study', { reportHash: 'ab'.repeat(32) }).does('review-study', { outcome: 'validated' });
    dossier.does('report-instruction', { favourable: false, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
    dossier
      .does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 1, votesAgainst: 54 })
      .does('notify-refusal');
    dossier.does('request-study-grant', { ...STUDY, amount: cents(2_000_000) });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
    dossier.does('record-vote', { ...GOOD_VOTE, amount: cents(2_000_000) });
    dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    expect(await dossier.awaits()).toContain('study-delivery');
  });
});

describe('what a voted convention stands on', () => {
  it('cannot be retracted any more', () => {
    const dossier = inForce().does('claim-instalment', ACCOUNT);
    const opinion = dossier.events.find(event => event.type === 'opinion-given')?.id ?? '';
    expect(dossier.refusals('retract-fact', { event: opinion, ...because })).toEqual(['built-upon']);
  });
});
