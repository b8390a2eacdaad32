import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { Walker } from '../builders/walker.js';
import { declaration, opening, request, toTheConvention } from '../builders/http-walks.js';
import { CARRIER } from '../builders/dossier.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let opened: Walker;
let signed: Walker;

beforeAll(async () => {
  house = await startHouse();
  opened = new Walker(house.client);
  await opened.walk(opening);
  signed = new Walker(house.client);
  await signed.walk(toTheConvention);
});

afterAll(() => house.close());

interface Sent {
  readonly account?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a text as it is, as a client of any sort may. */
async function send(path: string, body: string | undefined, { account, method = 'POST', headers = {} }: Sent = {}) {
  const authorization: HeadersInit =
    account === undefined ? {} : { authorization: await house.client.authorization(account) };
  const answer = await fetch(house.url + path, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...authorization, ...headers },
  });
  const type = answer.headers.get('content-type') ?? '';
  const read: unknown = type.includes('json') ? await answer.json() : await answer.text();
  return { status: answer.status, type, allow: answer.headers.get('allow'), body: read as Record<string, unknown> };
}

const instructor = { account: 'instructrice' };
const carrier = { account: 'porteur-demo' };
const act = (path: string, body: unknown, sent: Sent = instructor) => send(`/api${path}`, JSON.stringify(body), sent);
const pole = () => `/poles/${opened.poleId}`;
const versionOf = async (walker: Walker) => (await walker.look()).version;
const correct = (pointer: string, code?: string) => ({
  status: 422,
  type: expect.stringContaining('application/problem+json'),
  body: {
    detail: expect.any(String),
    errors: expect.arrayContaining([expect.objectContaining({ pointer, ...(code === undefined ? {} : { code }) })]),
  },
});
const whole = async () => {
  const [counts] = await house.source.query<object[]>(
    `SELECT (SELECT count(*) FROM journal) AS journal, (SELECT count(*) FROM idempotency_keys) AS keys,
       (SELECT count(*) FROM contacts) AS contacts`,
  );
  return counts;
};

describe('null', () => {
  it('in what may be absent is absence: the act is done, and nothing of it is kept', async () => {
    const done = await act('/poles', {
      ...declaration,
      ...{ groupSiret: null, date: null, datePrecision: null },
    });
    expect(done).toMatchObject({ status: 201 });
    const { events } = done.body as { events: { data: object }[] };
    expect(JSON.stringify(events)).toContain('"group":null');
    expect(JSON.stringify(events)).not.toContain('undefined');
  });

  it('in the successor of a convention changes nothing of it', async () => {
    const [award] = signed.found.pole?.awards.slice(-1) ?? [];
    const path = `/conventions/${award?.id}/amendments`;
    const same = { reason: 'x', carrier: null, years: 3, amount: null, schedule: null, referenceDocument: null };
    expect(await act(path, same)).toMatchObject(correct('', 'nothing-changed'));
  });

  it('as the last day of a contact says that it is not known', async () => {
    const contact = { role: 'instructor', name: 'Boîte', email: 'boite@region.example', validFrom: '2026-01-01' };
    expect(
      await act('/contacts', { ...contact, validTo: null, account: null, bodies: null, pays: null }),
    ).toMatchObject({
      status: 201,
    });
  });

  it.each([
    ['an amount', { ...request, amount: null }, '/amount'],
    ['a start', { ...request, startsOn: null }, '/startsOn'],
    ['a name within a body', { ...request, applicant: { name: null, siret: CARRIER } }, '/applicant/name'],
    ['a body', { ...request, applicant: undefined }, '/applicant'],
  ])('or nothing for %s that must be said is told as missing', async (_name, body, at) => {
    expect(await act(`${pole()}/grant-requests`, body, carrier)).toMatchObject(correct(at, 'missing-field'));
  });
});

describe('what is written', () => {
  it.each(['a\u0000b', '   ', '\u200b', 'a\ud800b', '\u202e'])('%j is no reason', async reason => {
    const before = await whole();
    for (const what of ['withdrawals', 'study-skips', 'suspensions'])
      expect(
        await act(`${pole()}/${what}`, { reason }, what === 'withdrawals' ? carrier : { account: 'cheffe-de-service' }),
      ).toMatchObject(correct('/reason'));
    expect(await whole()).toEqual(before);
  });

  it.each(['\u200b', 'a\ud800', '\u3164'])('%j is no name', async groupName => {
    expect(await act('/poles', { ...declaration, groupName })).toMatchObject(correct('/groupName'));
    expect(
      await act('/contacts', { role: 'instructor', name: groupName, email: 'a@b.example', validFrom: '2026-01-01' }),
    ).toMatchObject(correct('/name'));
  });

  it.each(['120 80', '2 0000', '12000 8000', '1 000 50'])('« %s » is no amount', async amount => {
    expect(await act(`${pole()}/grant-requests`, { ...request, amount }, carrier)).toMatchObject(correct('/amount'));
  });

  it.each(['9997-01-01', '9999-12-31', '2206-01-01', '1900-01-01'])(
    '%s is no start of a convention',
    async startsOn => {
      expect(await act(`${pole()}/grant-requests`, { ...request, startsOn }, carrier)).toMatchObject(
        correct('/startsOn', 'unlikely-year'),
      );
    },
  );

  it('a session, an absence and a step of the clock come in likely years too', async () => {
    const [award] = signed.found.pole?.awards ?? [];
    expect(
      await act(`/awards/${award?.id}/agenda-entries`, {
        organ: 'assembly',
        sessionOn: '9999-12-31',
        text: 'Convention fictive',
      }),
    ).toMatchObject(correct('/sessionOn', 'unlikely-year'));
    expect(await act('/clock', { to: '9999-12-31' }, { account: 'administratrice' })).toMatchObject(
      correct('/to', 'unlikely-year'),
    );
  });

  it('a contact is for a pays that exists, and ladders are of the house', async () => {
    const contact = { role: 'instructor', name: 'Boîte', email: 'b@region.example', validFrom: '2026-01-01' };
    expect(await act('/contacts', { ...contact, pays: ['22'] })).toMatchObject(correct('/pays'));
    for (const ladders of ['constructor', '__proto__', 'toString', 'hasownproperty'])
      expect(await act(`${pole()}/ladders`, { ladders }, { account: 'cheffe-de-service' })).toMatchObject(
        correct('/ladders'),
      );
  });

  it('a fact of 2008 is dated as it was', async () => {
    expect((await act('/poles', { ...declaration, date: ' 2016-06-30\u00a0' })).status).toBe(201);
  });
});

describe('the shape of what is sent', () => {
  it.each([
    ['in a field', `{"structures":${'[['.repeat(10_000)}${']]'.repeat(10_000)}}`],
    ['in an unknown field', `{"x":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
  ])('twenty thousand levels deep %s is refused', async (_name, body) => {
    expect(await send(`/api${pole()}/local-groups`, body, instructor)).toMatchObject({ status: 422 });
  });

  it('a list for an object is refused at its pointer', async () => {
    const applicant = [{ name: 'Association fictive', siret: CARRIER }];
    expect(await act(`${pole()}/grant-requests`, { ...request, applicant }, carrier)).toMatchObject(
      correct('/applicant'),
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'valueOf'])('a field « %s » is unknown', async name => {
    expect(await send(`/api${pole()}/local-groups`, `{"structures":3,"${name}":1}`, instructor)).toMatchObject(
      correct(`/${name}`, 'unknown-field'),
    );
  });

  it('that is nothing has no format', async () => {
    const headers = { authorization: await house.client.authorization('instructrice') };
    expect((await fetch(`${house.url}/api/me/calendar`, { method: 'POST', headers })).ok).toBe(true);
  });

  it('a text that is no JSON is of another format', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])
      expect(await send('/api/poles', '{"a":1}', { ...instructor, headers: { 'content-type': type } })).toMatchObject({
        status: 415,
        body: { type: 'urn:jalon:probleme:unsupported-media-type' },
      });
  });
});

describe('addresses', () => {
  it.each(['constructor', '__proto__', 'toString', 'valueOf'])('name nothing by « %s »', async name => {
    const paths = [`/desk/${name}`, `/api${pole()}/ladders/${name}`, `/api/notices/templates/${name}/preview`];
    for (const path of [...paths, `/api/obligations/${name}`, `/api/calendars/${name}`])
      expect([path, (await send(path, undefined, { ...instructor, method: 'GET' })).status]).toEqual([path, 404]);
  });

  it('name a dossier in capitals too', async () => {
    const shouted = `/api/poles/${opened.poleId.toUpperCase()}`;
    expect(await send(shouted, undefined, { ...instructor, method: 'GET' })).toMatchObject({
      status: 200,
      body: { id: opened.poleId },
    });
    expect((await send(`${shouted}/local-groups`, '{"structures":0}', instructor)).status).toBe(422);
    expect(
      (await send(`/api/forecast?pole=${opened.poleId.toUpperCase()}`, undefined, { ...instructor, method: 'GET' }))
        .status,
    ).toBe(200);
  });

  it('name one thing at a time in a query', async () => {
    const read = async (query: string) =>
      (await send(`/api/forecast?${query}`, undefined, { ...instructor, method: 'GET' })).status;
    expect(await read('pole=%20&pole=%20')).toBe(404);
    expect(await read('days=30&days=30')).toBe(422);
    expect(await read('pole=%00')).toBe(404);
  });

  it.each(['/robots.txt', '/api/nulle-part', '/health', '/desk/a/b'])(
    '%s, that does not exist, says so',
    async path => {
      expect(await send(path, undefined, { method: 'GET' })).toMatchObject({
        status: 404,
        type: expect.stringContaining('application/problem+json'),
        body: { type: 'urn:jalon:probleme:not-found' },
      });
    },
  );

  it.each([
    ['DELETE', '/api/poles', 'GET, HEAD, POST'],
    ['PUT', '/api/clock', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/poles/x/abandonments', 'POST'],
    ['POST', '/health/live', 'GET, HEAD'],
    ['PATCH', '/', 'GET, HEAD'],
  ])('%s %s is told what the address takes', async (method, path, allow) => {
    expect(await send(path, undefined, { method })).toMatchObject({
      status: 405,
      allow,
      body: { type: 'urn:jalon:probleme:method-not-allowed' },
    });
  });

  it.each([
    ['GET', '/api/57014', undefined, 404],
    ['POST', '/api/poles', 'terminat', 400],
    ['POST', '/api/poles', '{"a": x08006}', 400],
    ['GET', '/%ff', undefined, 404],
    ['POST', '/', '{', 400],
  ])('%s %s of a caller who is mistaken is not a house that is away', async (method, path, body, status) => {
    const answer = await send(path, body, { method });
    expect(answer).toMatchObject({ status, type: expect.stringContaining('application/problem+json') });
  });
});

describe('the version that was read', () => {
  const claiming = async (tag: string) =>
    act(
      `${pole()}/opinion-waivers`,
      { reason: 'Le Conseil ne siège pas.' },
      {
        account: 'cheffe-de-service',
        headers: { 'if-match': tag },
      },
    );

  it.each(['"2147483648"', '"99999999999999999999"', '"0"', '"abc"', '""', 'W/"0"', '"a,b", "0"'])(
    'by the tag %s is another: the dossier has changed',
    async tag => {
      expect(await claiming(tag)).toMatchObject({ status: 412, body: { type: 'urn:jalon:probleme:stale-version' } });
    },
  );

  it.each(['abc', '"1', 'W/1', '"1" "2"', '*, "1"', '"1";'])('by « %s » is not said as HTTP has it', async tag => {
    expect(await claiming(tag)).toMatchObject({ status: 400, body: { type: 'urn:jalon:probleme:if-match-malformed' } });
  });

  it.each([
    ['a weak tag', (version: number) => `W/"${version}"`],
    ['a list', (version: number) => `"0", ,W/"${version}" ,"9"`],
    ['a tag', (version: number) => `"${version}"`],
    ['any', () => '*'],
  ])('by %s that holds it lets the act be done', async (_name, tagOf) => {
    const walker = new Walker(house.client);
    await walker.walk(opening.slice(0, 1));
    const done = await act(
      `/poles/${walker.poleId}/local-groups`,
      { structures: 3 },
      {
        ...instructor,
        headers: { 'if-match': tagOf(await versionOf(walker)) },
      },
    );
    expect(done.status).toBe(201);
  });
});

describe('bank details', () => {
  const claim = (change: object) => {
    const [line] = signed.found.pole?.instalments ?? [];
    const [award] = signed.found.pole?.awards.slice(-1) ?? [];
    const path = `/conventions/${award?.id}/years/1/instalments/${line?.number}/claims`;
    return act(path, { iban: 'FR7630006000011234567890189', accountHolder: 'Association fictive', ...change }, carrier);
  };

  it.each([
    ['/iban', { iban: 'FR2430006000011234567890188' }],
    ['/iban', { iban: 'DE893704004405320130001' }],
    ['/bic', { bic: 'AGRIXXPP' }],
    ['/accountHolder', { accountHolder: 'Jean Durand \ud800' }],
  ])('are refused at %s of %j', async (at, change) => {
    expect(await claim(change)).toMatchObject(correct(at));
  });

  it('are quoted by no detail of an error in the log of the database', async () => {
    expect(await house.source.query('SHOW log_error_verbosity')).toEqual([{ log_error_verbosity: 'terse' }]);
  });
});

it('the clock has moved to no year of fancy', async () => {
  expect((await house.client.today()) < civilDate('2036-01-01')).toBe(true);
});
