import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { freePort } from '../../src/embedded/ports.js';
import type { DoorSettings } from '../../src/startup/door.js';
import { BOUNCE_SECRET, dooredHouse, type DooredHouse, type LogLine } from '../rig/doored-house.js';

let open: DooredHouse;
afterEach(() => open.close());

const start = async (door: Partial<DoorSettings> = {}) => {
  open = await dooredHouse(door);
};
type Headers = Readonly<Record<string, string>>;
const ask = (path: string, headers: Headers = {}, init: RequestInit = {}) =>
  fetch(open.url + path, { ...init, headers: { 'content-type': 'application/json', ...headers } });
const statusOf = async (path: string, headers: Headers = {}) => (await ask(path, headers)).status;
const as = async (account: string): Promise<Headers> => ({ authorization: await open.bearer({ sub: account }) });
const statuses = async (times: number, path: string, headers: Headers) => {
  const found: number[] = [];
  for (let time = 0; time < times; time++) found.push(await statusOf(path, headers));
  return found;
};

/** The line of the last request, which follows its answer; this many were asked. */
const lastLine = async (requests = 1): Promise<LogLine | undefined> => (await open.told(requests)).at(-1);

describe('the log of requests', () => {
  it('has one line of each, by the template of its route, with its trace and its account', async () => {
    await start();
    const pole = randomUUID();
    const answer = await ask(`/api/poles/${pole}?nom=Dupont`, await as('instructrice'));
    const problem = (await answer.json()) as { readonly traceId: string };
    const line = await lastLine();
    expect(line).toMatchObject({
      msg: 'demande',
      level: 30,
      route: '/api/poles/:poleId',
      method: 'GET',
      status: 404,
      account: 'instructrice',
    });
    expect([line?.['traceId'], typeof line?.['ms']]).toEqual([problem.traceId, 'number']);
    expect(JSON.stringify(line)).not.toMatch(new RegExp(`Dupont|${pole}|127\\.0\\.0\\.1`));
  });

  it.each([
    [401, 'not-authenticated', '/api/poles', undefined],
    [403, 'forbidden', '/api/tasks', 'porteur-demo'],
  ])('warns of a %i, with why and the network it came from', async (status, code, path, account) => {
    await start({ trustedProxies: 1 });
    const headers = { ...(account ? await as(account) : {}), 'x-forwarded-for': '203.0.113.77' };
    const { traceId } = (await (await ask(path, headers)).json()) as { readonly traceId: string };
    const line = await lastLine();
    expect(line).toMatchObject({
      msg: 'demande refusée',
      level: 40,
      status,
      code,
      traceId,
      route: path,
      network: '203.0.113.0/24',
    });
    expect(line?.['account']).toBe(account);
    expect(JSON.stringify(line)).not.toContain('203.0.113.77');
  });

  it('warns of what the door turned away by its route too, and counts what was refused', async () => {
    await start({ requestsPerMinute: 1 });
    expect(await statuses(2, '/api/clock', {})).toEqual([200, 429]);
    const line = await lastLine(2);
    expect(line).toMatchObject({
      msg: 'demande refusée',
      status: 429,
      code: 'too-many-requests',
      route: '/api/clock',
      network: '127.0.0.0/24',
    });
    const measures = await (await ask('/health/metrics')).text();
    expect(measures).toContain('jalon_http_refusals_total{status="429",route="/api/clock"} 1');
    expect(measures).toMatch(/duration_seconds_count\{method="GET",route="\/api\/clock",status="2xx"\} 1/);
  });

  it('never tells the secret of a calendar, nor an address that leads nowhere', async () => {
    await start();
    await ask('/calendars/un-secret-d-agenda.ics');
    await ask('/api/monsieur-dupont');
    const lines = await open.told(2);
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['/calendars/:file', 404],
      [null, 404],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/un-secret|dupont/);
  });
});

describe('the limits of requests', () => {
  it('are those of each account, wherever it is, then of an address without one', async () => {
    await start({ requestsPerMinute: 2 });
    const [one, other] = [await as('instructrice'), await as('auditrice')];
    expect(await statuses(3, '/api/clock', one)).toEqual([200, 200, 429]);
    expect(await statuses(2, '/api/clock', other)).toEqual([200, 200]);
    expect(await statuses(3, '/api/clock', {})).toEqual([200, 200, 429]);
  });

  it('say in French when to come back, and leave the probes alone', async () => {
    await start({ requestsPerMinute: 1 });
    await ask('/api/clock');
    const refused = await ask('/api/clock');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect([refused.headers.get('content-type'), await refused.json()]).toEqual([
      'application/problem+json; charset=utf-8',
      expect.objectContaining({
        ...{ type: 'urn:jalon:probleme:too-many-requests', title: 'Trop de demandes', instance: '/api/clock' },
        ...{ status: 429, detail: 'Réessayez dans un instant.' },
      }),
    ]);
    expect(await statuses(5, '/health/ready', {})).toEqual([200, 200, 200, 200, 200]);
  });

  it('tell apart those behind a proxy that the house trusts, and believe no other', async () => {
    const from = (last: number) => ({ 'x-forwarded-for': `203.0.113.${last}` });
    await start({ requestsPerMinute: 1 });
    expect([await statusOf('/api/clock', from(1)), await statusOf('/api/clock', from(2))]).toEqual([200, 429]);
    await open.close();
    await start({ requestsPerMinute: 1, trustedProxies: ['loopback'] });
    expect([await statusOf('/api/clock', from(1)), await statusOf('/api/clock', from(2))]).toEqual([200, 200]);
    expect(await statusOf('/api/clock', from(1))).toBe(429);
  });
});

describe('failed identifications', () => {
  it('end in 429 for an address whose tokens all fail, and a good token is still taken there', async () => {
    await start();
    const found = await statuses(32, '/api/poles', { authorization: 'Bearer a.b.c' });
    expect([found.slice(0, 30), found.slice(30)]).toEqual([Array.from({ length: 30 }, () => 401), [429, 429]]);
    expect(await statusOf('/api/poles', await as('instructrice'))).toBe(200);
    expect(await statusOf('/api/poles')).toBe(401);
  });

  it('are counted for the secret of the server of mail, which then is not even compared', async () => {
    await start();
    const post = { method: 'POST', body: JSON.stringify({ address: 'personne@exemple.example' }) };
    const tell = async (secret: string) => (await ask('/api/bounces', { 'x-jalon-secret': secret }, post)).status;
    expect(await tell(BOUNCE_SECRET)).not.toBe(401);
    for (let time = 0; time < 30; time++) expect(await tell('faux')).toBe(401);
    expect([await tell('faux'), await tell(BOUNCE_SECRET)]).toEqual([429, 429]);
  });
});

describe('what is for operators', () => {
  const paths = ['/health/metrics', '/health/stories', '/docs', '/docs/', '/docs-json', '/api/openapi.json', '/Docs'];

  it('is closed in production, but for the probes', async () => {
    await start({ operationsApart: true });
    for (const path of paths) expect([path, await statusOf(path)]).toEqual([path, 404]);
    expect([await statusOf('/health/live'), await statusOf('/health/ready')]).toEqual([200, 200]);
  });

  it('is served on their port where there is one, which serves nothing else', async () => {
    const operationsPort = await freePort();
    await start({ operationsApart: true, operationsPort });
    const there = async (path: string) => (await fetch(`http://127.0.0.1:${operationsPort}${path}`)).status;
    for (const path of ['/health/metrics', '/health/stories', '/health/ready', '/docs', '/api/openapi.json'])
      expect([path, await there(path)]).toEqual([path, 200]);
    for (const path of ['/', '/api/clock', '/api/poles']) expect([path, await there(path)]).toEqual([path, 404]);
    expect(await statusOf('/health/metrics')).toBe(404);
  });
});

describe('what the API answers', () => {
  it('is kept by no cache, errors and unknown addresses included', async () => {
    await start();
    for (const path of ['/api/clock', '/api/poles', '/api/rien', '/api/openapi.json'])
      expect([path, (await ask(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
  });
});

describe('a step of the clock', () => {
  const post = async (path: string, body?: object) => {
    const init = { method: 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await ask(path, await as('administratrice'), init);
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
  };
  const today = async () => ((await (await ask('/api/clock')).json()) as { readonly today: string }).today;

  it('beside another is refused, and one that would last for ever can be stopped where it is', async () => {
    await start();
    const began = await today();
    const endless = post('/api/clock', { to: '2035-12-31' });
    while ((await today()) === began) await new Promise(resolve => setImmediate(resolve));
    expect(await post('/api/clock', { to: '2026-06-01' })).toMatchObject({
      ...{ status: 409, body: { type: 'urn:jalon:probleme:clock-moves' } },
    });
    const stopped = await post('/api/clock/stops');
    expect(await endless).toMatchObject({ status: 200, body: { clock: stopped.body } });
    expect([stopped.status, await today()]).toEqual([200, stopped.body['today']]);
  });

  it('that nobody asked is stopped without harm; not by a colleague, nor where the clock runs', async () => {
    await start();
    expect((await post('/api/clock/stops')).status).toBe(200);
    expect((await ask('/api/clock/stops', await as('instructrice'), { method: 'POST' })).status).toBe(403);
    await open.house.owner.query(`UPDATE clock SET mode = 'running'`);
    expect(await post('/api/clock/stops')).toMatchObject({
      status: 409,
      body: { type: 'urn:jalon:probleme:clock-runs' },
    });
  });
});
