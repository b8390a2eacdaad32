import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { contradictions } from '../../src/faults/checker.js';
import { TrafficLog } from '../../src/faults/traffic-log.js';
import { Chance } from '../../src/simulation/chance.js';
import { controlHouse } from '../../src/simulation/controls.js';
import type { Answer, HouseClient } from '../../src/simulation/house-client.js';
import { inForm } from '../builders/form.js';
import { untilHeard } from '../builders/until-heard.js';
import { Walker } from '../builders/walker.js';
import * as walks from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

const { because, carrier, council, instructor, manager } = walks;

let house: TestHouse;
let traffic: TrafficLog;
let people: HouseClient;

beforeEach(async () => {
  house = await startHouse();
  traffic = new TrafficLog();
  people = house.clientBy(traffic.watch((url, init) => fetch(url, init)));
});

afterEach(() => house.close());

async function walked(walk: walks.Walk): Promise<Walker> {
  const walker = new Walker(people);
  await walker.walk(walk);
  return walker;
}

/** One truth: the answers given agree with the database, and the house with itself. */
async function expectOneTruth(): Promise<void> {
  await house.sweep.run();
  expect(await contradictions(house.source, traffic.exchanges, () => false)).toEqual([]);
  await house.rest();
  expect(await controlHouse(house.source, house.book)).toEqual([]);
}

function statuses(answers: readonly Answer[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const vote = instructor('record-vote', { ...walks.clean, outcome: 'adopted', number: '26_9', amount: '105000.00' });

const DOSSIERS = inForm(20, 50);

describe('a crowd', () => {
  it('of 32 people who decide the same thing: one decides, the others are told so', async () => {
    const walker = await walked(walks.toTheVote);
    const accounts = ['instructrice', 'instructeur-2'];
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, rank) => walker.do(vote, { account: accounts[rank % 2] ?? '' })),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: 31 });
    await expectOneTruth();
  });

  it('of 32 people on one dossier, each with something of their own: all of it is recorded', async () => {
    const walker = await walked(walks.toTheConvention);
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, rank) => walker.do(carrier('open-post', { share: 10 + rank }))),
    );
    expect(statuses(answers)).toEqual({ 201: 32 });
    await expectOneTruth();
  });

  it(`of ${4 * DOSSIERS} people on ${DOSSIERS} dossiers: what excludes each other is done once on each`, async () => {
    const walkers = await Promise.all(Array.from({ length: DOSSIERS }, () => walked(walks.opening)));
    const steps = [
      manager('waive-opinion', because),
      council('give-opinion', { outcome: 'favourable' }),
      council('give-opinion', { outcome: 'unfavourable', statement: 'Motifs.' }),
      manager('waive-opinion', because),
    ];
    const answers = await Promise.all(walkers.flatMap(walker => steps.map(step => walker.do(step))));
    expect(statuses(answers)).toEqual({ 201: DOSSIERS, 409: 3 * DOSSIERS });
    await expectOneTruth();
  });

  it('of two validators: the liquidation is validated once, and never by who prepared it', async () => {
    const at = walks.payment.findIndex(step => !walks.isClockStep(step) && step.act === 'validate-liquidation');
    const walker = await walked([...walks.toTheConvention, ...walks.payment.slice(0, at)]);
    const answers = await Promise.all([
      walker.do(manager('validate-liquidation')),
      walker.do(manager('validate-liquidation')),
      walker.do(instructor('validate-liquidation')),
    ]);
    expect(statuses(answers)).toEqual({ 201: 1, 403: 1, 409: 1 });
    await expectOneTruth();
  });
});

describe('every act of a pôle sent twice', () => {
  it.each(inForm([1], [1, 2, 3, 4, 5]))(
    'at random times: each is done once, and answered the same (seed %i)',
    async seed => {
      const chance = new Chance(seed);
      const walker = new Walker(people);
      const again: Promise<void>[] = [];
      const twice = async (step: walks.Step) => {
        const [path, body, key] = [walks.addressOf(step, walker.found), step.body(walker.found), randomUUID()];
        const send = () => people.act(step.account, path, body, key);
        const together = chance.happens(0.5);
        const [first, second] = together ? await Promise.all([send(), send()]) : [await send(), undefined];
        const same = async (other: Answer) => {
          expect([other.status, other.body.version]).toEqual([first.status, first.body.version]);
        };
        again.push(second ? same(second) : send().then(same));
        return first;
      };
      await walker.walk([...walks.toTheConvention, ...walks.payment], undefined, undefined, twice);
      await Promise.all(again);
      await expectOneTruth();
    },
  );
});

describe('an act', () => {
  it('that comes while an alarm rings: both are recorded, whichever is first', async () => {
    const walker = await walked(walks.toTheVote);
    const due = addDays(await people.today(), 60);
    const [decided] = await Promise.all([walker.do(vote), house.client.step(due)]);
    expect(decided.status).toBe(201);
    await expectOneTruth();
  });

  it('that comes while a page is turned is told to the new page', async () => {
    const walker = await walked([...walks.opening, manager('waive-opinion', because)]);
    const waived = walker.found.pole?.events.at(-1) as { id?: string } | undefined;
    const retraction = manager('retract-fact', { event: waived?.id, reason: 'Saisi par erreur.' });
    const [retracted, ...otherAnswers] = await Promise.all([
      walker.do(retraction),
      walker.do(instructor('skip-study', because)),
      walker.do(walks.adviser('hold-cress-meeting', { participants: 12 })),
      walker.do(council('give-opinion', { outcome: 'favourable' })),
    ]);
    expect(retracted.status).toBe(201);
    expect(otherAnswers.every(({ status }) => status === 409 || status === 201)).toBe(true);
    await untilHeard(house);
    await expectOneTruth();
  });
});
