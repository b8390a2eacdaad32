import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import {
  ACCOUNT,
  because,
  declared,
  DossierBuilder,
  FIRST_ADVANCE,
  GOOD_VOTE,
  inForce,
  NOTE,
  onAgenda,
  signature,
  STUDY,
} from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { carried, convention, firstYearOver, HASH, RENEWAL } from '../builders/whole-life-dossiers.js';
import { secondYearOpen, YEAR_OF_2018, yearGrant } from '../builders/yearly-votes.js';

const due = (dossier: DossierBuilder, key: string) => dueOf(key, dossier.state, dossier.rules)?.on;

/** A pôle whose council is named two months after its group was formed. */
function slowlyDeclared(): DossierBuilder {
  const declaration = { paysCodes: ['02'], initiator: 'ess-actors', groupName: 'Groupe' };
  const dossier = new DossierBuilder('2026-02-02').does('declare-initiative', declaration);
  dossier.does('form-local-group', { structures: 12 });
  return dossier.on('2026-04-02').does('designate-council', { councilName: 'Conseil' });
}

/** What precedes the request of a pôle, in any order. */
const PREPARING = {
  'skip-study': because,
  'give-opinion': { outcome: 'favourable' },
  'write-legitimation-note': NOTE,
} as const;

/** A study asked for, refused, and the refusal notified in October. */
function studyRefused(): DossierBuilder {
  const dossier = declared().does('request-study-grant', STUDY);
  dossier.on('2026-09-01').does('report-instruction', { favourable: false, report: 'R' });
  dossier
    .does('enter-agenda', { organ: 'assembly', sessionOn: civilDate('2026-09-28'), text: 'Étude' })
    .on('2026-09-28');
  dossier.does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
  return dossier.on('2026-10-15').does('notify-refusal');
}

describe('a term is counted from the last of the facts that make it owed', () => {
  it('the opinion, the first meeting, the study: the group and the council both there', () => {
    const dossier = slowlyDeclared();
    expect(due(dossier, 'council-opinion/1')).toBe('2026-07-02');
    expect(due(dossier, 'cress-meeting/1')).toBe('2026-07-02');
    expect(due(dossier, 'study-choice/1')).toBe('2026-10-02');
  });

  it('another study: the refusal of the one before', () => {
    expect(due(studyRefused(), 'study-choice/2')).toBe('2027-04-15');
  });

  it('the study itself: its grant in force, then its return', () => {
    const dossier = declared()
      .does('request-study-grant', STUDY)
      .does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' });
    dossier.does('record-vote', { ...GOOD_VOTE, amount: STUDY.amount }).on('2026-05-04');
    dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    dossier
      .does('sign-convention', signature(dossier, 'carrier'))
      .does('sign-convention', signature(dossier, 'region'));
    dossier.on('2026-06-01').does('notify-convention');
    expect(due(dossier, 'study-delivery/1/1')).toBe('2027-06-01');
  });

  it.each(['skip-study', 'give-opinion', 'write-legitimation-note'] as const)(
    'the request of the pôle, when what comes last is %s',
    last => {
      const dossier = declared().does('hold-cress-meeting', { participants: 5 });
      const { [last]: lastPayload, ...otherPayloads } = PREPARING;
      for (const [act, payload] of Object.entries<object>(otherPayloads)) dossier.does(act, payload);
      dossier.on('2027-06-01').does(last, lastPayload);
      expect(due(dossier, 'grant-request/1')).toBe('2027-12-01');
    },
  );

  it('the agenda after an adjournment: the session that adjourned', () => {
    const dossier = onAgenda(undefined, '2026-07-20')
      .on('2026-07-20')
      .does('record-vote', { ...GOOD_VOTE, outcome: 'adjourned' });
    expect(due(dossier, `agenda-entry/${dossier.award.award}/2`)).toBe('2026-09-21');
  });

  it('a liquidation that was sent back: its return', () => {
    const dossier = inForce().does('claim-instalment', ACCOUNT).does('prepare-liquidation', { amount: FIRST_ADVANCE });
    dossier.on('2026-03-10').does('return-liquidation', because);
    expect(due(dossier, `liquidation/${dossier.award.award}/1/1/2`)).toBe('2026-03-25');
  });

  it('a claim of a year voted apart: the notification that came last', () => {
    const dossier = secondYearOpen();
    dossier.does('request-year-grant', yearGrant(2), { on: { award: convention(dossier).id } });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Exercice 2' });
    dossier.does('record-vote', { ...GOOD_VOTE, amount: YEAR_OF_2018 });
    dossier.does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    dossier
      .does('sign-convention', signature(dossier, 'carrier'))
      .does('sign-convention', signature(dossier, 'region'));
    dossier.on('2019-10-01').does('notify-convention');
    expect(due(dossier, `instalment-claim/${dossier.award.award}/2/1`)).toBe('2019-12-01');
  });
});

describe('who owes does not move its own term', () => {
  it('by another meeting of the CRESS', () => {
    const dossier = declared().does('hold-cress-meeting', { participants: 5 });
    expect(due(dossier, 'legitimation-note/1')).toBe('2026-06-02');
    dossier.on('2026-05-04').does('hold-cress-meeting', { participants: 5 });
    expect(due(dossier, 'legitimation-note/1')).toBe('2026-06-02');
  });

  it('nor is a hiring put off by a renewal that is notified meanwhile', () => {
    const dossier = firstYearOver().on('2029-02-01').does('vacate-post');
    expect(due(dossier, 'hiring/1/2')).toBe('2029-06-01');
    dossier.does('record-final-evaluation', { outcome: 'favourable', hash: HASH });
    dossier.on('2029-09-03').does('request-renewal', RENEWAL).does('give-opinion', { outcome: 'favourable' });
    carried(dossier);
    expect(due(dossier, 'hiring/1/2')).toBe('2029-06-01');
  });
});

describe('an opinion that was given more time', () => {
  it('is passed over once that time is over, and not before', () => {
    const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' } }).on('2026-05-01');
    const until = civilDate('2026-09-30');
    dossier.does('grant-extension', { ...because, until }, { on: { obligation: 'o-1' } });
    expect(dossier.on('2026-09-30').refusals('pass-over-opinion', because)).toEqual(['opinion-not-late']);
    expect(dossier.on('2026-10-01').refusals('pass-over-opinion', because)).toEqual([]);
  });

  it('is not late while the dossier is suspended', () => {
    const dossier = declared().on('2026-05-01').does('suspend-dossier', because).on('2026-08-01');
    expect(dossier.refusals('pass-over-opinion', because)).toEqual(['opinion-not-late']);
  });
});
