import { describe, expect, it } from '@jest/globals';
import { type Attempt, reasonsOf, type Refused } from '../builders/refused-attempts.js';
import { BEARER, because, declared } from '../builders/dossier.js';

const PREPARATION: readonly Refused[] = [
  ['a second local group', declared, 'form-local-group', { structures: 1 }, [{ code: 'already-done', absolute: true }]],
  ['a second council', declared, 'designate-council', { councilName: 'C' }, [{ code: 'already-done', absolute: true }]],
  [
    'an opinion passed over on its last day',
    () => declared().on('2026-05-04'),
    'pass-over-opinion',
    because,
    [
      {
        code: 'opinion-not-late',
        source: "Règlement de l'aide, avis du Conseil de développement",
        liftedBy: 'give-opinion',
        absolute: true,
      },
    ],
  ],
  [
    'an unfavourable opinion without its reasons',
    declared,
    'give-opinion',
    { outcome: 'unfavourable' },
    [{ code: 'opinion-without-statement', pointer: '/statement' }],
  ],
  [
    'a note that concludes against its own criteria',
    declared,
    'write-legitimation-note',
    {
      carrier: { name: 'A', siret: BEARER },
      selfOrganised: true,
      beyondAssociations: false,
      conclusion: 'legitimate',
      analysis: 'A',
    },
    [{ code: 'criteria-not-met', source: "Règlement de l'aide, critères de légitimité", pointer: '/conclusion' }],
  ],
];

describe('the preparation is refused, by its source and with the act that lifts it,', () => {
  it.each(PREPARATION)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('at the edge, is accepted', () => {
  it.each<Attempt>([
    ['an opinion passed over the day after its term', () => declared().on('2026-05-05'), 'pass-over-opinion', because],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
