import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_ACCOUNTS, demoSiret } from '../../src/access/demo-accounts.js';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { describedRoutes, type DescribedRoute } from '../builders/described-routes.js';
import { declaration, payment, toTheConvention } from '../builders/http-walks.js';
import { inForm } from '../builders/form.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
/** What a real dossier holds, by the names of parameters; and the same of one that does not exist. */
let here: Readonly<Record<string, string>>;
const nowhere = { poleId: randomUUID(), awardId: randomUUID(), obligationId: randomUUID() };
/** A key under which a stranger did something of their own. */
const knownKey = randomUUID();

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment]);
  const [owed] = (await walker.look()).awaited;
  here = { poleId: walker.poleId, awardId: walker.found.award ?? '', obligationId: owed?.id ?? '' };
  const theirs = { ...declaration, groupSiret: demoSiret(901) };
  const { status } = await house.client.act('porteur-autre', '/api/poles', theirs, knownKey);
  if (status !== 201) throw new Error(`Déclaration refusée : ${status}`);
});

afterAll(() => house.close());

const ROUTES = describedRoutes();
/** Those whose address leads to a dossier, or that are asked of one. */
const OF_A_DOSSIER = ROUTES.filter(
  ({ path, query }) => /\{(?:poleId|awardId|obligationId)\}/.test(path) || query.includes('pole'),
);
const actOf = ({ id }: DescribedRoute) => ACTS.find(({ name }) => name === id);

type Names = Readonly<Record<string, string>>;

/** The rank of a year, an instalment, a post or a contribution, when it is nothing that is there. */
const FIRST: Names = { year: '1', number: '1', post: '1', contribution: '1', report: 'indicators' };
const NONE: Names = { year: '9', number: '9', post: '99', contribution: '99', report: 'indicators' };
const OTHERS: Names = { ladders: 'fewer-reminders' };

function addressOf({ path, query }: DescribedRoute, names: Names): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => ({ ...OTHERS, ...names })[name] ?? '');
  return query.includes('pole') ? `${address}?pole=${names['poleId'] ?? ''}` : address;
}

/** What an answer tells, but for the address and the number of its trace. */
async function told(account: string, route: DescribedRoute, names: Names, headers: Names) {
  const answer = await fetch(house.url + addressOf(route, names), {
    method: route.method,
    headers: {
      authorization: await house.client.authorization(account),
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    ...(route.body === undefined ? {} : { body: JSON.stringify(route.body) }),
  });
  const text = await answer.text();
  const { instance: _instance, traceId: _traceId, ...rest } = JSON.parse(text) as Record<string, unknown>;
  const version = /^"\d+"$/.exec(answer.headers.get('etag') ?? '')?.[0];
  const body = JSON.stringify(rest).replaceAll(names['poleId'] ?? '', 'poleId');
  return { status: answer.status, version, replayed: answer.headers.get('idempotency-replayed'), body };
}

const STALE: Names = { 'if-match': '"0"' };
const READ_BEFORE = inForm<readonly Names[]>([], [{}, { 'if-match': '"1"' }, { 'if-match': '*' }]);
const headersOf = (method: string): readonly Names[] =>
  method === 'GET'
    ? [{}, { 'if-none-match': '"0"' }, { 'if-none-match': '*' }, { accept: 'text/html' }]
    : [STALE, { 'idempotency-key': knownKey }, ...READ_BEFORE];

const reads = async (account: string) =>
  (await house.client.read(account, `/api/poles/${here['poleId']}`)).status === 200;
/** What applies to a dossier may be set by who does not read it. */
const isSettingFor = (account: string, route: DescribedRoute) =>
  account === 'administratrice' && (route.path.includes('/ladders') || actOf(route)?.roles.includes('admin'));

describe('every route that leads to a dossier', () => {
  it('is tried, acts and readings', () => {
    expect(ACTS.filter(({ name }) => !ROUTES.some(({ id }) => id === name)).map(({ name }) => name)).toEqual([]);
    expect(OF_A_DOSSIER.length).toBeGreaterThan(ACTS.length);
  });

  it.each(DEMO_ACCOUNTS.map(({ account }) => account))(
    'tells %s, if they may not read it, the same as of one that does not exist, whatever they say',
    async account => {
      if (await reads(account)) return;
      for (const route of OF_A_DOSSIER.filter(candidate => !isSettingFor(account, candidate)))
        for (const headers of headersOf(route.method)) {
          const there = await told(account, route, { ...FIRST, ...here }, headers);
          const answer = { route: route.id, headers, ...there };
          expect(answer).toEqual({
            ...{ route: route.id, headers },
            ...(await told(account, route, { ...FIRST, ...nowhere }, headers)),
          });
          if (actOf(route)) expect(answer).toMatchObject({ status: 404, version: undefined });
        }
    },
  );

  it('tells a stranger of the key of another act nothing but that it has served', async () => {
    const route = OF_A_DOSSIER.find(({ id }) => id === 'give-opinion');
    const answer = route && (await told('porteur-autre', route, { ...here }, { 'idempotency-key': knownKey }));
    expect(answer).toMatchObject({ status: 404, replayed: null });
  });
});

describe('an act that is not theirs to do', () => {
  const role = (account: string) => DEMO_ACCOUNTS.find(known => known.account === account)?.role;
  const actsOfOthers = (account: string) =>
    OF_A_DOSSIER.filter(route => {
      const act = actOf(route);
      return act && !act.roles.some(holder => holder === role(account));
    });

  it.each(
    inForm([...new Map(DEMO_ACCOUNTS.map(known => [known.role, known])).values()], [...DEMO_ACCOUNTS]).map(
      ({ account }) => account,
    ),
  )('is refused to %s, if they read the dossier, before anything is told of what it bears on', async account => {
    if (!(await reads(account))) return;
    for (const route of actsOfOthers(account))
      for (const names of inForm([NONE], [FIRST, NONE]))
        for (const headers of inForm([STALE], [STALE, {}])) {
          const { status, version, body } = await told(account, route, { ...names, ...here }, headers);
          expect({ route: route.id, names, headers, status, version, body }).toMatchObject({
            ...{ status: 403, version: undefined },
            body: expect.stringContaining('urn:jalon:probleme:forbidden-role'),
          });
        }
  });

  it('is refused for the perimeter, as for the role, before what it bears on is looked for', async () => {
    await house.owner.query(`UPDATE mandates SET bodies = $1 WHERE account = 'cofinanceur-22'`, [[demoSiret(1)]]);
    const [route] = OF_A_DOSSIER.filter(({ id }) => id === 'record-cofunding-decision');
    const answer = route && (await told('cofinanceur-22', route, { ...NONE, ...here }, {}));
    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('out-of-perimeter') });
  });
});
