import { describe, expect, it } from '@jest/globals';
import type { LivedDossier } from '../builders/lived.js';
import { afterAnyPath } from '../builders/wander.js';

type Notice = LivedDossier['notices'][number];

const leaving = (notices: readonly Notice[]) => notices.filter(({ reason }) => reason === null);

/** The lines said more than once. */
function twice(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => lines.indexOf(line) !== index);
}

const toWhom = ({ obligation: { id, kind }, recipient: { name } }: Notice) => `${kind} ${id} to ${name}`;

async function does(dossier: LivedDossier, name: string): Promise<boolean> {
  const open = dossier.openActs().find(({ act }) => act.name === name);
  return open !== undefined && dossier.tries(open, 0);
}

describe('whatever path a dossier takes', () => {
  it('nobody is told twice on one day of one thing, nor of one rung of it', () =>
    afterAnyPath(async dossier => {
      await dossier.passes(120);
      const said = leaving(dossier.notices);
      expect(twice(said.map(one => `${toWhom(one)}, ${one.on}`))).toEqual([]);
      expect(twice(said.map(one => `${toWhom(one)}, ${one.obligation.round}, ${one.index}`))).toEqual([]);
    }));

  it('the rungs of what is owed are reached in their order', () =>
    afterAnyPath(async dossier => {
      await dossier.passes(120);
      const reached = leaving(dossier.notices).filter(({ index }) => index >= 0);
      const climbed = new Map<string, number>();
      for (const {
        obligation: { id, round, kind },
        index,
      } of reached) {
        const ladder = `${kind} ${id} ${round}`;
        expect({ ladder, from: climbed.get(ladder) ?? 0, after: (climbed.get(ladder) ?? 0) <= index }).toMatchObject({
          after: true,
        });
        climbed.set(ladder, index);
      }
    }));

  it('a resumption says what was missed once to each, and nothing of it later', () =>
    afterAnyPath(async (dossier, chance) => {
      if (!(await does(dossier, 'suspend-dossier'))) return;
      await dossier.passes(chance % 200);
      const before = dossier.notices.length;
      const resumed = dossier.today;
      expect(await does(dossier, 'resume-dossier')).toBe(true);
      await dossier.passes(120);
      const missed = leaving(dossier.notices.slice(before)).filter(({ day }) => day !== null && day <= resumed);
      expect(twice(missed.map(toWhom))).toEqual([]);
    }));
});
