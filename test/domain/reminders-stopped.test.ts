import { describe, expect, it } from '@jest/globals';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { machineOf } from '../../src/domain/dossier/machines.js';
import type { LifecycleStatus } from '../../src/domain/lifecycle/slice.js';
import { stillAwaited } from '../../src/domain/obligations/slice.js';
import { keyOf } from '../../src/domain/obligations/slice.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { InMemoryDossier, Opened } from '../builders/in-memory-dossier.js';
import { afterAnyPath, DECLARED, lived } from '../builders/random-path.js';

const TWO_YEARS = 730;

/** Where the tables say that an act may lead the life of a dossier, when that is not where it was. */
function leads(act: Opened['act']): readonly string[] {
  const own = machineOf(act).name === 'lifecycle';
  return own ? act.to.filter(state => !act.from.includes(state)) : (act.leads?.lifecycle ?? []);
}
const STOPS = ACTS.filter(act => leads(act).some(status => status !== 'alive'));

const ACCOUNTS = ['activity-report', 'indicators', 'financial-report', 'approved-accounts'];
const SETTLED = ['settlement', 'observations-invitation', 'observations', 'recovery-order', 'recovery'];
/** What was asked for is paid before the settlement. */
const PAID = ['liquidation', 'liquidation-validation', 'payment-order', 'payment'];
/** What was granted is accounted for, and what was signed published, however the dossier ends: a study too. */
const GRANTED = [...ACCOUNTS, 'report-review', 'report-acceptance', ...PAID, ...SETTLED, 'essential-data'];
/** A convention that binds ends with the account of the carrier that it was taken from, then the closure. */
const BOUND = ['former-carrier-account', 'closure'];
/** Of what one may still be recalled while a dossier stands so: what its end calls for, nothing of what it did before. */
const LEFT: Readonly<Record<Exclude<LifecycleStatus, 'alive'>, readonly string[]>> = {
  suspended: [],
  withdrawn: ['withdrawal-acknowledgement', ...GRANTED],
  refused: ['refusal-notification', ...GRANTED],
  abandoned: [...GRANTED, ...BOUND],
  revoked: [...GRANTED, ...BOUND],
  abrogated: [...GRANTED, ...BOUND],
  terminated: [...GRANTED, ...BOUND],
  closed: [],
};

/** A dossier after an act that stops it, said in the way that does; as it stood when there is none. */
async function stopped(name: string, act: Opened['act']): Promise<InMemoryDossier> {
  for (let chance = 0; chance < 12; chance++) {
    const dossier = await lived(name);
    const before = dossier.state.lifecycle.status;
    const stop = dossier.openActs().find(openAct => openAct.act === act);
    if (!stop) return dossier;
    if ((await dossier.tries(stop, chance)) && dossier.state.lifecycle.status !== before) return dossier;
  }
  return lived(name);
}

/** What is said over the years, nobody acting, of what was below the act that suspended or ended a dossier. */
async function saidAfter(dossier: InMemoryDossier): Promise<readonly string[]> {
  const from = dossier.notices.length;
  const { status } = dossier.state.lifecycle;
  if (status === 'alive') return [];
  await dossier.passes(TWO_YEARS);
  return dossier.notices
    .slice(from)
    .filter(({ reason, obligation: { kind } }) => reason === null && !LEFT[status].includes(kind))
    .map(({ obligation: { kind }, on }) => `${status}: ${kind}, on ${on}`);
}

describe('every act that suspends or ends', () => {
  it.each(DECLARED)('stops every reminder below it, from a dossier %s', async name => {
    const open = (await lived(name)).openActs().map(({ act }) => act);
    for (const stop of STOPS.filter(act => open.includes(act))) {
      const dossier = await stopped(name, stop);
      expect({ act: stop.name, said: await saidAfter(dossier) }).toEqual({ act: stop.name, said: [] });
    }
  });

  it('is done from some of these dossiers', async () => {
    const done = new Set<string>();
    for (const name of DECLARED)
      for (const stop of STOPS.filter(act => !done.has(act.name)))
        if ((await stopped(name, stop)).state.lifecycle.status !== 'alive') done.add(stop.name);
    expect(STOPS.map(({ name }) => name).filter(name => !done.has(name))).toEqual([]);
    expect(done.size).toBeGreaterThan(5);
  });

  it('stops them at any time of any path, even before its story has heard of it', async () => {
    let done = 0;
    await afterAnyPath(async (dossier, chance) => {
      const stops = dossier.openActs().filter(({ act }) => STOPS.includes(act));
      const stop = stops[chance % Math.max(1, stops.length)];
      if (!stop || !(await dossier.tries(stop, 0, 0, false))) return;
      done++;
      const awaited = await rehearse(factsOf(dossier.journal));
      const owed = stillAwaited(dossier.state).map(keyOf);
      expect(owed.filter(key => !awaited.includes(key))).toEqual([]);
      expect(await saidAfter(await dossier.declares())).toEqual([]);
    });
    expect(done).toBeGreaterThan(10);
  });
});
