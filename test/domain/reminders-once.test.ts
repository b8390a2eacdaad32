import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectationOf } from '../../src/domain/dossier/expectations.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { parisDate } from '../../src/domain/kernel/paris.js';
import { ladderOf } from '../../src/domain/obligations/ladders.js';
import { isPoint } from '../../src/domain/obligations/points.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { keyOf } from '../../src/domain/obligations/slice.js';
import { BY_HAND } from '../../src/domain/reminders/notices.js';
import type { InMemoryDossier } from '../builders/in-memory-dossier.js';
import { afterAnyPath, DECLARED, lived } from '../builders/random-path.js';

type Notice = InMemoryDossier['notices'][number];

const leaving = (notices: readonly Notice[]) => notices.filter(({ reason }) => reason === null);

/** The lines said more than once. */
function twice(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => lines.indexOf(line) !== index);
}

const toWhom = ({ obligation: { id, kind }, recipient: { name } }: Notice) => `${kind} ${id} to ${name}`;

async function does(dossier: InMemoryDossier, name: string): Promise<boolean> {
  const open = dossier.openActs().find(({ act }) => act.name === name);
  return open !== undefined && dossier.tries(open, 0);
}

describe('whatever path a dossier takes', () => {
  it('nobody is told twice on one day of one thing, nor of one rung of it', () =>
    afterAnyPath(async dossier => {
      await dossier.passes(120);
      const notices = leaving(dossier.notices);
      expect(twice(notices.map(notice => `${toWhom(notice)}, ${notice.on}`))).toEqual([]);
      expect(twice(notices.map(notice => `${toWhom(notice)}, ${notice.obligation.round}, ${notice.rung.id}`))).toEqual(
        [],
      );
    }));

  it('the rungs of what is owed are reached in their order', () =>
    afterAnyPath(async dossier => {
      await dossier.passes(120);
      const reached = leaving(dossier.notices).filter(
        ({ rung }) => rung.template !== BY_HAND.template && !isPoint(rung.id),
      );
      const climbed = new Map<string, number>();
      for (const {
        obligation: { id, round, kind },
        rung: { offset },
      } of reached) {
        const ladder = `${kind} ${id} ${round}`;
        expect({
          ladder,
          from: climbed.get(ladder),
          after: (climbed.get(ladder) ?? -Infinity) <= offset,
        }).toMatchObject({
          after: true,
        });
        climbed.set(ladder, offset);
      }
    }));

  it('a resumption says what was missed once to each, and nothing of it later', async () => {
    let resumptions = 0;
    await afterAnyPath(async (dossier, chance) => {
      if (!(await does(dossier, 'suspend-dossier'))) return;
      resumptions++;
      await dossier.passes(chance % 200);
      const before = dossier.notices.length;
      const resumed = dossier.today;
      expect(await does(dossier, 'resume-dossier')).toBe(true);
      await dossier.passes(120);
      const missed = leaving(dossier.notices.slice(before)).filter(({ day }) => day !== null && day <= resumed);
      expect(twice(missed.map(toWhom))).toEqual([]);
    });
    expect(resumptions).toBeGreaterThan(10);
  });
});

describe('a dossier taken over while it runs', () => {
  it('recalls nothing of before: what is owed still is said once to each, the next open morning', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...DECLARED), fc.nat(500), async (name, days) => {
        const dossier = await lived(name, days);
        const known = dossier.today;
        await dossier.passes(60);
        const reminders = leaving(dossier.notices);
        const missed = reminders.filter(({ day }) => day !== null && day < known);
        expect(twice(missed.map(toWhom))).toEqual([]);
        for (const { on, day } of missed) expect({ on, known, late: on > known, day }).toMatchObject({ late: true });
        const owed = new Set(openObligations(dossier.state).map(({ id }) => id));
        const silent = reminders.filter(({ obligation: { id, due } }) => !owed.has(id) && due !== null && due < known);
        expect(silent.map(toWhom)).toEqual([]);
      }),
      { numRuns: 40 },
    ));
});

describe('what is awaited anew since a fact was retracted', () => {
  it('does not repeat what was said within the days of its ladder', async () => {
    let anew = 0;
    await afterAnyPath(async dossier => {
      for (let tries = 0; tries < 4 && dossier.nextAlarm !== null; tries++) {
        await dossier.reaches(parisDate(dossier.nextAlarm));
        if (await metThenRetracted(dossier)) break;
      }
      const before = dossier.notices.length;
      for (let times = 0; times < 3; times++) {
        await dossier.passes(1);
        await metThenRetracted(dossier);
      }
      await dossier.passes(60);
      for (const notice of leaving(dossier.notices.slice(before)).filter(
        ({ obligation }) => obligation.follows !== null,
      )) {
        const ladder = ladderOf(notice.obligation.kind, dossier.state, dossier.rules);
        const earlierNotices = leaving(dossier.notices.slice(0, dossier.notices.indexOf(notice))).filter(
          ({ obligation, recipient: { name } }) =>
            keyOf(obligation) === keyOf(notice.obligation) && name === notice.recipient.name,
        );
        const last = earlierNotices.at(-1)?.on;
        if (last === undefined) continue;
        anew++;
        expect(notice.on >= addDays(last, ladder?.coolDownDays ?? 0)).toBe(true);
      }
    });
    expect(anew).toBeGreaterThan(0);
  });
});

/** Meets what was said last, and takes it back at once. */
async function metThenRetracted(dossier: InMemoryDossier): Promise<boolean> {
  const kind = leaving(dossier.notices).at(-1)?.obligation.kind;
  if (kind === undefined) return false;
  const meets = dossier.openActs().filter(({ act }) => expectationOf(kind).acts.includes(act.name));
  for (const act of meets)
    if (await dossier.tries(act, 0))
      return dossier.tries(dossier.openActs().find(openAct => openAct.act.name === 'retract-fact') ?? act, 0);
  return false;
}
