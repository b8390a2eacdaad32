import { expect, it } from '@jest/globals';
import { stageOf, type Stage } from '../../src/domain/dossier/stage.js';
import { DossierBuilder, inForce, paid } from '../builders/dossier.js';
import { firstYearOver, pays, RENEWAL, running, yearTurns } from '../builders/whole-life-dossiers.js';
import { EVERY_STATE } from '../builders/every-state.js';

it.each<[standing: keyof typeof EVERY_STATE, stage: Stage]>([
  ['not declared', 'initiative'],
  ['declared', 'preparation'],
  ['whose study is under way', 'preparation'],
  ['prepared', 'preparation'],
  ['requested', 'instruction'],
  ['incomplete', 'instruction'],
  ['instructed', 'decision'],
  ['on agenda', 'decision'],
  ['adjourned', 'decision'],
  ['voted', 'signature'],
  ['executory', 'signature'],
  ['in force', 'payment'],
  ['whose advance is ordered', 'payment'],
  ['paid', 'running'],
  ['to be renewed', 'running'],
  ['ended', 'settlement'],
  ['settled', 'settlement'],
  ['suspended', 'suspended'],
  ['withdrawn', 'withdrawn'],
  ['refused', 'refused'],
  ['abandoned', 'abandoned'],
  ['terminated', 'terminated'],
  ['closed', 'closed'],
])('a dossier %s stands at the stage « %s »', (standing, stage) => {
  const build = EVERY_STATE[standing];
  expect(build && stageOf(build().state)).toBe(stage);
});

it('its group formed but its council not named, or the other way round, a dossier is an initiative still', () => {
  const begun = () =>
    new DossierBuilder('2026-02-02').does('declare-initiative', {
      paysCodes: ['02'],
      initiator: 'ess-actors',
      groupName: 'Groupe',
    });
  expect(stageOf(begun().does('form-local-group', { structures: 1 }).state)).toBe('initiative');
  expect(stageOf(begun().does('designate-council', { councilName: 'C' }).state)).toBe('initiative');
});

it('only a payment of the convention itself makes it run', () => {
  expect(stageOf(paid().state)).toBe('running');
  expect(stageOf(inForce().state)).toBe('payment');
  const renewed = yearTurns(firstYearOver(), 2).does('request-renewal', RENEWAL);
  expect(stageOf(renewed.state)).toBe('running');
  expect(stageOf(pays(running(), 1, 1).state)).toBe('running');
});
