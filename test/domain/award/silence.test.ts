import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisionDue } from '../../../src/domain/award/due.js';
import type { Award, PieceDemand } from '../../../src/domain/award/slice.js';
import { addDays, addMonths, civilDate, type CivilDate } from '../../../src/domain/kernel/civil-date.js';
import { because, requested, someone } from '../../builders/dossier.js';
import { convention, running } from '../../builders/whole-life-dossiers.js';

const { award: subject, state, rules } = requested();

function awardOf(receivedOn: CivilDate, demands: readonly PieceDemand[]): Award {
  const award = state.awards[subject.award];
  if (!award) throw new Error('Aucune demande');
  return { ...award, receivedOn, demands };
}

/** Day by day: two months, and one more for each day on which some pieces asked for in time were awaited. */
function counted(receivedOn: CivilDate, demands: readonly PieceDemand[]): CivilDate {
  const awaited = new Set<CivilDate>();
  const term = () => addDays(addMonths(receivedOn, 2), awaited.size);
  for (const { on, endedOn } of demands.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
    if (on <= term() && endedOn !== null) for (let day = on; day < endedOn; day = addDays(day, 1)) awaited.add(day);
  return term();
}

const SHORTER = { years: 2, amount: 7_000_000 };
const demands = fc.array(fc.record({ after: fc.nat(120), lasts: fc.nat(45) }), { maxLength: 5 });

describe('the two months of silence', () => {
  it('are those counted day by day, whatever demands overlap, touch or come too late', () => {
    fc.assert(
      fc.property(fc.nat(1500), demands, (since, drawn) => {
        const receivedOn = addDays(civilDate('2026-01-01'), since);
        const asked = drawn.map(({ after, lasts }, rank): PieceDemand => {
          const on = addDays(receivedOn, after);
          const endedOn = addDays(on, lasts);
          return { number: rank + 1, pieces: [], missing: [], on, term: endedOn, endedOn, termEnded: null };
        });
        expect(decisionDue(awardOf(receivedOn, asked), rules)?.on).toBe(counted(receivedOn, asked));
      }),
    );
  });

  it('do not reject what the Région proposes itself, and reject what the carrier asks of it', () => {
    const proposed = (options: object, more: object = {}) => {
      const dossier = running();
      const on = { award: convention(dossier).id };
      dossier.does('request-amendment', { ...because, ...SHORTER, ...more }, { on, ...options });
      const amendment = dossier.state.awards[dossier.award.award];
      return amendment && decisionDue(amendment, dossier.rules)?.on;
    };
    expect(proposed({})).toBeUndefined();
    expect(proposed({}, { requestedBy: 'carrier' })).toBe('2026-04-02');
    expect(proposed({ by: someone('carrier') })).toBe('2026-04-02');
  });

  it('do not begin by the word of a carrier that the Région proposes', () => {
    const dossier = running();
    const options = { on: { award: convention(dossier).id }, by: someone('carrier') };
    const payload = { ...because, years: 2, requestedBy: 'region' };
    expect(dossier.reasons('request-amendment', payload, options)).toEqual([
      { code: 'wrong-requester', source: 'CRPA art. L110-1', pointer: '/requestedBy' },
    ]);
  });
});
