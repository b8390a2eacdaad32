import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Award } from '../../../src/domain/award/slice.js';
import { initialState, type DossierState } from '../../../src/domain/dossier/state.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { addDays, addYears, civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Instalment } from '../../../src/domain/funded-year/slice.js';
import type { FundedYear, Report } from '../../../src/domain/funded-year/years-slice.js';
import { accountOf } from '../../../src/domain/lifecycle/settlement.js';
import type { Post } from '../../../src/domain/recruitment/slice.js';
import type { Rules } from '../../../src/domain/reglement/reglement.js';
import { anyDueRules } from '../../builders/any-due-rules.js';
import { accounts, amounts, days, heldFrom, holdings } from './files.js';
import { plainDue, plainExcess, plusDays, plusMonths, type PlainFile } from './plain.js';

/** A convention at its settlement: each of its years accounted for, its post held or not, paid so much, perhaps ended. */
const conventions = fc.record({
  startsOn: days,
  years: fc.array(
    fc.record({
      instalments: fc.tuple(amounts, amounts),
      isPaid: fc.tuple(fc.boolean(), fc.boolean()),
      account: accounts,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  /** Days from the start to an abandonment. */
  end: fc.option(fc.nat(900), { freq: 1 }),
  forecast: fc.option(fc.integer({ min: 1, max: 5_000_000 }), { freq: 6 }),
  post: fc.option(
    fc.record({
      share: fc.integer({ min: 10, max: 100 }),
      openedAfter: fc.integer({ min: -200, max: 200 }),
      turns: holdings,
    }),
    { freq: 6 },
  ),
  suspension: fc.option(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 120 })), { freq: 1 }),
  rules: anyDueRules,
});
type Drawn = ReturnType<(typeof conventions)['generate']>['value'];

const NAME = 'convention';
const startOf = ({ startsOn }: Drawn, rank: number) => plusMonths(startsOn, 12 * rank);
const endOf = (drawn: Drawn, rank: number) => plusDays(startOf(drawn, rank + 1), -1);
const stopOf = ({ startsOn, end }: Drawn) => (end === null ? null : plusDays(startsOn, end));
const isOpened = (drawn: Drawn, rank: number) => rank === 0 || (stopOf(drawn) ?? '9999') >= startOf(drawn, rank);
const heldOf = ({ startsOn, post }: Drawn) =>
  post === null ? [] : heldFrom(plusDays(startsOn, post.openedAfter), post.turns, false);

/** The year as the texts see it. */
function fileOf(drawn: Drawn, rank: number): PlainFile {
  const { years, post, startsOn, suspension, rules, forecast } = drawn;
  const exercise = { from: startOf(drawn, rank), to: endOf(drawn, rank) };
  const stop = stopOf(drawn);
  const ranUntil = stop !== null && stop < exercise.to ? stop : null;
  const [first = 0, second = 0] = years[rank]?.instalments ?? [];
  const openedOn = post && plusDays(startsOn, post.openedAfter);
  const held = heldOf(drawn);
  let empty = 0;
  let day = plusDays(exercise.from, -1);
  const isHeldOn = (at: string) => held.some(({ from, to }) => from <= at && at <= (to ?? at));
  while (day >= (openedOn ?? exercise.from) && !isHeldOn(day)) {
    empty++;
    day = plusDays(day, -1);
  }
  const declared = openedOn !== null && openedOn <= (ranUntil ?? exercise.to);
  const until = ranUntil === null ? {} : { until: ranUntil };
  const plainPost = { share: post?.share ?? 100, held, emptyBefore: isHeldOn(exercise.from) ? 0 : empty, ...until };
  const none = { share: 100, held: [], emptyBefore: 0 };
  return {
    ...{ granted: first + second, agreed: 0, exercise, ranUntil, rules, forecast },
    account: years[rank]?.account ?? null,
    posts: declared ? [plainPost] : [none],
    suspended:
      suspension === null
        ? []
        : [{ from: plusDays(startsOn, suspension[0]), to: plusDays(startsOn, suspension[0] + suspension[1] - 1) }],
  };
}

const accepted = (figures: object) => ({ kind: 'financial-report', status: 'accepted', figures }) as unknown as Report;

/** The same, as the fold of a dossier holds it. */
function stateOf(drawn: Drawn): DossierState {
  const { startsOn, years, post, suspension, forecast } = drawn;
  const initial = initialState('dossier');
  const from = civilDate(startsOn);
  const convention = {
    ...{ id: NAME, kind: 'convention', parent: null, years: years.length },
    yearlyForecast: forecast === null ? null : cents(forecast),
    period: { from, to: addDays(addYears(from, years.length), -1) },
  } as Partial<Award> as Award;
  const stop = stopOf(drawn);
  const lines = years.flatMap(({ instalments, isPaid }, rank) =>
    instalments.map((amount, number) => {
      const paid = isPaid[number] === true && isOpened(drawn, rank);
      return {
        ...{ award: NAME, year: rank + 1, number, amount: cents(amount) },
        ...{ status: paid ? 'paid' : 'planned', liquidated: cents(paid ? amount : 0) },
      } as Partial<Instalment> as Instalment;
    }),
  );
  const opened = years.flatMap(({ account }, rank) => {
    const year = { award: NAME, year: rank + 1, reports: { 'financial-report': accepted(account) } };
    return isOpened(drawn, rank) ? [year as Partial<FundedYear> as FundedYear] : [];
  });
  return {
    ...initial,
    awards: { [NAME]: convention },
    instalments: Object.fromEntries(lines.map(line => [`${line.year}/${line.number}`, line])),
    years: Object.fromEntries(opened.map(year => [`${NAME}/${year.year}`, year])),
    posts: post === null ? {} : { 1: postOf(drawn) },
    lifecycle: {
      ...initial.lifecycle,
      ...(stop === null ? {} : { status: 'abandoned' as const, endedOn: civilDate(stop) }),
      suspensions:
        suspension === null
          ? []
          : [{ from: addDays(from, suspension[0]), to: addDays(from, suspension[0] + suspension[1]) }],
    },
  };
}

function postOf(drawn: Drawn): Post {
  const held = heldOf(drawn).map(({ from, to, share }) => ({
    ...{ from: civilDate(from), to: to === null ? null : civilDate(to), share },
  }));
  const { share = 100, openedAfter = 0 } = drawn.post ?? {};
  const openedOn = civilDate(plusDays(drawn.startsOn, openedAfter));
  return { number: 1, share, endedOn: null, openedOn, held } as Partial<Post> as Post;
}

describe('the excess of a convention whose years are accounted for, told twice', () => {
  it('is the same to the cent on a thousand conventions, with what is due, paid and released', () => {
    let claimed = 0;
    fc.assert(
      fc.property(conventions, drawn => {
        const state = stateOf(drawn);
        const convention = state.awards[NAME];
        if (!convention) throw new Error('Aucune convention');
        const { due, paid, excess, released } = accountOf(state, convention, {
          reglement: { ...drawn.rules, dueSources: {} },
        } as unknown as Rules);
        const years = drawn.years.map(({ instalments, isPaid }, rank) => ({
          due: isOpened(drawn, rank) ? plainDue(fileOf(drawn, rank)) : 0,
          paid: isOpened(drawn, rank) ? instalments.reduce((sum, part, at) => sum + (isPaid[at] ? part : 0), 0) : 0,
          granted: instalments[0] + instalments[1],
        }));
        expect({ due, paid, excess, released }).toEqual(plainExcess(years));
        if (excess > 0) claimed++;
      }),
      { seed: 17, numRuns: 1000 },
    );
    expect(claimed).toBeGreaterThan(200);
  });
});
