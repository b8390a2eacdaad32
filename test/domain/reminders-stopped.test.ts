import { describe, expect, it } from '@jest/globals';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { machineOf } from '../../src/domain/dossier/machines.js';
import type { LifecycleStatus } from '../../src/domain/lifecycle/slice.js';
import { stillAwaited } from '../../src/domain/obligations/slice.js';
import { keyOf } from '../../src/record/obligations.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { LivedDossier, Opened } from '../builders/lived.js';
import { afterAnyPath, DECLARED, lived } from '../builders/wander.js';

const TWO_YEARS = 730;

/** Where the tables say that an act may lead the life of a dossier, when that is not where it was. */
function leads(act: Opened['act']): readonly string[] {
  const own = machineOf(act).name === 'lifecycle';
  return own ? act.to.filter(one => !act.from.includes(one)) : (act.leads?.lifecycle ?? []);
}
const STOPS = ACTS.filter(act => leads(act).some(status => status !== 'alive'));

const ACCOUNTS = ['activity-report', 'indicators', 'financial-report', 'approved-accounts'];
const SETTLED = ['settlement', 'observations-invitation', 'observations', 'recovery-order', 'recovery'];
/** What was granted is accounted for, however the dossier ends: a study too. */
const GRANTED = [...ACCOUNTS, 'report-review', 'report-acceptance', ...SETTLED, 'payment'];
/** Of what one may still be recalled while a dossier stands so: what its end calls for, nothing of what it did before. */
const LEFT: Readonly<Record<Exclude<LifecycleStatus, 'alive'>, readonly string[]>> = {
  suspended: [],
  withdrawn: ['withdrawal-acknowledgement', ...GRANTED],
  refused: ['refusal-notification', ...GRANTED],
  abandoned: [...GRANTED, 'closure'],
  terminated: [...GRANTED, 'closure'],
  closed: [],
};

/** Years go by and nobody acts: nothing is said of what was below the act. */
async function expectSilence(dossier: LivedDossier, act: string): Promise<void> {
  const from = dossier.notices.length;
  const { status } = dossier.state.lifecycle;
  if (status === 'alive') throw new Error(`${act} n’arrête rien.`);
  await dossier.passes(TWO_YEARS);
  const leave = dossier.notices.slice(from).filter(({ reason }) => reason === null);
  const pointless = leave.filter(({ obligation: { kind } }) => !LEFT[status].includes(kind));
  expect({ act, status, said: pointless.map(({ obligation, on }) => `${obligation.kind}, ${on}`) }).toEqual({
    ...{ act, status, said: [] },
  });
}

async function everyStopSilences(name: string): Promise<void> {
  const standing = await lived(name);
  for (const stop of standing.openActs().filter(({ act }) => STOPS.includes(act))) {
    const dossier = await lived(name);
    const done = await dossier.tries(stop, 0);
    if (done && dossier.state.lifecycle.status !== 'alive') await expectSilence(dossier, stop.act.name);
  }
}

describe('every act that suspends or ends', () => {
  it.each(DECLARED)('stops every reminder below it, from a dossier %s', name => everyStopSilences(name));

  it('is open in some of these dossiers', async () => {
    const open = new Set<string>();
    for (const name of DECLARED) for (const { act } of (await lived(name)).openActs()) open.add(act.name);
    expect(STOPS.map(({ name }) => name).filter(name => !open.has(name))).toEqual([]);
    expect(STOPS.length).toBeGreaterThan(5);
  });

  it('stops them at any time of any path, even before its story has heard of it', () =>
    afterAnyPath(async (dossier, chance) => {
      const stops = dossier.openActs().filter(({ act }) => STOPS.includes(act));
      const stop = stops[chance % Math.max(1, stops.length)];
      if (!stop || !(await dossier.tries(stop, 0, 0, false)) || dossier.state.lifecycle.status === 'alive') return;
      const awaited = await rehearse(factsOf(dossier.journal));
      const owed = stillAwaited(dossier.state).map(keyOf);
      expect(owed.filter(key => !awaited.includes(key))).toEqual([]);
      await expectSilence(await dossier.declares(), stop.act.name);
    }));
});
