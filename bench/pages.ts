import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEMO_ACCOUNTS } from '../src/access/demo-accounts.js';
import { machineNow } from '../src/clock/clock.js';
import { parisDate } from '../src/domain/kernel/paris.js';
import { openSession } from '../src/record/people/sessions.js';
import { demonstrate } from '../src/simulation/demonstration.js';
import { HouseClient } from '../src/simulation/house-client.js';
import { against, spread } from './figures.js';
import type { Ground } from './ground.js';

/** The people whose pages are read: those who see all, those who see theirs. */
const READERS = ['instructrice', 'cheffe-de-service', 'gestionnaire-financiere', 'conseiller-cress', 'porteur-demo'];
const LISTS = ['/', '/poles', '/versements', '/versements?state=held', '/comptes-rendus', '/demandes'];
const ROOMS = ['', '/attributions', '/exercices', '/versements', '/echeances', '/journal'];
/** How many pôles are gone through, of the longest-lived. */
const POLES = 3;
/** How many times each page is read, after a first that is not counted. */
const TIMES = 8;

interface Read {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Reads a page whole. Refuses one that is not there: its time would say nothing. */
async function read(url: string, cookie: string): Promise<Read> {
  const from = performance.now();
  const answer = await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} : ${answer.status}`);
  return { milliseconds: performance.now() - from, bytes: byteLength };
}

/** What each page of the demonstration takes, one reader at a time, against a bare page of the same size. */
export async function measurePages(ground: Ground, say: (line: string) => void) {
  say('La démonstration…');
  const client = new HouseClient(ground.url, ground.issuer);
  await demonstrate(client, parisDate(machineNow()), () => undefined);
  const bare = createServer((request, response) => response.end(Buffer.alloc(Number(request.url?.slice(1)), 'x')));
  bare.listen(0, '127.0.0.1');
  await once(bare, 'listening');
  const floorUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  const [measured, floor, slowest] = [[] as number[], [] as number[], new Map<string, number>()];
  for (const account of READERS) {
    say(account);
    const cookie = await cookieOf(ground, account);
    for (const path of await pathsFor(client, account)) {
      const { bytes } = await read(ground.url + path, cookie);
      for (let time = 0; time < TIMES; time += 1) {
        const { milliseconds } = await read(ground.url + path, cookie);
        measured.push(milliseconds);
        slowest.set(path, Math.max(milliseconds, slowest.get(path) ?? 0));
        floor.push((await read(`${floorUrl}/${bytes}`, cookie)).milliseconds);
      }
    }
  }
  bare.close();
  const worst = [...slowest].sort(([, one], [, other]) => other - one).slice(0, 5);
  for (const [path, milliseconds] of worst) say(`${Math.round(milliseconds)} ms au pire : ${path}`);
  return { read: measured.length, ...against(spread(measured), spread(floor)) };
}

async function cookieOf({ source }: Ground, account: string): Promise<string> {
  const name = DEMO_ACCOUNTS.find(person => person.account === account)?.label ?? account;
  const identity = { account, name, idToken: null, authenticatedAt: Date.now() / 1000 };
  return `jalon=${await openSession(source.manager, identity, 'provider')}`;
}

/** The lists, and the rooms of the pôles whose journals are the longest. */
async function pathsFor(client: HouseClient, account: string): Promise<readonly string[]> {
  const list = await client.read(account, '/api/poles?sort=-paid&limit=20');
  const poles = (
    list.body as unknown as { readonly items: readonly { readonly poleId: string; readonly amounts: unknown }[] }
  ).items;
  const whole = poles.filter(({ amounts }) => amounts !== null).slice(0, POLES);
  return [...LISTS, ...whole.flatMap(({ poleId }) => ROOMS.map(room => `/poles/${poleId}${room}`))];
}
