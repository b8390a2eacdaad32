import { describe, expect, it } from '@jest/globals';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { VOCABULARY } from '../../src/domain/dossier/vocabulary.js';
import { RuleBook } from '../../src/reglement/load.js';

/** What moves money, tells a vote or an opinion, hands in or ends, by what it leaves in the journal. */
const WEIGHS = new Set([
  ...['instalment-claimed', 'liquidation-prepared', 'liquidation-validated', 'payment-ordered', 'payment-recorded'],
  ...['payment-rejected', 'recovery-ordered', 'recovery-collected', 'recovery-waived', 'convention-settled'],
  ...['vote-recorded', 'opinion-given', 'grant-requested', 'report-filed', 'study-delivered', 'pieces-delivered'],
  ...[
    'project-withdrawn',
    'pole-abandoned',
    'convention-terminated',
    'grant-withdrawn',
    'grant-abrogated',
    'dossier-closed',
  ],
]);

describe('What is read twice before it is done', () => {
  it('is every act that moves money, tells a vote, hands something in or ends something', () => {
    const light = ACTS.filter(({ emits, gravity }) => gravity === undefined && emits.some(event => WEIGHS.has(event)));
    expect(light.map(({ name }) => name)).toEqual([]);
  });

  it('names events that exist', () => {
    const emitted = new Set(ACTS.flatMap(({ emits }) => emits as readonly string[]));
    expect([...WEIGHS].filter(event => !emitted.has(event))).toEqual([]);
  });
});

describe('The blocks that a règlement lets a manager lift', () => {
  it('have a French name each', () => {
    const gates = RuleBook.load()
      .versions()
      .flatMap(({ waivableGates }) => waivableGates);
    expect(gates.length).toBeGreaterThan(0);
    expect(gates.filter(gate => !Object.hasOwn(VOCABULARY.waivableGate, gate))).toEqual([]);
  });
});
