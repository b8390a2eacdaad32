import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runControls } from '../../src/record/upkeep/controls.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { belowThreshold, declared, inForce, ordered, requested } from '../builders/dossier.js';
import { inForm } from '../builders/form.js';
import { HousePlayer, type Move, type Played } from '../builders/player.js';
import { accountedFor, firstYearOver, running, withExcess } from '../builders/whole-life-dossiers.js';
import { bareHouse } from '../rig/bare-house.js';

/** How many sequences of the day are played. */
const RUNS = inForm(3, 300);
const LENGTH = 60;

/** Where a sequence begins: often where there is money, or little would ever be paid. */
const STARTS = {
  ...{ declared, requested, inForce, belowThreshold, ordered },
  ...{ running, firstYearOver, accountedFor, withExcess },
} as const;
type Start = keyof typeof STARTS;

const weighted = <T>(...options: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]) =>
  fc.oneof(...options.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const move = fc.record<Move>({
  pole: weighted([6, fc.constant(0)], [1, fc.constant(1)]),
  days: weighted([12, fc.nat(3)], [3, fc.nat(40)], [1, fc.nat(400)]),
  pick: fc.nat(100_000),
  chance: fc.nat(10_000),
  late: weighted([6, fc.constant(0)], [1, fc.nat(10)]),
  choice: fc.constantFrom<Move['choice']>(
    ...(['anything', 'open', 'turn'] as const),
    ...Array.from({ length: 9 }, () => 'awaited' as const),
  ),
});
const start = fc.constantFrom(...(Object.keys(STARTS) as Start[]));
const sequence = (least: number) => fc.array(move, { minLength: least, maxLength: LENGTH, size: 'max' });

/** Plays a sequence on a house of its own, then controls everything. Answers what was tried. */
async function plays(from: Start, moves: readonly Move[]): Promise<readonly Played[]> {
  const house = await bareHouse();
  try {
    const player = await HousePlayer.after(house, STARTS[from]());
    for (const nextMove of moves) await player.play(nextMove);
    expect(await runControls(house.source, house.book)).toEqual([]);
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
    expect(await house.source.query('SELECT * FROM disagreements')).toEqual([]);
    return player.played;
  } finally {
    await house.close();
  }
}

const REACHED = {
  votes: ['record-vote'],
  payments: ['record-payment'],
  amendments: ['request-amendment'],
  endings: [
    ...(['abandon-pole', 'terminate-by-region', 'withdraw-project', 'close-dossier'] as const),
    ...(['revoke-grant', 'withdraw-for-commitment', 'abrogate-grant'] as const),
  ],
  retractions: ['retract-fact'],
} as const;

describe('whatever people try, in whatever order, no invariant is broken', () => {
  it('in sequences that reach votes, payments, amendments, retractions and ends, and are often refused', async () => {
    const played: Played[] = [];
    for (const [from, moves] of fc.sample(fc.tuple(start, sequence(LENGTH)), { seed: 3, numRuns: 5 }))
      played.push(...(await plays(from, moves)));
    const did = (acts: readonly string[]) =>
      played.filter(({ act, refused }) => acts.includes(act) && refused.length === 0).length;
    const counts = Object.entries(REACHED).map(([what, acts]) => [what, did(acts)] as const);
    expect(counts.filter(([, times]) => times === 0)).toEqual([]);
    expect(played.filter(({ refused }) => refused.length > 0).length).toBeGreaterThan(played.length / 20);
  });

  it('nor in those of the day', async () => {
    const property = fc.asyncProperty(start, sequence(1), async (from, moves) => void (await plays(from, moves)));
    await fc.assert(property, { numRuns: RUNS });
  });
});
