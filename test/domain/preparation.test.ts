import { describe, expect, it } from '@jest/globals';
import { successorProposed } from '../builders/every-state.js';
import {
  because,
  BEARER,
  declared,
  type DossierBuilder,
  GOOD_VOTE,
  NOTE,
  prepared,
  someone,
  STUDY,
  studyGranted,
} from '../builders/dossier.js';

const REPORT = { reportHash: 'ab'.repeat(32) };

describe('the préfiguration study, granted', () => {
  it('is delivered by its own bearer, another legal person than the carrier', () => {
    const dossier = studyGranted();
    const bearer = { ...someone('carrier'), bodies: [BEARER] };
    const other = { ...someone('carrier'), bodies: [NOTE.carrier.siret] };
    expect(dossier.refusals('deliver-study', REPORT, { by: bearer })).toEqual([]);
    expect(dossier.refusals('deliver-study', REPORT, { by: other })).toEqual(['out-of-perimeter']);
  });

  it('sent back, is delivered again before it is validated', async () => {
    const dossier = studyGranted().does('deliver-study', REPORT).does('review-study', { outcome: 'to-complete' });
    expect(await dossier.awaits()).toContain('study-delivery');
    expect(dossier.refusals('review-study', { outcome: 'validated' })).toEqual(['wrong-state']);
    dossier.does('deliver-study', REPORT).does('review-study', { outcome: 'validated' });
    expect(dossier.state.study).toMatchObject({ status: 'validated', round: 2 });
    expect(await dossier.awaits()).not.toContain('study-choice');
  });

  it('plans the instalments of its own grant, and none of the pôle', () => {
    const { instalments, awards } = studyGranted().state;
    expect(Object.values(instalments).map(({ award }) => awards[award]?.kind)).toEqual(['study', 'study']);
  });

  it('under way, can no longer be skipped', () => {
    expect(studyGranted().refusals('skip-study', because)).toEqual(['wrong-state']);
  });

  it('is not reviewed on a day before its delivery', () => {
    const dossier = studyGranted('2026-02-02').on('2026-05-04').does('deliver-study', REPORT);
    expect(dossier.refusals('review-study', { outcome: 'validated' }, { date: '2026-05-03' })).toEqual(['date-order']);
  });
});

describe('the préfiguration study, refused', () => {
  const refused = () => {
    const dossier = declared()
      .does('request-study-grant', STUDY)
      .does('report-instruction', { favourable: false, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' });
    return dossier
      .does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 })
      .does('notify-refusal');
  };

  it('may then be skipped', async () => {
    const dossier = refused().does('skip-study', because);
    expect(dossier.state.study).toMatchObject({ status: 'skipped', attempt: 2 });
    expect(await dossier.awaits()).not.toContain('study-choice');
  });

  it('asked for again, is awaited as an award of its own', async () => {
    const dossier = refused().does('request-study-grant', STUDY);
    expect(dossier.state.study.attempt).toBe(2);
    expect(Object.keys(dossier.state.awards)).toHaveLength(2);
    expect(await dossier.awaits()).toEqual(
      expect.arrayContaining(['acknowledgement', 'decision', 'instruction-report']),
    );
  });
});

describe('the opinion of the council', () => {
  it.each([
    ['favourable', { outcome: 'favourable' }],
    ['with reserves', { outcome: 'with-reserves', statement: 'Réserves.' }],
  ])('%s, is settled', async (_name, opinion) => {
    expect(await declared().does('give-opinion', opinion).awaits()).not.toContain('council-opinion');
  });

  it('is given once: a second one asks for a revised project first', () => {
    const dossier = declared().does('give-opinion', { outcome: 'unfavourable', statement: 'Motifs.' });
    expect(dossier.refusals('give-opinion', { outcome: 'favourable' })).toEqual(['wrong-state']);
    dossier.does('file-revised-project', { summary: 'Projet revu.' });
    expect(dossier.refusals('give-opinion', { outcome: 'favourable' })).toEqual([]);
  });

  it('unfavourable or awaited, is waived by a manager alone, and awaited no longer', async () => {
    const dossier = declared().does('give-opinion', { outcome: 'unfavourable', statement: 'Motifs.' });
    expect(dossier.refusals('waive-opinion', because, { by: someone('instructor') })).toEqual(['forbidden-role']);
    dossier.does('waive-opinion', because);
    expect(await dossier.awaits()).not.toContain('revised-project');
    expect(await dossier.awaits()).not.toContain('council-opinion');
  });

  it('on a revised project, has its own term', () => {
    const dossier = declared('2026-02-03').does('give-opinion', { outcome: 'unfavourable', statement: 'Motifs.' });
    dossier.on('2026-04-01').does('file-revised-project', { summary: 'Projet revu.' });
    expect(dossier.on('2026-05-05').refusals('pass-over-opinion', because)).toEqual(['opinion-not-late']);
    expect(dossier.on('2026-07-02').refusals('pass-over-opinion', because)).toEqual([]);
  });

  it('passed over, is settled, and its lateness is the law of nobody: no one overrides it', async () => {
    const dossier = declared('2026-02-03');
    const override = { gate: 'opinion-late', act: 'pass-over-opinion', reason: 'Motif.' };
    expect(dossier.refusals('override-block', override)).toEqual(['gate-not-waivable']);
    dossier.on('2026-05-05').does('pass-over-opinion', because);
    expect(await dossier.awaits()).not.toContain('council-opinion');
  });

  it('does not precede the project that it is about', () => {
    const dossier = declared('2026-02-03').on('2026-03-02');
    expect(dossier.refusals('give-opinion', { outcome: 'favourable' }, { date: '2026-02-02' })).toEqual(['date-order']);
    expect(dossier.refusals('give-opinion', { outcome: 'favourable' }, { date: '2026-03-03' })).toEqual([
      'date-in-future',
    ]);
  });
});

describe('legitimation by the CRESS', () => {
  const notYet = { ...NOTE, beyondAssociations: false, conclusion: 'not-yet' };

  it('« not yet » recognises no carrier and calls for another note', async () => {
    const dossier = declared().does('hold-cress-meeting', { participants: 5 }).does('write-legitimation-note', notYet);
    expect(dossier.state.legitimation.carrier).toBeNull();
    expect(await dossier.awaits()).toContain('legitimation-note');
    dossier.does('write-legitimation-note', NOTE);
    expect(dossier.state.legitimation.carrier).toBe(NOTE.carrier.siret);
    expect(await dossier.awaits()).not.toContain('legitimation-note');
  });

  it('concludes on a body that exists, in the words of the SIRET', () => {
    const note = { ...NOTE, carrier: { ...NOTE.carrier, siret: '12345678901234' } };
    expect(declared().refusals('write-legitimation-note', note)).toEqual(['siret-invalid']);
  });

  it('is the CRESS’s to write: the Région cannot', () => {
    expect(declared().refusals('write-legitimation-note', NOTE, { by: someone('instructor') })).toEqual([
      'forbidden-role',
    ]);
  });

  it('once given, calls for the request of the grant when the study and the opinion are settled too', async () => {
    expect(await declared().does('hold-cress-meeting', { participants: 5 }).awaits()).not.toContain('grant-request');
    expect(await prepared().awaits()).toEqual(['grant-request']);
  });
});

describe('a step marked as not applicable', () => {
  const mark = (kind: string, instance: string) => ({ ...because, kind, instance });

  it('is met for the story, and awaited again once the mark is retracted', async () => {
    const dossier = declared();
    expect(await dossier.awaits()).toContain('cress-meeting');
    dossier.does('mark-step-not-applicable', mark('cress-meeting', '1'));
    expect(await dossier.awaits()).not.toContain('cress-meeting');
    const marked = dossier.events.at(-1);
    dossier.does('retract-fact', { event: marked?.id, reason: 'Par erreur.' });
    expect(await dossier.awaits()).toContain('cress-meeting');
  });

  it('is refused for what law or règlement asks for, and for what is done', () => {
    const dossier = declared().does('hold-cress-meeting', { participants: 12 });
    expect(dossier.refusals('mark-step-not-applicable', mark('vote', '1'))).toEqual(['step-always-applies']);
    expect(dossier.refusals('mark-step-not-applicable', mark('cress-meeting', '1'))).toEqual(['already-done']);
  });
});

describe('a carrier that an amendment would bring', () => {
  const examined = (dossier: DossierBuilder, conclusion: string) =>
    dossier.does('examine-successor', { conclusion, analysis: 'A' });

  it('is examined by the CRESS, which is asked for its note, and for another after « not yet »', async () => {
    const dossier = successorProposed();
    expect(await dossier.awaits()).toContain('successor-note');
    expect(await examined(dossier, 'not-yet').awaits()).toContain('successor-note');
    expect(dossier.state.legitimation.successors[dossier.award.award]).toMatchObject({ round: 1 });
    expect(await examined(dossier, 'legitimate').awaits()).not.toContain('successor-note');
    expect(dossier.refusals('examine-successor', { conclusion: 'not-yet', analysis: 'A' })).toEqual(['already-done']);
  });

  it('was none of an amendment of before that is on the agenda: no note is asked any more', async () => {
    const dossier = examined(successorProposed(), 'legitimate').does('report-instruction', {
      favourable: true,
      report: 'R',
    });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Texte' });
    dossier.events = dossier.events.filter(({ type }) => type !== 'successor-examined');
    expect(await dossier.awaits()).not.toContain('successor-note');
  });
});
