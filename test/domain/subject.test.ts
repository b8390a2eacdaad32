import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardIdOf, subjectKey, type Subject } from '../../src/domain/dossier/subject.js';
import { REPORT_KINDS } from '../../src/domain/reglement/reglement.js';

const [award, rank] = [fc.constantFrom('a', 'b').map(letter => letter.repeat(8)), fc.integer({ min: 1, max: 3 })];
const kind = <Kind extends Subject['kind']>(name: Kind) => fc.constant(name);

/** Few of each kind, so that two drawn are often close: an address of each of the seven. */
const EACH: { readonly [Kind in Subject['kind']]: fc.Arbitrary<Extract<Subject, { readonly kind: Kind }>> } = {
  pole: fc.record({ kind: kind('pole') }),
  award: fc.record({ kind: kind('award'), award }),
  instalment: fc.record({ kind: kind('instalment'), award, year: rank, number: rank }),
  report: fc.record({ kind: kind('report'), award, year: rank, report: fc.constantFrom(...REPORT_KINDS) }),
  post: fc.record({ kind: kind('post'), post: rank }),
  contribution: fc.record({ kind: kind('contribution'), contribution: rank }),
  obligation: fc.record({ kind: kind('obligation'), obligation: award }),
};
const subjects: fc.Arbitrary<Subject> = fc.oneof(...Object.values<fc.Arbitrary<Subject>>(EACH));

describe('the key of what an act bears on', () => {
  it('is that of no other subject', () => {
    fc.assert(
      fc.property(subjects, subjects, (subject, other) => {
        expect(subjectKey(subject) === subjectKey(other)).toBe(same(subject, other));
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[subject: Subject, key: string]>([
    [{ kind: 'pole' }, ''],
    [{ kind: 'award', award: 'a' }, 'a'],
    [{ kind: 'instalment', award: 'a', year: 2, number: 1 }, 'a/2/1'],
    [{ kind: 'report', award: 'a', year: 2, report: 'indicators' }, 'a/2/indicators'],
    [{ kind: 'post', post: 1 }, 'post/1'],
    [{ kind: 'obligation', obligation: 'o' }, 'obligation/o'],
  ])('of %j is what the journal has: « %s »', (subject, key) => {
    expect(subjectKey(subject)).toBe(key);
  });
});

const same = (subject: Subject, other: Subject) =>
  JSON.stringify(Object.entries(subject).sort()) === JSON.stringify(Object.entries(other).sort());

describe('the award of what an act bears on', () => {
  it('is what the subject is or is a part of, and nothing of the pôle itself', () => {
    fc.assert(
      fc.property(subjects, subject => {
        expect(awardIdOf(subject)).toBe('award' in subject ? subject.award : undefined);
      }),
    );
  });
});
