import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Chance } from '../../src/simulation/chance.js';
import { plainPersona } from '../../src/simulation/persona.js';
import { controlHouse, storiesCompleted } from '../../src/simulation/controls.js';
import { ScenarioRunner } from '../../src/simulation/scenario-runner.js';
import { compareMails } from '../../src/simulation/mail-comparison.js';
import type { MailHabits } from '../../src/simulation/mail-habits.js';
import { Readers } from '../../src/simulation/readers.js';
import { Stats } from '../../src/simulation/stats.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

/** Three pôles: who answers the first reminder, the third, and none. */
const HABITS: readonly MailHabits[] = [
  { mailsAwaited: 1, bounces: true, goesOnLeave: false, pace: 'instant' },
  { mailsAwaited: 3, bounces: false, goesOnLeave: true, pace: 'instant' },
  { mailsAwaited: null, bounces: false, goesOnLeave: false, pace: 'weekly' },
];
const RANKS = [1, 2, 3];

describe('lives whose people answer the first reminder, the third or none, change address and go on leave', () => {
  it('all come to their end, and every reminder left once or says why not', async () => {
    const stats = new Stats();
    const personas = RANKS.map(
      rank => [rank, { ...plainPersona(rank, `Pôle fictif n° ${rank}`, `0${rank}`), years: 1 }] as const,
    );
    const habits = HABITS.map((habit, index) => [index + 1, habit] as const);
    const readers = new Readers(house.client, house.mail, new Map(habits), stats);
    const runner = new ScenarioRunner(
      ...[house.client, new Map(personas), new Chance(4), stats, undefined, undefined, readers],
    );
    await runner.run(20, 8 * 365, () => undefined);
    await house.client.step(await house.client.today());
    expect(stats.breaches).toEqual([]);
    const poles = RANKS.flatMap(rank => runner.poleOf(rank) ?? []);
    expect(await storiesCompleted(house.source, poles)).toBe(3);
    expect(await controlHouse(house.source, house.book)).toEqual([]);
    const { counts, differences } = await compareMails(house.source.manager, house.mail.received);
    expect(differences).toEqual([]);
    expect(counts).toMatchObject({ late: 0, uncertain: 0, refused: 0, givenUp: 0, bounced: 1 });
    for (const [what, times] of Object.entries(readers.counts)) expect([what, times > 0]).toEqual([what, true]);
  });
});
