import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { payment, toTheConvention } from '../../builders/http-walks.js';
import { Visitor } from '../../builders/browser-visitor.js';
import { deadAnchorsIn } from '../../builders/dead-anchors.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let poleId: string;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment]);
  poleId = walker.poleId;
});
afterAll(() => house.close());

async function read(account: string, path: string) {
  const known = visitors.get(account);
  const visitor = known ?? new Visitor(house.url);
  if (!known) await visitor.logIn(account, '/confirmer-identite');
  visitors.set(account, visitor);
  return visitor.ask(path);
}

const ROOMS = [
  '',
  '/preparation',
  '/attributions',
  '/exercices',
  '/versements',
  '/poste',
  '/cofinancements',
  '/vie',
  '/echeances',
];
const READERS = [
  'instructrice',
  'cheffe-de-service',
  'gestionnaire-financiere',
  'conseiller-cress',
  'porteur-demo',
  'auditrice',
];

describe('The pages of a pôle', () => {
  it.each(READERS.flatMap(reader => ROOMS.map(room => [reader, room] as const)))(
    'are read by %s: %s, in French, without a word of the machine',
    async (reader, room) => {
      const { status, html } = await read(reader, `/poles/${poleId}${room}`);
      expect([status, machineWordsIn(html), deadAnchorsIn(html)]).toEqual([200, [], []]);
    },
  );

  it('show each thing that is owed on a page of its own', async () => {
    const list = await read('instructrice', `/poles/${poleId}/echeances`);
    const links = [...list.html.matchAll(/href="(\/poles\/[\w-]+\/echeances\/[\w-]+)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const { status, html } = await read('instructrice', link);
      expect([status, machineWordsIn(html)]).toEqual([200, []]);
    }
  });

  it.each(['porteur-autre', 'administratrice'])('do not exist for %s', async stranger => {
    for (const room of ROOMS) {
      const { status, html } = await read(stranger, `/poles/${poleId}${room}`);
      expect([status, visibleText(html)]).toEqual([404, expect.stringContaining('Cette page n’existe pas')]);
    }
  });

  it('do not tell one pôle from another that does not exist', async () => {
    const [theirs, none] = await Promise.all(
      [poleId, randomUUID()].map(async id => (await read('porteur-autre', `/poles/${id}`)).html.replaceAll(id, 'ID')),
    );
    expect(theirs).toBe(none);
  });

  it.each([
    ['its carrier', 'Porté par Association fictive du pôle'],
    ['where it stands', 'En cours'],
    ['its initiative', 'Initiative faite, 2 février 2026'],
    ['that its study was set aside', 'Étude écartée, 2 février 2026'],
    ['its vote', 'Vote fait, 2 février 2026'],
    ['the exercise at hand', 'Exercice 1 en cours, jusqu’au 31 décembre 2027'],
    ['what is awaited first', 'Ouverture du poste n° 1 de chargé·e de mission Association fictive du pôle 2 avr.'],
    ['what was paid', '24 500,00 €'],
    ['what is left to pay', '80 500,00 €'],
    ['its délibération', 'Délibération 26_3_2026-02-02 du 2 février 2026'],
    ['its duration', '1er janv. 2027 – 31 déc. 2029 (3 exercices)'],
    ['its règlement', 'Règlement de l’aide aux pôles de développement de l’ESS'],
  ])('say to an instructor %s', async (_what, words) => {
    const text = visibleText((await read('instructrice', `/poles/${poleId}`)).html);
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words);
  });

  it('do not call a group the body that the CRESS recognised, before its convention', async () => {
    const walker = new Walker(house.client);
    const requested = toTheConvention.findIndex(step => 'act' in step && step.act === 'request-grant');
    await walker.walk(toTheConvention.slice(0, requested));
    const text = visibleText((await read('instructrice', `/poles/${walker.poleId}`)).html);
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('Structure porteuse : Association fictive du pôle');
  });
});

describe('The lists across pôles', () => {
  it.each(['/', '/poles', '/versements', '/comptes-rendus', '/comptes-rendus?year=2027', '/prevision', '/demandes'])(
    'lead to places that they hold, in French, without a word of the machine: %s',
    async list => {
      const { status, html } = await read('instructrice', list);
      expect([status, machineWordsIn(html), deadAnchorsIn(html)]).toEqual([200, [], []]);
    },
  );

  it('say which exercises the matrix of reports holds', async () => {
    const text = visibleText((await read('instructrice', '/comptes-rendus?year=2027')).html);
    expect(text).toContain('Exercices qui finissent en 2027');
    const empty = visibleText((await read('instructrice', '/comptes-rendus?year=2027&q=nulle')).html);
    expect(empty).toContain('Aucun exercice ne finit cette année-là, ou ne répond à ces filtres.');
  });
});
