import { describe, expect, it } from '@jest/globals';
import { standingOfClosed } from '../../src/domain/dossier/act-standing.js';
import { actNamed } from '../../src/domain/dossier/acts.js';
import { subjectsOf } from '../../src/domain/dossier/decide.js';
import { fold, type DossierState } from '../../src/domain/dossier/state.js';
import { subjectKey, type Subject } from '../../src/domain/dossier/subject.js';
import { declared, inForce, paid, type DossierBuilder } from '../builders/dossier.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { onAward } from '../builders/subjects.js';

const standing = (
  { state }: DossierBuilder,
  act: string,
  subject: Parameters<typeof standingOfClosed>[1]['subject'] = { kind: 'pole' },
) => standingOfClosed(actNamed(act), { state, subject });

const isThere = (subject: Subject, { state, act }: { readonly state: DossierState; readonly act: string }) =>
  subjectsOf(actNamed(act), { state }).some(known => subjectKey(known) === subjectKey(subject));

describe('a closed act', () => {
  it('is not yet open while what it bears on may come to its state', () => {
    expect(standing(declared(), 'write-legitimation-note')).toBe('not-yet');
    const dossier = inForce();
    expect(standing(dossier, 'prepare-liquidation', dossier.instalment)).toBe('not-yet');
  });

  it('is over once no act leads back to its state', () => {
    const settled = paid();
    expect(standing(settled, 'prepare-liquidation', settled.instalment)).toBe('over');
    const dossier = inForce();
    expect(standing(dossier, 'record-vote', onAward(dossier.award.award))).toBe('over');
  });

  it('is over once the dossier has ended, unless it stays open then', () => {
    const ended = EVERY_STATE['abandoned'] ?? declared;
    expect(standing(ended(), 'hold-cress-meeting')).toBe('over');
  });

  it('is never done in a life after it was said to be over', () => {
    let looks = 0;
    for (const [name, build] of Object.entries(EVERY_STATE)) {
      const { id, events, done } = build();
      let known = 0;
      const states = events.map((_, rank) => fold(id, events.slice(0, rank)));
      for (const { act, subject } of done) {
        const at = events.findIndex((event, rank) => rank >= known && event.act === act);
        known = at + 1;
        const before = states.slice(0, at + 1).filter(state => isThere(subject, { state, act }));
        looks += before.length;
        for (const state of before) {
          const of = actNamed(act);
          const { status } = state.lifecycle;
          expect([name, act, status, standingOfClosed(of, { state, subject })]).toEqual([name, act, status, 'not-yet']);
        }
      }
    }
    expect(looks).toBeGreaterThan(1000);
  });
});
