import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_ACCOUNTS } from '../../src/access/demo-accounts.js';
import { ACTS, actNamed } from '../../src/domain/dossier/acts.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { untilHeard } from '../builders/until-heard.js';
import { Walker } from '../builders/walker.js';
import { isClockStep, WALKS, type Step } from '../builders/http-walks.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

const journalLength = async () =>
  (await house.source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM journal'))[0]?.n;

const EVERY_WALK = { ...WALKS, ...WHOLE_WALKS };
const ONE_ACCOUNT_PER_ROLE = [...new Map(DEMO_ACCOUNTS.map(demoAccount => [demoAccount.role, demoAccount.account]))];

describe('every act over HTTP', () => {
  it('is done by some walk', () => {
    const done = new Set(
      Object.values(EVERY_WALK).flatMap(walk => walk.flatMap(step => (isClockStep(step) ? [] : [step.act]))),
    );
    expect(ACTS.map(act => act.name).filter(name => !done.has(name))).toEqual([]);
  });

  const tried = new Set<string>();
  const reads = async ({ poleId }: Walker, account: string) =>
    (await house.client.read(account, `/api/poles/${poleId}`)).status === 200;

  async function refusedToOthers(walker: Walker, step: Step): Promise<void> {
    if (tried.has(step.act)) return;
    tried.add(step.act);
    const before = await journalLength();
    const act = actNamed(step.act);
    const isNew = step.act === 'declare-initiative';
    for (const [role, account] of ONE_ACCOUNT_PER_ROLE.filter(([held]) => !act.roles.includes(held))) {
      const answer = await walker.do(step, { account });
      const status = isNew || (await reads(walker, account)) ? 403 : 404;
      expect({ act: step.act, role, status: answer.status }).toEqual({ act: step.act, role, status });
    }
    if (act.roles.includes('carrier') && !isNew)
      expect(await walker.do(step, { account: 'porteur-autre' })).toMatchObject({
        status: 404,
        body: { type: 'urn:jalon:probleme:not-found' },
      });
    const body = step.body(walker.found);
    expect(await walker.do(step, { body: { ...body, inconnu: 1 } })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknown-field', pointer: '/inconnu' }] },
    });
    expect(await walker.do(step, { body: { ...body, date: '2026-02-30' } })).toMatchObject({ status: 422 });
    expect(await walker.do(step, { body: { ...body, date: '2031-01-01' } })).toMatchObject({ status: 422 });
    expect(await journalLength()).toBe(before);
  }

  async function answeredTheSameTwice(walker: Walker, step: Step, version: number, key: string): Promise<void> {
    const before = await journalLength();
    const again = await walker.do(step, { body: lastBody }, key);
    expect({ act: step.act, status: again.status, version: again.body.version }).toEqual({
      act: step.act,
      status: 201,
      version,
    });
    expect(await walker.do(step, { body: { ...lastBody, date: '2026-01-31' } }, key)).toMatchObject({
      status: 422,
      body: { type: 'urn:jalon:probleme:key-reused' },
    });
    expect(await journalLength()).toBe(before);
  }

  let lastBody: object = {};

  it.each(Object.entries(EVERY_WALK))(
    'of %s is refused to others and to bad bodies, done once, and answered the same under its key',
    async (_name, walk) => {
      const walker = new Walker(house.client);
      const before = async (step: Step) => {
        await refusedToOthers(walker, step);
        lastBody = step.body(walker.found);
      };
      await walker.walk(walk, before, async (step, done, key) => {
        if (step.act !== 'declare-initiative') await answeredTheSameTwice(walker, step, done.body.version, key);
      });
      await expect(untilHeard(house)).resolves.toBeUndefined();
    },
  );

  it('leaves a house in which everything agrees', async () => {
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
