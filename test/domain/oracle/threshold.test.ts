import { describe, expect, it } from '@jest/globals';
import { grantedWith, yearAbove, type YearGrant } from '../../../src/domain/award/threshold.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate, yearOf } from '../../../src/domain/kernel/civil-date.js';
import { RuleBook } from '../../../src/reglement/load.js';
import { legalThreshold } from '../../../src/domain/reglement/reglement.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly body: string;
  readonly awards: readonly {
    readonly id: string;
    readonly body: string;
    readonly state: string;
    readonly abandonedOn?: string;
    readonly years: readonly { readonly from: string; readonly cents: number }[];
  }[];
}

interface Expected {
  readonly totalsCents: Readonly<Record<string, number>>;
  readonly conventionRequiredFor: readonly string[];
}

/** What a case grants: nothing of what was withdrawn, and of what was abandoned the years that had begun. */
function grantsOf({ awards }: Given): readonly YearGrant[] {
  return awards
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap(({ id, body, years, abandonedOn }) =>
      years
        .filter(({ from }) => abandonedOn === undefined || from <= abandonedOn)
        .map(({ from, cents: amount }) => ({
          ...{ award: id, applicant: body, startsOn: civilDate(from), amount: cents(amount) },
        })),
    );
}

describe('the threshold of the convention, as worked by hand from the texts', () => {
  const law = RuleBook.load().inForce(civilDate('2027-01-01'))?.law;
  const threshold = law && legalThreshold(law, 'convention-required-above', civilDate('2027-01-01'));
  const cases = casesOf<Given, Expected>('threshold');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    if (!threshold) throw new Error('Aucun seuil en 2027.');
    const grants = grantsOf(worked.given);
    const totals = Object.fromEntries(grants.map(grant => [yearOf(grant.startsOn), grantedWith(grant, grants)]));
    expect(totals).toEqual(worked.expected.totalsCents);
    const required = worked.given.awards.filter(({ id }) => yearAbove(id, grants, threshold.amount));
    expect(required.map(({ id }) => id).toSorted()).toEqual(worked.expected.conventionRequiredFor);
  });
});
