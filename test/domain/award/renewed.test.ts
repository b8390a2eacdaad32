import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import { BEARER, type DossierBuilder, GOOD_VOTE, GRANT } from '../../builders/dossier.js';
import {
  amended,
  carried,
  convention,
  firstYearOver,
  HASH,
  RENEWAL,
  yearTurns,
} from '../../builders/whole-life-dossiers.js';

const favourable = { outcome: 'favourable' };
const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });
const asked = (dossier: DossierBuilder, applicant = GRANT.applicant) =>
  dossier
    .does('request-renewal', { ...RENEWAL, applicant })
    .does('give-opinion', favourable)
    .does('report-instruction', { favourable: true, report: 'R' });
const lastYear = () => yearTurns(firstYearOver(), 2);
const evaluated = (dossier: DossierBuilder) =>
  dossier.does('record-final-evaluation', { ...favourable, hash: HASH }, on(dossier));
const transferred = () => amended(lastYear(), { carrier: { name: 'Reprise', siret: BEARER } });
const reprise = { name: 'Reprise', siret: BEARER };

function rejected(dossier: DossierBuilder): DossierBuilder {
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
  const against = { votesFor: 5, votesAgainst: 50, outcome: 'rejected' };
  return dossier.does('record-vote', { ...GOOD_VOTE, ...against });
}

const agenda = (dossier: DossierBuilder) => ({ organ: 'assembly', sessionOn: dossier.today, text: 'T' });
const NOT_EVALUATED = {
  code: 'final-evaluation-missing',
  source: "Règlement de l'aide, renouvellement",
  liftedBy: 'record-final-evaluation',
};
const UNKNOWN_CARRIER = {
  code: 'carrier-not-legitimate',
  source: "Règlement de l'aide, appui de la CRESS",
  liftedBy: 'write-legitimation-note',
};

describe('the agenda of a renewal', () => {
  it.each<Refused>([
    [
      'waits for the evaluation of the convention before',
      () => asked(lastYear()),
      'enter-agenda',
      agenda,
      [NOT_EVALUATED],
    ],
    [
      'waits for it again after a first renewal was rejected',
      () => asked(withRejected()),
      'enter-agenda',
      agenda,
      [NOT_EVALUATED],
    ],
    [
      'is open to the carrier that the CRESS recognised',
      () => evaluated(asked(lastYear())),
      'enter-agenda',
      agenda,
      [],
    ],
    [
      'is open to the carrier that a convention binds since it changed hands',
      () => evaluated(asked(transferred(), reprise)),
      'enter-agenda',
      agenda,
      [],
    ],
    [
      'is closed to a body that nobody recognised',
      () => evaluated(asked(lastYear(), reprise)),
      'enter-agenda',
      agenda,
      [UNKNOWN_CARRIER],
    ],
  ])('%s', (...[what, build, act, payload, reasons]) => {
    expect(reasonsOf(what, build, act, payload)).toEqual(reasons);
  });

  it('of a third convention waits for the evaluation of the second, the first being evaluated', () => {
    const dossier = carried(evaluated(lastYear().does('request-renewal', RENEWAL).does('give-opinion', favourable)));
    const second = dossier.award;
    yearTurns(dossier, 3)
      .on('2032-01-01')
      .does('request-renewal', { ...RENEWAL, startsOn: '2033-01-01' });
    dossier.does('give-opinion', favourable).does('report-instruction', { favourable: true, report: 'R' });
    expect(dossier.reasons('enter-agenda', agenda(dossier))).toEqual([NOT_EVALUATED]);
    dossier.does('record-final-evaluation', { ...favourable, hash: HASH }, { on: second });
    expect(dossier.reasons('enter-agenda', agenda(dossier))).toEqual([]);
  });
});

function withRejected(): DossierBuilder {
  const dossier = asked(lastYear());
  const waived = { gate: 'final-evaluation-known', act: 'enter-agenda', on: dossier.award.award, reason: 'Motif.' };
  return rejected(dossier.does('override-block', waived));
}

describe('a pôle whose renewal was rejected', () => {
  it('does not ask for a first convention again: the one that it has is renewed', () => {
    expect(withRejected().reasons('request-grant', { ...GRANT, startsOn: '2033-01-01' })).toEqual([
      {
        code: 'convention-granted',
        source: "Règlement de l'aide, renouvellement",
        liftedBy: 'request-renewal',
        absolute: true,
      },
    ]);
  });

  it('whose first request was rejected has ended, and asks for nothing', () => {
    expect(lastYear().refusals('request-grant', { ...GRANT, amount: cents(1) })).toEqual(['wrong-state']);
  });
});
