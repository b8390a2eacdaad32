import { describe, expect, it } from '@jest/globals';
import { lifePath } from '../../../src/desk/pole/life-path.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { because, declared, type DossierBuilder, inForce, prepared, requested, voted } from '../../builders/dossier.js';

/** The path as one reads it: each step with its state. */
const pathOf = ({ state, today }: Pick<DossierBuilder, 'state' | 'today'>) =>
  Object.fromEntries(lifePath(state, today).map(step => [step.name, step.state]));

describe('The path of a pôle', () => {
  it.each([
    ['declared', declared, 'Étude'],
    ['prepared', prepared, 'Demande'],
    ['asked for', requested, 'Vote'],
    ['voted', voted, 'Convention'],
  ] as const)('of a pôle that is %s is at one step, all that came before done or set aside', (_where, live, atHand) => {
    const path = Object.entries(pathOf(live()));
    const here = path.findIndex(([name]) => name === atHand);
    expect(path[here]?.[1]).toBe('current');
    expect(path.slice(0, here).every(([, state]) => state === 'done' || state === 'skipped')).toBe(true);
    expect(path.slice(here + 1).every(([, state]) => state === 'awaited')).toBe(true);
  });

  it('shows each exercise of the convention, the one that runs being at hand', () => {
    const dossier = inForce();
    const path = pathOf({ state: dossier.state, today: civilDate('2027-06-01') });
    expect(path).toMatchObject({ Convention: 'done', 'Exercice 1': 'current', 'Exercice 2': 'awaited' });
    expect(path).toMatchObject({ 'Exercice 3': 'awaited', Évaluation: 'awaited', Clôture: 'awaited' });
  });

  it('says of what was set aside that it was, with its day and the word that agrees', () => {
    const study = lifePath(prepared().state, prepared().today).find(({ name }) => name === 'Étude');
    expect(study).toMatchObject({ state: 'skipped', word: 'écartée', detail: expect.stringMatching(/^\d/) });
  });

  it('is at no step once the pôle is closed', () => {
    const abandoned = declared().does('withdraw-project', because);
    const closed = { ...abandoned.state, lifecycle: { ...abandoned.state.lifecycle, closedOn: abandoned.today } };
    expect(Object.values(pathOf({ state: closed, today: abandoned.today }))).not.toContain('current');
  });
});
