import { describe, expect, it } from '@jest/globals';
import { heldBecause, nextActOf } from '../../src/domain/dossier/holds.js';
import { because, claimed, ordered, paid, type DossierBuilder } from '../builders/dossier.js';
import { running } from '../builders/whole-life-dossiers.js';

function firstOf(dossier: DossierBuilder) {
  const instalment = Object.values(dossier.state.instalments).find(({ year, number }) => year === 1 && number === 1);
  if (!instalment) throw new Error('Aucun versement');
  return instalment;
}

const reasons = (dossier: DossierBuilder) =>
  heldBecause(firstOf(dossier), dossier).map(({ code, liftedBy }) => `${code} → ${liftedBy}`);

describe('a payment', () => {
  it('is held by a suspension at each step until it is liquidated, and says what lifts it', () => {
    const prepared = claimed().does('prepare-liquidation', { amount: firstOf(claimed()).amount });
    for (const dossier of [running(), claimed(), prepared]) {
      expect(reasons(dossier)).toEqual([]);
      expect(reasons(dossier.does('suspend-dossier', because))).toEqual(['suspended → resume-dossier']);
    }
  });

  it('is held by nothing once it is ordered or paid: no condition bears on it any more', () => {
    expect(reasons(ordered().does('suspend-dossier', because))).toEqual([]);
    expect([ordered(), paid()].map(dossier => nextActOf(firstOf(dossier)))).toEqual([undefined, undefined]);
  });
});
