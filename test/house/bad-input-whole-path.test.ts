import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Walker } from '../builders/walker.js';
import { request, toTheConvention, type On, type Step } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let walker: Walker;

beforeAll(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
  await walker.walk([...toTheConvention, { act: 'claim-instalment', account: 'porteur-demo', body: () => ACCOUNT }]);
});

afterAll(() => house.close());

const ACCOUNT = { iban: 'FR7630006000011234567890189', accountHolder: 'Association fictive' };
const BECAUSE = { reason: 'Motif.' };
const HASH = 'ab'.repeat(32);

const rows = async () =>
  house.source.query(`SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM idempotency_keys) AS n`);

const by = (account: string, act: string, body: object, on: On = {}): Step => ({
  act,
  account,
  body: () => body,
  on: () => on,
});
const carrier = (act: string, body: object, on?: On) => by('porteur-demo', act, body, on);
const lines = (amount: string) =>
  [
    [1, 2],
    [2, 1],
    [2, 2],
    [3, 1],
    [3, 2],
  ].map(([year, number]) => ({ year, number, amount }));

describe('on the whole path too, bad input is a clear French problem, and not a row changes', () => {
  it.each<[string, Step, number, string]>([
    [
      'a report for a year that is not funded',
      carrier('file-accounts', { hash: HASH }, { year: '4' }),
      404,
      'year-not-funded',
    ],
    [
      'indicators before the end of the exercise',
      carrier('file-indicators', {
        hash: HASH,
        document: 'referentiel-1',
        values: [{ indicator: 'members', value: 1 }],
      }),
      409,
      'exercise-not-over',
    ],
    [
      'an indicator that is not a number',
      carrier('file-indicators', {
        hash: HASH,
        document: 'referentiel-2',
        values: [{ indicator: 'members', value: 'dix' }],
      }),
      422,
      'invalid-body',
    ],
    [
      'a claim before its condition',
      carrier('claim-instalment', ACCOUNT, { number: '2' }),
      409,
      'reports-not-accepted',
    ],
    ['a claim of a year that is not open', carrier('claim-instalment', ACCOUNT, { year: '2' }), 409, 'year-not-open'],
    [
      'a liquidation above what is due',
      by('instructrice', 'prepare-liquidation', { amount: '24500.01' }),
      422,
      'amount-above-due',
    ],
    [
      'a cycle asked for beside the one that runs',
      carrier('request-renewal', { ...request, startsOn: '2028-01-01' }),
      409,
      'renewal-window',
    ],
    [
      'a transfer to a body without a SIRET',
      carrier('request-amendment', { ...BECAUSE, carrier: { name: 'Sans SIRET' } }),
      422,
      'invalid-body',
    ],
    ['a resumption of what is not suspended', by('cheffe-de-service', 'resume-dossier', BECAUSE), 409, 'wrong-state'],
    [
      'an amendment that does not add up to the cent',
      carrier('request-amendment', { ...BECAUSE, amount: '100000.00', schedule: lines('15100.01') }),
      422,
      'schedule-sum',
    ],
    ['a post that was never opened', carrier('fill-post', { share: 100 }, { post: '9' }), 404, 'not-found'],
    ['a share above full time', carrier('open-post', { share: 101 }), 422, 'invalid-body'],
  ])('%s', async (_name, step, status, type) => {
    const before = await rows();
    const answer = await walker.do(step);
    expect(answer).toMatchObject({
      status,
      body: { type: `urn:jalon:probleme:${type}`, detail: expect.any(String), title: expect.any(String) },
    });
    expect(await rows()).toEqual(before);
  });

  it('a held claim names each reason and the act that lifts it', async () => {
    const year = await house.client.read('porteur-demo', `/api/poles/${walker.poleId}`);
    const held = year.body.instalments.find(instalment => instalment.year === 1 && instalment.number === 2)?.held;
    expect(held).toEqual([
      expect.objectContaining({
        code: 'reports-not-accepted',
        liftedBy: expect.objectContaining({ act: expect.any(String) }),
      }),
    ]);
  });
});
