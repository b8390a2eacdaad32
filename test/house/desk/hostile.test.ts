import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { payment, toTheConvention } from '../../builders/http-walks.js';
import { Visitor } from '../../builders/browser-visitor.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)> {{7*7}} javascript:alert(3)';
const IBAN = 'FR7630006000011234567890189';
const EVERYONE = [
  'instructrice',
  'cheffe-de-service',
  'gestionnaire-financiere',
  'conseiller-cress',
  'porteur-demo',
].concat([...['conseil-brest', 'auditrice']]);
const ROOMS = ['', '/attributions', '/exercices', '/versements', '/vie', '/echeances', '/journal', '/journal?tout=1'];

let house: TestHouse;
let pole: string;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment]);
  pole = `/poles/${walker.poleId}`;
  const { status } = await house.client.act('cheffe-de-service', `/api${pole}/suspensions`, { reason: HOSTILE });
  if (status !== 201) throw new Error(`Suspension refusée : ${status}`);
  for (const account of EVERYONE) {
    const visitor = new Visitor(house.url);
    await visitor.logIn(account);
    visitors.set(account, visitor);
  }
});
afterAll(() => house.close());

const read = async (account: string, path: string) => visitors.get(account)?.ask(path) ?? Promise.reject(new Error());
/** The beginning of what is hostile, once it is text. */
const WRITTEN = '&lt;script>alert(1)&lt;/script>';
/** What a browser would run, or load, that the house did not write. */
const STRANGE =
  /<script(?![^>]* src="\/desk\/)|<(?:img|iframe|object|embed|base)\b|<[a-z](?:[^<>"]|"[^"]*")*\s(?:on\w+|style|srcdoc)=|<[a-z](?:[^<>"]|"[^"]*")*\s(?:href|src|action|formaction)="(?!\/(?!\/)|#|tel:|mailto:|\?)/i;

describe('What people write', () => {
  it.each(EVERYONE)('is shown to %s as text, and never run', async account => {
    for (const room of ROOMS) {
      const { html, status } = await read(account, pole + room);
      expect([room, status, STRANGE.exec(html)?.[0]]).toEqual([room, 200, undefined]);
      const isThere = room.startsWith('/journal') && account !== 'auditrice';
      expect([room, html.includes(WRITTEN)]).toEqual([room, isThere]);
    }
  });

  it.each(['/poles?q=', '/versements?q=', '/comptes-rendus?q='])('comes back from %s as text', async address => {
    const { html, status } = await read('instructrice', address + encodeURIComponent(HOSTILE));
    expect([status, STRANGE.exec(html)?.[0]]).toEqual([200, undefined]);
    expect(html).toContain(WRITTEN);
  });

  it.each([
    ['/poles?stage=', 422],
    ['/?fait=', 200],
    ['/nulle-part/', 404],
  ])('is refused, and is not said again, at %s', async (address, refusal) => {
    const { html, status } = await read('instructrice', address + encodeURIComponent(HOSTILE));
    expect([status, STRANGE.exec(html)?.[0]]).toEqual([refusal, undefined]);
    expect(html).not.toContain('alert(1)');
  });

  it.each(EVERYONE)('an IBAN is in no page of %s', async account => {
    for (const room of ROOMS) expect((await read(account, pole + room)).html.replaceAll(/\s/g, '')).not.toContain(IBAN);
  });

  it('is under a policy that runs nothing of it, were it ever written', async () => {
    const { headers } = await read('instructrice', pole);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

/** The page of something that is owed in the pôle. */
async function owedPage(): Promise<string> {
  const [owed] = await house.source.query<{ id: string }[]>(
    'SELECT id FROM obligations WHERE pole_id = $1 ORDER BY id LIMIT 1',
    [pole.replace('/poles/', '')],
  );
  return `/echeances/${owed?.id}`;
}

describe('An address that was changed by hand', () => {
  it.each<[room: string, address: () => string | Promise<string>]>([
    ['exercices', () => '/exercices'],
    ['versements', () => '/versements'],
    ['an act', () => '/faire/suspendre-le-dossier'],
    ['what is owed', owedPage],
  ])('is nowhere for a stranger, though it is for its people: %s', async (_room, address) => {
    const at = pole + (await address());
    const stranger = new Visitor(house.url);
    await stranger.logIn('porteur-autre');
    expect([(await stranger.ask(at)).status, (await read('cheffe-de-service', at)).status]).toEqual([404, 200]);
  });

  it.each([
    '/poles/rien',
    '/poles/rien/versements',
    '/poles/rien/faire/rien',
    '/versements?state=rien',
    '/prevision?jours=12',
  ])('is refused in French, with a way back: %s', async address => {
    const { status, html } = await read('instructrice', address);
    expect([400, 404, 422]).toContain(status);
    expect(html).toContain('Revenir à mon bureau');
  });
});
