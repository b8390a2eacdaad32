import { describe, expect, it } from '@jest/globals';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import {
  type DossierBuilder,
  GOOD_VOTE,
  inForce,
  onAgenda,
  signature,
  someone,
  voted,
} from '../../builders/dossier.js';

const executory = () => voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
const EXECUTORY = 'CGCT art. L4141-1, I et II';
const NOT_SIGNED = {
  code: 'convention-not-signed',
  source: 'Loi n° 2000-321 du 12 avril 2000, art. 10',
  liftedBy: 'sign-convention',
  absolute: true,
};
const EXECUTION: readonly Refused[] = [
  [
    'a notification before the transmission',
    voted,
    'notify-grant',
    {},
    [{ code: 'not-transmitted', source: EXECUTORY, liftedBy: 'transmit-deliberation', absolute: true }],
  ],
  ['a second notification', executory, 'notify-grant', {}, [{ code: 'already-done', absolute: true }]],
  [
    'a second transmission',
    () => voted().does('transmit-deliberation', { receipt: 'R' }),
    'transmit-deliberation',
    { receipt: 'R' },
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'a second publication of the délibération',
    () => voted().does('publish-deliberation'),
    'publish-deliberation',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'a second notification of the refusal',
    () => rejected().does('notify-refusal'),
    'notify-refusal',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'the signature of the Région before the transmission',
    voted,
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'not-executory', source: EXECUTORY, liftedBy: 'transmit-deliberation', absolute: true, pointer: '/date' }],
  ],
  [
    'the signature of the Région before the notification',
    () => voted().does('transmit-deliberation', { receipt: 'R' }),
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'not-executory', source: EXECUTORY, liftedBy: 'notify-grant', absolute: true, pointer: '/date' }],
  ],
  [
    'a second signature of the carrier',
    () => signedBy('carrier'),
    'sign-convention',
    dossier => signature(dossier, 'carrier'),
    [{ code: 'already-done', pointer: '/party' }],
  ],
  [
    'a second signature of the Région',
    () => signedBy('region'),
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'already-done', pointer: '/party' }],
  ],
  [
    'the signature of the Région by the carrier',
    executory,
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'wrong-party', pointer: '/party' }],
    () => ({ by: someone('carrier') }),
  ],
  [
    'the signature of another text than the voted one',
    executory,
    'sign-convention',
    dossier => ({ ...signature(dossier, 'region'), textHash: 'f'.repeat(64) }),
    [
      {
        code: 'text-differs',
        source: "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi",
        pointer: '/textHash',
        absolute: true,
      },
    ],
  ],
  ['a notification signed by nobody', executory, 'notify-convention', {}, [NOT_SIGNED]],
  ['a notification signed by the carrier alone', () => signedBy('carrier'), 'notify-convention', {}, [NOT_SIGNED]],
  ['a notification signed by the Région alone', () => signedBy('region'), 'notify-convention', {}, [NOT_SIGNED]],
  [
    'a second notification of the convention',
    inForce,
    'notify-convention',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'a publication before the signature of the Région',
    () => signedBy('carrier'),
    'publish-essential-data',
    {},
    [
      {
        code: 'convention-not-signed',
        source: 'Décret n° 2017-779 du 5 mai 2017',
        liftedBy: 'sign-convention',
        absolute: true,
      },
    ],
  ],
  [
    'a second publication',
    () => inForce().does('publish-essential-data'),
    'publish-essential-data',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
];

function signedBy(party: string): DossierBuilder {
  const dossier = executory();
  return dossier.does('sign-convention', signature(dossier, party));
}

function rejected(): DossierBuilder {
  return onAgenda().does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
}

describe('a délibération published before it is notified', () => {
  const published = () => {
    const dossier = voted().does('publish-deliberation').does('transmit-deliberation', { receipt: 'R' });
    return dossier.does('sign-convention', signature(dossier, 'carrier'));
  };
  const standing = (dossier: DossierBuilder) => dossier.state.awards[dossier.award.award ?? '']?.status;

  it('is not executory: the Région does not sign', () => {
    expect(standing(published())).toBe('adopted');
    expect(published().refusals('sign-convention', signature(published(), 'region'))).toEqual(['not-executory']);
  });

  it('is executory on its notification, and the Région signs', () => {
    const dossier = published().does('notify-grant');
    expect(standing(dossier)).toBe('executory');
    expect(dossier.refusals('sign-convention', signature(dossier, 'region'))).toEqual([]);
  });
});

describe('a decision notified electronically', () => {
  const sent = () => voted('2027-03-01').on('2027-03-05').does('transmit-deliberation', { receipt: 'R' });
  const electronic = { means: 'electronic', agreedOn: '2027-02-01', availableOn: '2027-03-08' };
  const notifiedOn = (dossier: DossierBuilder) => dossier.state.awards[dossier.award.award ?? '']?.grantNotifiedOn;

  it('is received at its first consultation, whenever that is entered', () => {
    const dossier = sent()
      .on('2027-03-20')
      .does('notify-grant', { ...electronic, consultedOn: '2027-03-10' });
    expect(notifiedOn(dossier)).toBe('2027-03-10');
  });

  it('is received fifteen days after it was made available when nobody consulted it, or later than that', () => {
    expect(notifiedOn(sent().on('2027-03-23').does('notify-grant', electronic))).toBe('2027-03-23');
    const late = sent()
      .on('2027-04-02')
      .does('notify-grant', { ...electronic, consultedOn: '2027-04-01' });
    expect(notifiedOn(late)).toBe('2027-03-23');
  });

  it.each([
    ['without the agreement of the body', { agreedOn: undefined }, 'agreement-missing', '/agreedOn'],
    ['whose agreement came after', { agreedOn: '2027-03-09' }, 'date-order', '/availableOn'],
    ['without the day it was made available', { availableOn: undefined }, 'availability-missing', '/availableOn'],
    ['made available before the transmission', { availableOn: '2027-03-04' }, 'date-order', '/availableOn'],
    ['consulted before it was made available', { consultedOn: '2027-03-07' }, 'date-order', '/consultedOn'],
    ['by post, with the days of the other means', { means: 'post' }, 'not-electronic', '/availableOn'],
  ])('is refused %s', (_what, change, code, pointer) => {
    const [reason] = sent()
      .on('2027-03-22')
      .reasons('notify-grant', { ...electronic, ...change });
    expect(reason).toMatchObject({ code, pointer });
  });

  it('by hand is received on the date of the act', () => {
    const dossier = sent().on('2027-03-20').does('notify-grant', { means: 'hand' }, { date: '2027-03-09' });
    expect(notifiedOn(dossier)).toBe('2027-03-09');
  });
});

describe('the execution refuses, by its source and with the act that lifts it,', () => {
  it.each(EXECUTION)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('the execution, at the edge, accepts', () => {
  it.each<Attempt>([
    [
      'the signature of the carrier by the carrier',
      executory,
      'sign-convention',
      of => signature(of, 'carrier'),
      () => ({ by: someone('carrier') }),
    ],
    ['the publication in force', inForce, 'publish-essential-data', {}],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
