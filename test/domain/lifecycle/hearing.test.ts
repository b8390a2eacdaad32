import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../../src/domain/dossier/owing.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { because, type DossierBuilder } from '../../builders/dossier.js';
import { convention, pays, reports, running, withExcess, yearTurns } from '../../builders/whole-life-dossiers.js';
import { heardFor } from '../../builders/withdrawn.js';

const inviting = (...grounds: readonly string[]) => ({ ...because, matter: 'termination', grounds });
const terminating = (...grounds: readonly string[]) => ({ ...because, grounds });

const heardOnLateReport = () => heardFor(running(), 'termination', ['late-report:1']);
const hearings = (dossier: DossierBuilder) => Object.values(dossier.state.lifecycle.observations);

describe('a hearing', () => {
  it('is open to a new breach, whatever was heard before', () => {
    const dossier = heardOnLateReport().does('invite-observations', inviting('no-activity'));
    expect(hearings(dossier).map(({ rank, grounds }) => [rank, ...grounds])).toEqual([
      [1, 'late-report:1'],
      [2, 'no-activity'],
    ]);
  });

  it('serves for no breach but those that it put to the carrier', () => {
    const dossier = heardOnLateReport();
    expect(dossier.attempt('terminate-by-region', terminating('no-activity'))).toMatchObject({
      refusals: [{ code: 'observations-not-heard', pointer: '/grounds', liftedBy: 'invite-observations' }],
    });
    const both = terminating('late-report:1', 'no-activity');
    expect(dossier.refusals('terminate-by-region', both)).toEqual(['observations-not-heard']);
    expect(dossier.refusals('terminate-by-region', terminating('late-report:2'))).toEqual(['observations-not-heard']);
    expect(dossier.refusals('terminate-by-region', terminating('late-report:1'))).toEqual([]);
  });

  it('serves for no other measure', () => {
    const dossier = heardFor(running(), 'withdrawal', ['late-report:1']);
    expect(dossier.refusals('terminate-by-region', terminating('late-report:1'))).toEqual(['observations-not-heard']);
  });

  it('runs once at a time on one measure, and names the act by which it ends', () => {
    const dossier = running().does('invite-observations', inviting('late-report:1'));
    expect(dossier.attempt('invite-observations', inviting('no-activity'))).toMatchObject({
      refusals: [{ code: 'already-done', pointer: '/matter', liftedBy: 'present-observations' }],
    });
  });

  it('on a sanction rests on what the law adds for one: its grievances and the file', () => {
    const sources = [{}, { grievances: 'Deux comptes rendus.' }].map(more => {
      const dossier = running().does('invite-observations', { ...inviting('late-report:1'), ...more });
      const [key = ''] = Object.keys(dossier.state.lifecycle.observations);
      const [refusal] = dossier.reasons('terminate-by-region', terminating('late-report:1'));
      return [refusal?.source, dueOf(`observations/${key}`, dossier.state, dossier.rules)?.source];
    });
    expect(sources).toEqual([
      ['CRPA art. L121-1 et L122-1 : procédure contradictoire', 'CRPA art. L122-1 : observations de l’intéressé'],
      [
        'CRPA art. L121-1, L122-1 et L122-2 : procédure contradictoire',
        'CRPA art. L122-1 et L122-2 : observations de l’intéressé',
      ],
    ]);
  });

  it('left unanswered ends with its term, whatever its rank: the carrier is awaited, then the Région may decide', async () => {
    const dossier = heardOnLateReport().does('invite-observations', inviting('no-activity'));
    expect(await dossier.awaits()).toContain('observations');
    expect(dossier.refusals('terminate-by-region', terminating('no-activity'))).toEqual(['observations-not-heard']);
    await dossier.on('2026-06-01').settlesSilences();
    expect(await dossier.awaits()).not.toContain('observations');
    expect(dossier.refusals('terminate-by-region', terminating('no-activity'))).toEqual([]);
  });

  it('is consumed by the decision that names it', () => {
    const dossier = heardOnLateReport().does('terminate-by-region', terminating('late-report:1'));
    const [hearing] = hearings(dossier);
    const decision = dossier.events.find(({ type }) => type === 'convention-terminated');
    expect(decision?.data).toMatchObject({ by: 'region', grounds: ['late-report:1'], hearing: hearing?.event });
    expect(hearing).toMatchObject({ usedOn: dossier.today });
  });

  it.each([
    ['no ground', []],
    ['a ground that does not exist', ['other']],
    ['a ground said twice', ['no-activity', 'no-activity']],
    ['a clause without its article', ['convention-clause']],
    ['words in the place of a reference', ['convention-clause:article 7 de la convention']],
  ])('is refused with %s', (_what, grounds) => {
    expect(running().attempt('invite-observations', inviting(...grounds))).toMatchObject({
      refusals: [{ code: 'ground-unknown', pointer: '/grounds', source: 'CRPA art. L211-2, 4° et 5°, et L211-5' }],
    });
  });

  it('on what is a sanction states the grievances, and offers the file', () => {
    const dossier = running().does('invite-observations', {
      ...inviting('no-activity'),
      grievances: 'Rien depuis mai.',
    });
    const [hearing] = hearings(dossier);
    expect(hearing).toMatchObject({ sanction: true });
    expect(dossier.events.at(-1)).toMatchObject({ private: { reason: 'Motif.', grievances: 'Rien depuis mai.' } });
  });
});

describe('a hearing on what was paid beyond what is due', () => {
  it('may be held as soon as the account of a year is accepted, in the course of the convention', async () => {
    const dossier = yearTurns(pays(running(), 1, 1), 1);
    const asked = () => dossier.refusals('invite-observations', { ...because, matter: 'recovery' });
    expect(asked()).toEqual(['nothing-to-discuss']);
    // 10 000 € charged and 3 500 € kept of 35 000 €: 13 500 € due, 24 500 € paid.
    reports(dossier, 1, { 'financial-report': { unspent: cents(2_500_000) } });
    expect(asked()).toEqual([]);
    dossier.does('invite-observations', { ...because, matter: 'recovery' });
    expect(hearings(dossier)).toMatchObject([{ grounds: ['excess'], amount: 1_100_000 }]);
    expect(await dossier.awaits()).toContain('observations');
  });

  it('bears on the amount that the account leaves, and on no other', () => {
    const dossier = withExcess();
    const on = { on: { award: convention(dossier).id } };
    const inviteWith = (more: object) =>
      dossier.refusals('invite-observations', { ...because, matter: 'recovery', ...more }, on);
    expect(inviteWith({ amount: cents(1) })).toEqual(['amount-of-account']);
    expect(inviteWith({ grounds: ['excess'] })).toEqual(['grounds-of-account']);
    dossier.does('invite-observations', { ...because, matter: 'recovery' }, on);
    expect(hearings(dossier)).toMatchObject([{ grounds: ['excess'], amount: 1_600_000 }]);
  });
});

describe('a formal notice', () => {
  const asked = (dossier: DossierBuilder) => {
    const reglement = { ...dossier.rules.reglement, formalNoticeFor: ['termination'] };
    Object.defineProperty(dossier, 'rules', { value: { ...dossier.rules, reglement } });
    return dossier;
  };

  it('comes before the measure where the règlement asks for it, on each of its grounds, and runs to its term', () => {
    const dossier = asked(heardFor(running(), 'termination', ['no-activity']));
    const lacking = { code: 'formal-notice-lacking', liftedBy: 'give-formal-notice', pointer: '/grounds' };
    const terminate = () => dossier.attempt('terminate-by-region', terminating('no-activity'));
    expect(terminate()).toMatchObject({ refusals: [lacking] });
    dossier.does('give-formal-notice', terminating('no-activity'));
    const [notice] = dossier.state.lifecycle.formalNotices;
    expect(notice).toMatchObject({ on: '2026-02-02', term: '2026-03-04', grounds: ['no-activity'] });
    expect(terminate()).toMatchObject({ refusals: [lacking] });
    dossier.on('2026-03-05');
    expect(dossier.refusals('terminate-by-region', terminating('no-activity'))).toEqual([]);
  });

  it('is asked for by no règlement that does not say so', () => {
    expect(heardOnLateReport().refusals('terminate-by-region', terminating('late-report:1'))).toEqual([]);
  });
});
