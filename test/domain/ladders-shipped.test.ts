import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate, daysBetween, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { rungDay, rungsOf, type Ladder } from '../../src/domain/reglement/ladder.js';
import { RuleBook } from '../../src/reglement/load.js';

const book = RuleBook.load();
const versions = book.versions();
const [first] = versions;
const SETS = [...versions, ...Object.values(first ? book.of(first.id).ladderSets : {})];
const LADDERS = SETS.flatMap(({ id, ladders }) => Object.keys(ladders).map(name => ({ id, name, ladders })));

const DUES = Array.from({ length: 3 * 366 }, (_, day) => addDays(civilDate('2026-01-01'), day));

/** The rungs that a due day brings too close for one of those they name, the quiet days of the year aside. */
function tooClose(ladders: Readonly<Record<string, Ladder>>, name: string, due: CivilDate): readonly string[] {
  const rungs = rungsOf(ladders, name).map(rung => ({ ...rung, on: rungDay(due, { ...rung, quiet: [] }) }));
  return rungs.flatMap((rung, rank) =>
    rung.recipients.flatMap(recipient => {
      const before = rungs.slice(0, rank).findLast(earlierRung => earlierRung.recipients.includes(recipient));
      const apart = before === undefined ? Infinity : daysBetween(before.on, rung.on);
      return apart < rung.coolDownDays ? [`due on ${due}, ${recipient}: ${before?.on}, then ${rung.on}`] : [];
    }),
  );
}

describe('the ladders that are shipped', () => {
  it.each(LADDERS)('leave their own cool-down between the rungs of one person: $id, $name', ({ ladders, name }) => {
    expect(DUES.flatMap(due => tooClose(ladders, name, due))).toEqual([]);
  });
});
