import { pino } from 'pino';
import type { Instant } from '../src/domain/kernel/paris.js';
import { lazyClient } from '../src/temporal/connection.js';
import { Stories } from '../src/temporal/stories.js';
import { Sweep } from '../src/temporal/sweep.js';
import { comeToTheCrowd, rehydrate } from './engine.js';
import { percentile, round } from './figures.js';
import { pollAll } from './floor/polling.js';
import { makeCrowd } from './crowd.js';
import type { Ground } from './ground.js';

/** Stories that say how long after a morning came each had rung, its reminders planned. */
class TimedStories extends Stories {
  readonly latenesses: number[] = [];
  morning = performance.now();

  override async ring(poleId: string, at: Instant, milliseconds: number) {
    const turn = await super.ring(poleId, at, milliseconds);
    this.latenesses.push((performance.now() - this.morning) / 1000);
    return turn;
  }
}

/**
 * As many dossiers as a pôle makes, whose alarm is the same morning to the second: their stories are started, the clock
 * comes to it, and all ring and are planned. Against `bare` updates per second, and a plain polling job over the tables.
 */
export async function ringMorning(ground: Ground, poleId: string, count: number, bare: number) {
  const ids = [...(await makeCrowd(ground, poleId, count - 1)), poleId];
  await putToSleep(ground, ids);
  const rehydration = await rehydrate(ground, poleId);
  const { seconds, latenesses } = await ringAll(ground);
  if (latenesses.length !== count) throw new Error(`${latenesses.length} dossiers ont sonné sur ${count}.`);
  const notices = await planned(ground, ids);
  const polling = count / (await pollAll(ground, ids));
  const perSecond = count / seconds;
  return {
    ...{ dossiers: count, notices, seconds: round(seconds), perSecond: round(perSecond) },
    ...{
      floor: bare,
      ofFloor: round(perSecond / bare),
      polling: round(polling),
      ofPolling: round(perSecond / polling),
    },
    latenessSeconds: { p50: round(percentile(latenesses, 50)), p95: round(percentile(latenesses, 95)) },
    rehydration,
  };
}

export type Morning = Awaited<ReturnType<typeof ringMorning>>;

/** What rang before does not ring again with these. */
export async function putToSleep({ source }: Ground, ids: readonly string[]): Promise<void> {
  await source.query('UPDATE dossiers SET next_alarm = NULL WHERE NOT id = ANY($1)', [ids]);
}

/** The clock comes to the instant at which a whole crowd rings; the sweep rings them all. */
async function ringAll(ground: Ground) {
  const settings = { address: ground.temporalAddress, namespace: 'default', taskQueue: 'jalon' };
  const client = lazyClient(settings);
  const stories = new TimedStories(client, settings);
  const sweep = new Sweep(ground.source, stories, pino({ level: 'silent' }));
  // The house's own sweep of each minute would ring some of them too, beside this one.
  const own = client.schedule.getHandle('sweep');
  await own.pause();
  await comeToTheCrowd(ground);
  stories.morning = performance.now();
  const { silent } = await sweep.run();
  const seconds = (performance.now() - stories.morning) / 1000;
  await own.unpause();
  await client.connection.close();
  if (silent.length > 0) throw new Error(`${silent.length} alarmes non sonnées.`);
  return { seconds, latenesses: stories.latenesses };
}

/** How many notices were planned of these dossiers. Throws when one has none. */
async function planned({ source }: Ground, ids: readonly string[]): Promise<number> {
  const [found] = await source.query<{ poles: number; notices: number }[]>(
    'SELECT count(DISTINCT pole_id)::int AS poles, count(*)::int AS notices FROM notices WHERE pole_id = ANY($1)',
    [ids],
  );
  if (found?.poles !== ids.length) throw new Error(`${found?.poles ?? 0} dossiers rappelés sur ${ids.length}.`);
  return found.notices;
}
