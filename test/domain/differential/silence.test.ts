import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisionDue } from '../../../src/domain/award/due.js';
import type { Award } from '../../../src/domain/award/slice.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Rules } from '../../../src/domain/reglement/reglement.js';
import { RuleBook } from '../../../src/reglement/load.js';
import { days } from './files.js';
import { everyDay, plainSilence, plusDays } from './plain.js';

interface Demand {
  readonly on: string;
  readonly endedOn: string | null;
}

/** Demands made one after the other, each on a day on which the term still runs, each ended by its pieces or its term. */
const requests = fc
  .tuple(days, fc.array(fc.tuple(fc.nat(200), fc.nat(45)), { maxLength: 4 }), fc.nat(9))
  .map(([receivedOn, drawn, last]) => {
    const demands: Demand[] = [];
    for (const [later, during] of drawn) {
      const from = demands.at(-1)?.on ?? receivedOn;
      const open = everyDay({ from, to: plainSilence(receivedOn, demands) ?? from });
      const on = open[later % open.length] ?? from;
      demands.push({ on, endedOn: plusDays(on, during) });
    }
    const isPending = last === 0 && demands.length > 0;
    return {
      receivedOn,
      demands: isPending
        ? demands.map((demand, rank) => (rank === 0 ? { ...demand, endedOn: null } : demand))
        : demands,
    };
  });

describe('the silence that rejects a request, told twice', () => {
  const { law } = RuleBook.load();

  it('comes on the same day in three thousand requests, whatever demands for pieces overlap', () => {
    let overlapping = 0;
    fc.assert(
      fc.property(requests, ({ receivedOn, demands }) => {
        const award = {
          receivedOn: civilDate(receivedOn),
          demands: demands.map(({ on, endedOn }) => ({
            on: civilDate(on),
            endedOn: endedOn === null ? null : civilDate(endedOn),
          })),
        } as unknown as Award;
        expect(decisionDue(award, { law } as Rules)?.on).toBe(plainSilence(receivedOn, demands));
        const isOver = ({ on }: Demand, rank: number) => rank > 0 && on < (demands[rank - 1]?.endedOn ?? '');
        if (demands.some(isOver)) overlapping++;
      }),
      { seed: 17, numRuns: 3000 },
    );
    expect(overlapping).toBeGreaterThan(500);
  });
});
