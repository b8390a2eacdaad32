import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { inForm } from './form.js';
import { verdictOn, type RawJournal, type Verdict } from './raw-journal.js';

/** An invariant as the reference tells it, and how a case of it is written by raw SQL. */
export interface DrawnInvariant<Draw> {
  /** The numbers of the controls that are about it. */
  readonly controls: readonly string[];
  readonly draws: fc.Arbitrary<Draw>;
  /** What the texts say of the case: told without the gates of the rules. */
  readonly lawful: (draw: Draw) => boolean;
  readonly write: (draw: Draw, journal: RawJournal) => Promise<unknown>;
  /** How the database refuses it. */
  readonly refusal: RegExp;
  /** Whether a control may be the first to say so: of what the règlement alone knows, or an other table. */
  readonly orControl?: boolean;
}

const RUNS = inForm(50, 600);
/** What every draw comes from: that of a run which failed, in JALON_TEST_SEED, draws the same cases again. */
const SEED = Number(process.env['JALON_TEST_SEED'] ?? randomInt(2 ** 31));

/** Nearly always the usual value, once in so many another. */
export const seldom = <T>(weight: number, usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

/** How the invariants of a file are tried, all on one bare house. */
export function onABareHouse(): <Draw>(invariant: DrawnInvariant<Draw>) => Promise<void> {
  let house: BareHouse;
  beforeAll(async () => {
    house = await bareHouse();
  });
  afterAll(() => house.close());
  return invariant => isHeldBy(house, invariant);
}

const isRight = (verdict: Verdict, { refusal, orControl }: Pick<DrawnInvariant<never>, 'refusal' | 'orControl'>) =>
  verdict.by === 'a control' ? orControl === true : verdict.by === 'the database' && refusal.test(verdict.why);

/** What is lawful goes through in silence; what is not is refused by the database, or named by a control. */
async function isHeldBy<Draw>(house: BareHouse, invariant: DrawnInvariant<Draw>): Promise<void> {
  const drawn = { lawful: 0, unlawful: 0 };
  const property = fc.asyncProperty(invariant.draws, async draw => {
    const verdict = await verdictOn(house, invariant.controls, async journal => {
      await invariant.write(draw, journal);
    });
    const isLawful = invariant.lawful(draw);
    drawn[isLawful ? 'lawful' : 'unlawful'] += 1;
    if (isLawful) expect(verdict).toEqual({ by: 'nobody', why: '' });
    else if (!isRight(verdict, invariant)) expect(verdict).toEqual({ by: 'the database', why: invariant.refusal });
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
  expect([SEED, Math.min(drawn.lawful, drawn.unlawful) > 0]).toEqual([SEED, true]);
}
