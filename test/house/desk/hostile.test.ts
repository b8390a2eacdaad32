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
/** What a browser would run, or load, that the house did not write. */
const STRANGE =
  /<script(?![^>]* src="\/desk\/)|<img|<[a-z][^<>]*\s(?:on\w+|style|srcdoc)=|<a[^<>]* href="(?!\/|#|tel:|mailto:|\?)/;

describe('What people write', () => {
  it.each(EVERYONE)('is shown to %s as text, and never run', async account => {
    for (const room of ROOMS) {
      const { html } = await read(account, pole + room);
      expect(html).not.toMatch(STRANGE);
    }
  });

  it('is shown where it was meant to be read', async () => {
    expect((await read('instructrice', `${pole}/journal`)).html).toContain('&lt;script>alert(1)&lt;/script>');
  });

  it.each(['/poles?q=', '/versements?q=', '/comptes-rendus?q=', '/poles?stage=', '/?fait=', '/nulle-part/'])(
    'comes back from the address %s as text',
    async address => {
      const { html, status } = await read('instructrice', address + encodeURIComponent(HOSTILE));
      expect(html).not.toMatch(STRANGE);
      expect(status).toBeLessThan(500);
    },
  );

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

describe('An address that was changed by hand', () => {
  it.each([
    '/exercices',
    '/versements',
    '/faire/suspendre-le-dossier',
    '/echeances/01900000-0000-7000-8000-000000000000',
  ])('does not exist for a stranger: %s', async room => {
    const stranger = new Visitor(house.url);
    await stranger.logIn('porteur-autre');
    expect((await stranger.ask(pole + room)).status).toBe(404);
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
