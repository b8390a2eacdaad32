import { cpus, totalmem } from 'node:os';
import { HouseClient } from '../src/simulation/house-client.js';
import { actRate, carryLives, type Measured } from './acts.js';
import { makeCrowd } from './crowd.js';
import { comeToTheCrowd, rehydrate, untilAtRest, workerMemory } from './engine.js';
import { against, rate, round, spread, type Spread } from './figures.js';
import { startFloors, type Floors } from './floor/floors.js';
import type { Ground } from './ground.js';
import { ABREAST as SWEPT_ABREAST } from '../src/temporal/sweep.js';
import { putToSleep, ringMorning, type Morning } from './mornings.js';
import { measurePages } from './pages.js';
import { postMails } from './post.js';

const CALLERS = [1, 8, 32];

export interface Sizes {
  /** Dossiers whose alarm is the same morning; a tenth of them on another one. */
  readonly alarms: number;
  /** Seconds of each rate. */
  readonly seconds: number;
  /** Dossiers open at a cold start. */
  readonly open: number;
  /** Mails planned for the same instant. */
  readonly mails: number;
}

type Say = (line: string) => void;

/** Everything, in one run on one server. */
export async function measure(ground: Ground, sizes: Sizes, say: Say) {
  const { alarms, seconds, open, mails } = sizes;
  const floors = await startFloors(ground);
  const acts = await measureActs(ground, floors, seconds, say);
  const bare = await rate(SWEPT_ABREAST, seconds, floors.update);
  await floors.close();

  say(`Une foule de ${open} dossiers…`);
  const opened = await openCrowd(ground, open);
  const mornings = await ringMornings(ground, alarms, bare.perSecond, say);
  const { rehydration } = mornings.at(-1) ?? { rehydration: { perSecond: 0 } };
  say(`${mails} courriers…`);
  return {
    machine: machine(),
    ...acts,
    mornings,
    post: await posted(ground, mails, seconds),
    rehydrationPerSecond: rehydration.perSecond,
    rehydrationOf10000Seconds: Math.round(10_000 / rehydration.perSecond),
    ...opened,
  };
}

export type Figures = Awaited<ReturnType<typeof measure>> & {
  /** Measured by themselves alone: they want the demonstration. */
  readonly pages?: Awaited<ReturnType<typeof measurePages>>;
};

/** What acts cost, one caller at a time then several, against the floors. */
async function measureActs(ground: Ground, floors: Floors, seconds: number, say: Say) {
  say('Planchers, puis vies entières, un seul appelant…');
  const sql = await rate(1, seconds, floors.transaction);
  const engine = await rate(1, seconds, floors.update);
  const measured: Measured = { durable: [], answered: [] };
  const [short, long] = await carryLives(ground, [1, 3], measured);
  if (!short || !long) throw new Error('Deux vies étaient attendues.');
  return {
    acts: measured.answered.length,
    durable: against(spread(measured.durable), spread(sql.durations)),
    answered: against(spread(measured.answered), spread(engine.durations)),
    perSecond: await rates(ground, floors, seconds, say),
    eventsPerAct: round((short.events + long.events) / (short.acts + long.acts)),
    eventsPerFundedYear: Math.round((long.events - short.events) / 2),
  };
}

/** The acts by themselves, without the rest of the run. */
export async function actsAlone(ground: Ground, { seconds }: Sizes, say: Say) {
  const floors = await startFloors(ground);
  const acts = await measureActs(ground, floors, seconds, say);
  await floors.close();
  return { machine: machine(), ...acts };
}

/** A morning of a tenth of the dossiers, then one of all. */
async function ringMornings(ground: Ground, alarms: number, bare: number, say: Say) {
  const mornings: Morning[] = [];
  for (const dossiers of [Math.ceil(alarms / 10), alarms]) {
    say(`Un matin de ${dossiers} dossiers…`);
    const morning = await ringMorning(ground, await standingPole(ground), dossiers, bare);
    say(JSON.stringify(morning));
    mornings.push(morning);
  }
  return mornings;
}

/** The mornings by themselves, without the rest of the run. */
export async function morningsAlone(ground: Ground, { alarms, seconds }: Sizes, say: Say) {
  const floors = await startFloors(ground);
  const bare = await rate(SWEPT_ABREAST, seconds, floors.update);
  await floors.close();
  return { machine: machine(), mornings: await ringMornings(ground, alarms, bare.perSecond, say) };
}

/** The pages by themselves, on the demonstration. */
export async function pagesAlone(ground: Ground, _sizes: Sizes, say: Say) {
  return { machine: machine(), pages: await measurePages(ground, say) };
}

/** The mails by themselves, without the rest of the run. */
export async function mailsAlone(ground: Ground, { mails, seconds }: Sizes, say: Say) {
  await standingPole(ground);
  say(`${mails} courriers…`);
  return { machine: machine(), post: await posted(ground, mails, seconds) };
}

export interface Rates {
  readonly acts: number;
  readonly floor: { readonly transactions: number; readonly updates: number };
  readonly ofTransactions: number;
  readonly ofUpdates: number;
  readonly answered: Spread;
  /** After the last answer, until every story has heard of everything. */
  readonly untilToldSeconds: number;
}

/** Acts per second by callers, against both floors with as many callers; each on a house at rest. */
async function rates(ground: Ground, floors: Floors, seconds: number, say: Say) {
  const perSecond: Record<number, Rates> = {};
  for (const callers of CALLERS) {
    say(`${callers} appelant(s)…`);
    const transactions = await rate(callers, seconds, floors.transaction);
    const updates = await rate(callers, seconds, floors.update);
    const acts = await actRate(ground, callers, seconds);
    perSecond[callers] = {
      acts: acts.perSecond,
      floor: { transactions: transactions.perSecond, updates: updates.perSecond },
      ofTransactions: round(acts.perSecond / transactions.perSecond),
      ofUpdates: round(acts.perSecond / updates.perSecond),
      answered: spread(acts.durations),
      untilToldSeconds: await untilAtRest(ground),
    };
  }
  return perSecond;
}

/** What open dossiers cost: memory of the worker for each, seconds until all are told when it starts cold with all due. */
async function openCrowd(ground: Ground, open: number) {
  const pole = await standingPole(ground);
  await ground.restarted(async () => undefined);
  await untilAtRest(ground);
  const empty = await workerMemory(ground);
  // The pôles that callers made before would ring in the same hour.
  await putToSleep(ground, await makeCrowd(ground, pole, open));
  await rehydrate(ground, pole);
  const bytesPerDossier = Math.round(((await workerMemory(ground)) - empty) / open);
  await ground.restarted(() => comeToTheCrowd(ground));
  return { open, bytesPerDossier, coldStartSeconds: await untilAtRest(ground) };
}

/** The mails of one postman, while the house's own is away. */
async function posted(ground: Ground, mails: number, seconds: number) {
  let post: Awaited<ReturnType<typeof postMails>> | undefined;
  await ground.restarted(async () => {
    post = await postMails(ground, mails, seconds);
  });
  if (!post) throw new Error('Aucun courrier mesuré.');
  return post;
}

/** A pôle that waits for its council, and rings when it is late. */
async function standingPole(ground: Ground): Promise<string> {
  const client = new HouseClient(ground.url, ground.issuer);
  const declared = await client.act('instructrice', '/api/poles', {
    ...{ paysCodes: ['21'], initiator: 'ess-actors', groupName: 'Foule', groupSiret: '99990001200017' },
  });
  const pole = declared.body.poleId;
  await client.act('porteur-demo', `/api/poles/${pole}/local-groups`, { structures: 15 });
  await client.act('instructrice', `/api/poles/${pole}/council-designations`, { councilName: 'Conseil fictif' });
  await untilAtRest(ground);
  return pole;
}

function machine() {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? '',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    on: new Date().toISOString().slice(0, 10),
  };
}
