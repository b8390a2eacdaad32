import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_ACCOUNTS } from '../../src/access/demo-accounts.js';
import { ACTS, actNamed } from '../../src/domain/dossier/acts.js';
import { controlHouse } from '../../src/simulation/controls.js';
import { idIn, type HouseClient } from '../../src/simulation/house-client.js';
import { DescribedAnswers } from '../builders/described-answers.js';
import { untilHeard } from '../builders/until-heard.js';
import { Walker } from '../builders/walker.js';
import { isClockStep, WALKS, type Step } from '../builders/http-walks.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let people: HouseClient;
const answers = new DescribedAnswers();

beforeAll(async () => {
  house = await startHouse();
  people = house.clientBy(answers.courier);
});

afterAll(() => house.close());

const journalLength = async () =>
  (await house.source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM journal'))[0]?.n;

const EVERY_WALK = { ...WALKS, ...WHOLE_WALKS };
const ONE_ACCOUNT_PER_ROLE = [...new Map(DEMO_ACCOUNTS.map(demoAccount => [demoAccount.role, demoAccount.account]))];

/** What is read of the house, whatever the pôle. */
const HOUSE_READINGS = [
  ...['/api/contacts', '/api/me/contacts', '/api/tasks', '/api/pays', '/api/pays/contours', '/api/clock'],
  ...['/api/reminders/usefulness', '/api/reminders/reconciliation', '/api/campaigns/2027', '/api/forecast?days=30'],
  ...['/api/notices/templates', '/api/notices/templates/late/preview', '/api/me/followed-poles', '/api/poles/names'],
];
const READ_ALL_ROUND = [
  ...['/api/poles', '/api/poles/{poleId}', '/api/poles/{poleId}/timeline', '/api/poles/{poleId}/ladders/{ladders}'],
  ...['/api/forecast', '/api/obligations/{obligationId}', '/api/awards/{awardId}/preview', '/api/me/obligations'],
  ...['/api/contacts', '/api/tasks', '/api/pays', '/api/campaigns/{year}', '/api/reminders/usefulness'],
  '/api/poles/names',
];

describe('every act over HTTP', () => {
  it('is done by some walk', () => {
    const done = new Set(
      Object.values(EVERY_WALK).flatMap(walk => walk.flatMap(step => (isClockStep(step) ? [] : [step.act]))),
    );
    expect(ACTS.map(act => act.name).filter(name => !done.has(name))).toEqual([]);
  });

  const tried = new Set<string>();
  const reads = async ({ poleId }: Walker, account: string) =>
    (await people.read(account, `/api/poles/${poleId}`)).status === 200;

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

  const readAfter = new Set<string>();

  /** Everything that can be read about a pôle once an act has been done, by the Région and by someone who owes. */
  async function readAllRound({ found, poleId }: Walker, { act }: Step): Promise<void> {
    if (readAfter.has(act)) return;
    readAfter.add(act);
    const { awaited = [], events = [], awards = [] } = found.pole ?? {};
    const owed = [awaited[0]?.id, idIn(events.at(-1), 'obligation')].filter(id => id !== undefined);
    const amendments = awards.filter(({ kind }) => kind === 'amendment');
    for (const path of [
      ...[`/api/poles/${poleId}`, `/api/poles/${poleId}/timeline`, `/api/forecast?days=90&pole=${poleId}`],
      ...owed.map(id => `/api/obligations/${id}`),
      ...amendments.map(({ id }) => `/api/awards/${id}/preview`),
      ...['/api/me/obligations', '/api/poles', `/api/poles/${poleId}/ladders/fewer-reminders`],
    ])
      for (const account of ['instructrice', 'porteur-demo']) await people.read(account, path);
  }

  let lastBody: object = {};

  it.each(Object.entries(EVERY_WALK))(
    'of %s is refused to others and to bad bodies, done once, and answered the same under its key',
    async (_name, walk) => {
      const walker = new Walker(people);
      const before = async (step: Step) => {
        await refusedToOthers(walker, step);
        lastBody = step.body(walker.found);
      };
      await walker.walk(walk, before, async (step, done, key) => {
        if (step.act !== 'declare-initiative') await answeredTheSameTwice(walker, step, done.body.version, key);
        await readAllRound(walker, step);
      });
      await expect(untilHeard(house)).resolves.toBeUndefined();
    },
  );

  it('and every reading beside them is answered as the API describes it, without an unknown field', async () => {
    for (const path of HOUSE_READINGS) await people.read('instructrice', path);
    expect([...new Set(answers.faults)]).toEqual([]);
    expect(READ_ALL_ROUND.filter(name => !answers.seen.has(`GET ${name} 200`))).toEqual([]);
  });

  it('leaves a house in which everything agrees', async () => {
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
