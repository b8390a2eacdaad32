import { randomUUID } from 'node:crypto';
import { Chance } from '../src/simulation/chance.js';
import { plainPersona } from '../src/simulation/persona.js';
import { HouseClient, type Courier } from '../src/simulation/house-client.js';
import { ScenarioRunner } from '../src/simulation/scenario-runner.js';
import { Stats } from '../src/simulation/stats.js';
import { eventsOf, untilAtRest } from './engine.js';
import { rate } from './figures.js';
import type { Ground } from './ground.js';

/** What acts took: until committed, and until answered with what is awaited next. Milliseconds. */
export interface Measured {
  readonly durable: number[];
  readonly answered: number[];
}

/** Carries what is asked, and notes what each accepted act took. */
function timing(measured: Measured): Courier {
  return async (url, init) => {
    const start = performance.now();
    const answer = await fetch(url, init);
    const durable = /durable;dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1];
    if (answer.status !== 201 || durable === undefined) return answer;
    const text = await answer.text();
    measured.answered.push(performance.now() - start);
    measured.durable.push(Number(durable));
    return new Response(text, { status: 201, headers: answer.headers });
  };
}

/** What whole lives cost. */
export interface Lived {
  readonly acts: number;
  /** Events of the history, of all runs. */
  readonly events: number;
}

/** Whole lives, one after the other, by one caller at a time: every act of a convention, in its order. */
export async function carryLives(
  ground: Ground,
  years: readonly number[],
  measured: Measured,
): Promise<readonly Lived[]> {
  const lived: Lived[] = [];
  for (const [index, length] of years.entries()) {
    const rank = lived.length + 1;
    const persona = {
      ...plainPersona(rank, `Pôle mesuré n° ${rank}`, String(index + 1).padStart(2, '0')),
      years: length,
    };
    const stats = new Stats();
    const client = new HouseClient(ground.url, ground.issuer, timing(measured));
    const runner = new ScenarioRunner(client, new Map([[rank, persona]]), new Chance(rank), stats);
    await runner.run(0, 365 * (length + 7), () => undefined);
    if (stats.breaches.length > 0) throw new Error(stats.breaches.join('\n'));
    await untilAtRest(ground);
    lived.push({ acts: stats.accepted, events: await eventsOf(ground, runner.poleOf(rank) ?? '') });
  }
  return lived;
}

const PREPARATION: readonly (readonly [account: string, path: string, body: object])[] = [
  ['porteur-demo', 'local-groups', { structures: 15 }],
  ['instructrice', 'council-designations', { councilName: 'Conseil fictif' }],
  ['instructrice', 'study-skips', { reason: 'Sans étude.' }],
  ['conseil-de-developpement', 'council-opinions', { outcome: 'favourable' }],
  ['conseiller-cress', 'cress-meetings', { participants: 12 }],
];

/** Callers who each carry pôles of their own through their preparation. Throws when an act is refused. */
export async function actRate(ground: Ground, callers: number, seconds: number) {
  const client = new HouseClient(ground.url, ground.issuer);
  const standing = new Map<number, { pole: string; step: number }>();
  await client.authorization('instructrice');
  return rate(callers, seconds, async caller => {
    const at = standing.get(caller);
    if (!at || at.step === PREPARATION.length) {
      const { body } = await accepted(client, 'instructrice', '/api/poles', declaration(caller));
      standing.set(caller, { pole: body.poleId, step: 0 });
      return;
    }
    const [account, path, body] = PREPARATION[at.step++] ?? ['', '', {}];
    await accepted(client, account, `/api/poles/${at.pole}/${path}`, body);
  });
}

function declaration(caller: number): object {
  return {
    paysCodes: [String((caller % 21) + 1).padStart(2, '0')],
    initiator: 'ess-actors',
    groupName: `Groupe ${randomUUID()}`,
    groupSiret: '99990001200017',
  };
}

async function accepted(client: HouseClient, account: string, path: string, body: object) {
  const answer = await client.act(account, path, body);
  if (answer.status !== 201) throw new Error(`${path} : ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
