import { describe, expect, it } from '@jest/globals';
import { targetOf } from '../../../src/api/subject-of-address.js';
import { actAddress, actOfSlug, paramsOf } from '../../../src/desk/forms/addresses.js';
import type { Act } from '../../../src/domain/dossier/act.js';
import { ACTS } from '../../../src/domain/dossier/acts.js';
import type { Subject, SubjectKind } from '../../../src/domain/dossier/subject.js';

const POLE = '0190a0aa-0000-7000-8000-000000000001';
const award = '0190a0aa-0000-7000-8000-000000000002';

const subjectFor = ({ subject: kind, report = 'indicators' }: Act<never>): Subject =>
  ({
    pole: { kind: 'pole' },
    award: { kind: 'award', award },
    instalment: { kind: 'instalment', award, year: 1, number: 2 },
    report: { kind: 'report', award, year: 3, report },
    post: { kind: 'post', post: 1 },
    contribution: { kind: 'contribution', contribution: 4 },
    obligation: { kind: 'obligation', obligation: award },
  })[kind satisfies SubjectKind] as Subject;

describe('The address of an act', () => {
  it('is its own, in French, and leads back to what it bears on', () => {
    const addresses = ACTS.map(act => actAddress(act, POLE, subjectFor(act)));
    expect(new Set(addresses).size).toBe(ACTS.length);
    for (const [rank, act] of ACTS.entries()) {
      const [, poles, pole = '', faire, name = '', ...parts] = (addresses[rank] ?? '').split('/');
      expect([poles, faire]).toEqual(['poles', 'faire']);
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(actOfSlug(name)).toBe(act);
      expect(targetOf(act, paramsOf(pole, parts)).subject).toEqual(subjectFor(act));
    }
  });

  it('says what it bears on in words', () => {
    const act = ACTS.find(({ name }) => name === 'accept-report');
    expect(act && actAddress(act, POLE, subjectFor(act))).toBe(
      `/poles/${POLE}/faire/accepter-un-compte-rendu/attribution/${award}/exercice/3/compte-rendu/indicateurs`,
    );
  });

  it('that means nothing is refused, whatever every object has', () => {
    const act = ACTS.find(({ name }) => name === 'accept-report');
    for (const parts of [
      ['constructor', '1'],
      ['attribution'],
      ['attribution', award, 'exercice', '1', 'compte-rendu', 'rien'],
    ])
      expect(() => act && targetOf(act, paramsOf(POLE, parts))).toThrow(/identifiant|rangs|exercice/);
  });
});
