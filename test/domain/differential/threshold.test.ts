import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Award } from '../../../src/domain/award/slice.js';
import { yearAbove, yearGrantsOf } from '../../../src/domain/award/threshold.js';
import { initialState, type DossierState } from '../../../src/domain/dossier/state.js';
import type { Instalment } from '../../../src/domain/funded-year/slice.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { plainThreshold, plusDays, plusMonths, type PlainAward } from './plain.js';

/** Two establishments of one body, and another body. */
const BODIES = ['11111111100011', '11111111100029', '22222222200016'];
const THRESHOLD = 2_300_000;

interface Drawn {
  readonly kind: 'study' | 'convention' | 'year';
  readonly body: string;
  readonly startsOn: string;
  readonly status: Award['status'];
  /** The two instalments of each of its years. */
  readonly years: readonly (readonly [number, number])[];
}

const day = fc.oneof(
  fc.constantFrom('2027-01-01', '2028-01-01', '2028-02-29'),
  fc.nat(1200).map(rank => plusDays('2027-01-01', rank)),
);
const amount = fc.oneof(fc.constantFrom(1_150_000, 1_149_999, 1_150_001), fc.nat(1_400_000));
const status = fc.constantFrom('adopted', 'executory', 'in-force', 'ended', 'settled', 'rejected', 'requested');
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    kind: fc.constantFrom('study' as const, 'convention' as const, 'year' as const),
    body: fc.constantFrom(...BODIES),
    startsOn: day,
    status: status as fc.Arbitrary<Award['status']>,
    years: fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 3 }),
  })
  .map(award => (award.kind === 'convention' ? award : { ...award, years: award.years.slice(0, 1) }));

const dossier = fc.record({
  awards: fc.array(drawn, { minLength: 1, maxLength: 3 }),
  endedOn: fc.option(day, { freq: 1 }),
});

const isVoted = ({ status: stands }: Drawn) => stands !== 'rejected' && stands !== 'requested';

/** A dossier of those awards, ended or not, with nothing but what is counted. */
function stateOf({ awards, endedOn }: { awards: readonly Drawn[]; endedOn: string | null }, of: number): DossierState {
  const initial = initialState(String(of));
  const named = awards.map((award, rank) => ({ ...award, id: `${of}-${rank}` }));
  const held = named.map(({ id, kind, body, startsOn, status: stands, years }) => [
    id,
    {
      ...{ id, kind, applicant: body, status: stands, parent: null },
      granted: isVoted({ kind, body, startsOn, status: stands, years }) ? cents(1) : null,
      period: { from: civilDate(startsOn), to: civilDate(startsOn) },
    } as Partial<Award> as Award,
  ]);
  const lines = named.filter(isVoted).flatMap(({ id, kind, years }) =>
    years.flatMap((parts, rank) =>
      parts.map((part, number) => [
        `${id}/${rank}/${number}`,
        // A year voted apart keeps its rank in its convention.
        { award: id, year: kind === 'year' ? 2 : rank + 1, number, amount: cents(part), status: 'planned' },
      ]),
    ),
  );
  return {
    ...initial,
    awards: Object.fromEntries(held) as DossierState['awards'],
    instalments: Object.fromEntries(lines) as Record<string, Instalment>,
    lifecycle:
      endedOn === null ? initial.lifecycle : { ...initial.lifecycle, status: 'abandoned', endedOn: civilDate(endedOn) },
  };
}

const plainOf = (awards: readonly Drawn[], endedOn: string | null, of: number): readonly PlainAward[] =>
  awards.map((award, rank) => ({
    ...{ id: `${of}-${rank}`, body: award.body, voted: isVoted(award), endedOn },
    years: award.years.map(([first, second], year) => ({
      from: plusMonths(award.startsOn, 12 * year),
      amount: first + second,
    })),
  }));

describe('the threshold of the convention, told twice', () => {
  it('is passed by the same awards in three thousand sets of dossiers', () => {
    let above = 0;
    fc.assert(
      fc.property(fc.array(dossier, { minLength: 1, maxLength: 4 }), dossiers => {
        const states = dossiers.map(stateOf);
        const grants = states.flatMap(yearGrantsOf);
        const found = states.flatMap(({ awards }) =>
          Object.keys(awards).filter(award => yearAbove(award, grants, cents(THRESHOLD))),
        );
        const wanted = plainThreshold(
          dossiers.flatMap(({ awards, endedOn }, of) => plainOf(awards, endedOn, of)),
          THRESHOLD,
        );
        expect(found).toEqual(wanted);
        above += wanted.length;
      }),
      { seed: 17, numRuns: 3000 },
    );
    expect(above).toBeGreaterThan(1000);
  });
});
