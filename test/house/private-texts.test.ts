import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_SIRETS, demoSiret } from '../../src/access/demo-accounts.js';
import { controlled } from '../../src/record/upkeep/controls.js';
import type { Schema } from '../../src/simulation/api-routes.js';
import {
  because,
  CARRIER,
  council,
  declaration,
  instructor,
  opening,
  payment,
  toTheConvention,
} from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { behindTheTriggers } from '../rig/break.js';
import { startHouse, type TestHouse } from '../rig/house.js';

type Line = Schema<'TimelineLineAnswer'>;

let house: TestHouse;
let pole: string;

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment]);
  pole = walker.poleId;
});

afterAll(() => house.close());

const linesOf = async (account: string, poleId = pole): Promise<readonly Line[]> =>
  (await house.client.read(account, `/api/poles/${poleId}/timeline`)).body.items as readonly Line[];
const textsOf = async (account: string, type: string) =>
  Object.fromEntries(
    (await linesOf(account))
      .filter(line => line.type === type)
      .flatMap(({ texts }) => texts.map(told => [told.name, told.text])),
  );
const claim = async () => (await linesOf('instructrice')).find(({ type }) => type === 'instalment-claimed')?.id ?? '';
const unmasks = async (account: string, event: string, poleId = pole) =>
  house.client.send(account, 'POST', `/api/poles/${poleId}/bank-details-readings`, { event });
const log = async (query = '') => {
  const { status, body } = await house.client.read('auditrice', `/api/access-log${query}`);
  return { status, ...(body as Schema<'AccessLogAnswer'>) };
};

describe('the life of a pôle tells each what is told to them', () => {
  it('the report of the instruction to the Région alone', async () => {
    for (const account of ['instructeur-2', 'cheffe-de-service', 'gestionnaire-financiere'])
      expect(await textsOf(account, 'instruction-reported')).toEqual({ report: 'Rapport.' });
    for (const account of ['porteur-demo', 'conseiller-cress', 'conseil-brest'])
      expect(await textsOf(account, 'instruction-reported')).toEqual({});
  });

  it('reasons to whoever has a part in the dossier, and « masqué » to who only looks', async () => {
    for (const account of ['porteur-demo', 'conseil-brest', 'conseiller-cress'])
      expect(await textsOf(account, 'study-skipped')).toEqual(because);
    expect(await textsOf('auditrice', 'study-skipped')).toEqual({ reason: 'masqué' });
  });

  it('an account shortened to who pays it and to whose it is, and nothing of it to others', async () => {
    const shortened = { iban: 'FR76 •••• …189', accountHolder: 'Association fictive du pôle' };
    for (const account of ['gestionnaire-financiere', 'cheffe-de-service', 'instructrice', 'porteur-demo'])
      expect(await textsOf(account, 'instalment-claimed')).toEqual(shortened);
    for (const account of ['conseiller-cress', 'conseil-brest'])
      expect(await textsOf(account, 'instalment-claimed')).toEqual({});
    const text = JSON.stringify(await linesOf('instructrice'));
    expect(text).not.toContain('FR7630006000011234567890189');
  });

  it('what is told of something owed, on its page too', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    const owed = (await walker.look()).awaited.find(({ kind }) => kind === 'council-opinion')?.id ?? '';
    await walker.walk([council('request-extension', { ...because, until: '2026-06-30' }, { obligationId: owed })]);
    const historyFor = async (account: string) =>
      (await house.client.read(account, `/api/obligations/${owed}`)).body.history.flatMap(({ texts }) => texts);
    expect(await historyFor('instructrice')).toMatchObject([{ name: 'reason', label: 'Motif', text: 'Motif.' }]);
    expect(await historyFor('auditrice')).toMatchObject([{ name: 'reason', text: 'masqué', masked: true }]);
  });
});

describe('an account to be paid', () => {
  const whole = { iban: 'FR7630006000011234567890189', bic: null, accountHolder: 'Association fictive du pôle' };

  it.each(['gestionnaire-financiere', 'cheffe-de-service', 'instructrice', 'porteur-demo'])(
    'is read whole by %s, and who read it, when and in which role is written',
    async account => {
      const journal = async () => (await linesOf('instructrice')).length;
      const before = await journal();
      const answer = await unmasks(account, await claim());
      expect([answer.status, answer.body]).toMatchObject([200, whole]);
      expect(await journal()).toBe(before);
      const [line] = (await log()).items;
      expect(line).toMatchObject({ account, poleId: pole, eventId: await claim(), purpose: 'iban', insteadOf: null });
      expect(line?.readAt.replace('.000Z', 'Z')).toBe(answer.body.readAt);
    },
  );

  it.each([
    ['conseiller-cress', 403],
    ['conseil-brest', 403],
    ['auditrice', 403],
    ['administratrice', 404],
    ['porteur-autre', 404],
    ['cofinanceur-22', 404],
  ])('is not read by %s (%d), and nothing is written', async (account, status) => {
    const before = (await log('?limit=100')).items.length;
    expect((await unmasks(account, await claim())).status).toBe(status);
    expect((await log('?limit=100')).items).toHaveLength(before);
  });

  it('is told by a claim of that pôle, and by no other fact', async () => {
    const [other] = await linesOf('instructrice');
    expect((await unmasks('gestionnaire-financiere', other?.id ?? '')).status).toBe(404);
    const walker = new Walker(house.client);
    await walker.walk(opening);
    expect((await unmasks('gestionnaire-financiere', await claim(), walker.poleId)).status).toBe(404);
  });

  it('leaves a log read by who audits and who administers, a page at a time, that the application cannot change', async () => {
    const first = await log(`?pole=${pole}&limit=1`);
    expect(first.items).toHaveLength(1);
    const second = await log(`?pole=${pole}&limit=1&after=${first.next}`);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    expect((await house.client.read('administratrice', '/api/access-log')).status).toBe(200);
    for (const account of ['instructrice', 'cheffe-de-service', 'gestionnaire-financiere', 'porteur-demo'])
      expect((await house.client.read(account, '/api/access-log')).status).toBe(403);
    for (const change of ["UPDATE access_log SET account = 'x'", 'DELETE FROM access_log', 'TRUNCATE access_log'])
      await expect(house.source.query(change)).rejects.toThrow(/permission denied/);
  });
});

describe('the journal says in whose name people act', () => {
  it('the body of the dossier, not the first of the account; asked for when several could be', async () => {
    const wide = { ...declaration, paysCodes: ['02', '05'], groupSiret: demoSiret(12) };
    const walker = new Walker(house.client);
    await walker.walk([instructor('declare-initiative', wide)]);
    const formed = await house.client.act('porteur-demo', `/api/poles/${walker.poleId}/local-groups`, {
      structures: 3,
    });
    expect(DEMO_SIRETS.carriers[0]).not.toBe(demoSiret(12));
    expect(formed.body.events[0]).toMatchObject({ onBehalfOf: demoSiret(12) });
    await walker.walk([instructor('designate-council', { councilName: 'Conseil' })]);
    const path = `/api/poles/${walker.poleId}/council-opinions`;
    const gives = (more: object) =>
      house.client.act('conseil-de-developpement', path, { outcome: 'favourable', ...more });
    const unclear = await gives({});
    expect([unclear.status, unclear.body.errors?.[0]]).toMatchObject([
      422,
      { code: 'represented-body-unclear', pointer: '/onBehalfOf', detail: expect.stringContaining('02, 05') },
    ]);
    const offered = (await house.client.read('conseil-de-developpement', `/api/poles/${walker.poleId}`)).body.acts;
    expect(offered.find(({ act }) => act === 'give-opinion')).toMatchObject({ onBehalfOf: ['02', '05'] });
    expect((await gives({ onBehalfOf: '07' })).status).toBe(422);
    expect((await gives({ onBehalfOf: CARRIER })).status).toBe(403);
    const given = await gives({ onBehalfOf: '05' });
    expect(given.body.events[0]).toMatchObject({ onBehalfOf: '05' });
    const rectified = await house.client.act(
      'instructrice',
      `/api/poles/${walker.poleId}/represented-body-rectifications`,
      {
        ...{ event: given.body.events[0]?.id, represented: '02', ...because },
      },
    );
    expect(rectified.status).toBe(201);
    const line = (await linesOf('instructrice', walker.poleId)).find(({ type }) => type === 'opinion-given');
    expect(line).toMatchObject({ onBehalfOf: '02', formerlyOnBehalfOf: '05' });
  });

  it('a control finds what was written in the name of another, and the rectification mends it', async () => {
    const walker = new Walker(house.client);
    await walker.walk([
      ...opening,
      instructor('skip-study', because),
      council('give-opinion', { outcome: 'favourable' }),
    ]);
    const found = async () =>
      (await controlled(house.source, house.book)).find(({ number }) => number === '22')?.culprits;
    expect(await found()).toEqual([]);
    const opinion = (await linesOf('instructrice', walker.poleId)).find(({ type }) => type === 'opinion-given');
    const event = opinion?.id ?? '';
    await behindTheTriggers(house.owner.manager, `UPDATE journal SET on_behalf_of = '01' WHERE id = '${event}'`);
    expect(await found()).toEqual([event]);
    const rectified = await house.client.act(
      'instructrice',
      `/api/poles/${walker.poleId}/represented-body-rectifications`,
      { event, represented: '02', ...because },
    );
    expect(rectified.status).toBe(201);
    expect(await found()).toEqual([]);
  });
});
