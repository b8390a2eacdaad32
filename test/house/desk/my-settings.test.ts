import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerPays } from '../../../src/record/pays.js';
import { toTheConvention } from '../../builders/http-walks.js';
import { hidden, Visitor } from '../../builders/browser-visitor.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let poleId: string;
let instructor: Visitor;

beforeAll(async () => {
  house = await startHouse();
  await registerPays(house.source.manager);
  const walker = new Walker(house.client);
  await walker.walk(toTheConvention);
  poleId = walker.poleId;
  instructor = await loggedIn('instructrice');
});
afterAll(() => house.close());

async function loggedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(house.url);
  await visitor.logIn(account, '/confirmer-identite');
  return visitor;
}

/** More pôles than a page of their list holds, by their names alone. */
const theHouseKnowsPoles = (count: number) =>
  house.owner.query(
    `INSERT INTO pole_cards (pole_id, name, pays_codes, stage, bodies, declared_on)
     SELECT gen_random_uuid(), 'Pôle ' || rank, '{}', 'idea', '{}', '2026-02-02' FROM generate_series(1, $1) AS rank`,
    [count],
  );

const plain = (html: string) => visibleText(html).replaceAll(/[\u00a0\u202f]/g, ' ');

/** The first address of a page that begins so. */
const linkIn = (html: string, start: string) => new RegExp(`href="(${start}[^"]*)"`).exec(html)?.[1] ?? '';

/** Sends the form of an address, which a page shows at the same address or at another. */
async function sent(visitor: Visitor, address: string, fields: Readonly<Record<string, string>>, shownAt = address) {
  return visitor.ask(address, { ...hidden((await visitor.ask(shownAt)).html, address), ...fields });
}

describe('Mes réglages', () => {
  it.each([
    'instructrice',
    'cheffe-de-service',
    'conseil-de-developpement',
    'porteur-demo',
    'auditrice',
    'administratrice',
  ])('are read by %s, whose name leads there, without a word of the machine', async account => {
    const { status, html } = await (await loggedIn(account)).ask('/moi');
    expect([status, machineWordsIn(html)]).toEqual([200, []]);
    expect(html).toContain('<a href="/moi">');
    expect(plain(html)).toContain('Mes droits');
  });

  it('change the pace of the mails, told on an example', async () => {
    const before = (await instructor.ask('/moi')).html;
    expect(plain(before)).toContain('Vous n’avez rien choisi');
    const done = await sent(instructor, linkIn(before, '/moi/rythme/'), { kind: '*', pace: 'weekly' });
    expect(done.status).toBe(303);
    const text = plain((await instructor.ask(done.location)).html);
    expect(text).toContain('Le rythme de vos courriels est changé.');
    expect(text).toContain(
      'Toutes les échéances : dans le courrier du lundi. Par exemple : un rappel qui part un mercredi',
    );
    const { body } = await house.client.read('instructrice', '/api/me/contacts');
    expect(body).toMatchObject({ items: [{ preferences: [{ kind: '*', pace: 'weekly' }] }] });
  });

  it('note an absence; one that is refused says why at its field', async () => {
    const address = linkIn((await instructor.ask('/moi')).html, '/absences/');
    const reversed = await sent(instructor, address, { firstDay: '2026-03-10', lastDay: '2026-03-02' });
    expect(reversed.status).toBe(422);
    expect(reversed.html).toMatch(/id="lastDay-error"[^>]*>[\s\S]*?Une période ne finit pas avant de commencer/);
    const missing = await sent(instructor, address, { firstDay: '2026-03-02' });
    expect(missing.html).toMatch(/id="lastDay-error"[^>]*>[\s\S]*?Indiquez une date/);
    const choice = /<option value="([^"]+)">Second instructeur/.exec(missing.html)?.[1] ?? '';
    const noted = await sent(instructor, address, {
      ...{ firstDay: '2026-03-02', lastDay: '2026-03-10', delegate: choice },
    });
    expect(noted.status).toBe(303);
    const { html } = await instructor.ask(noted.location);
    expect(plain(html)).toContain('Du 2 mars 2026 au 10 mars 2026');
    expect(plain(html)).toContain('Second instructeur de la Région reçoit et agit à votre place.');
    const back = /href="([^"]*\/retour)"/.exec(html)?.[1] ?? '';
    const ended = await sent(instructor, back, {});
    expect(plain((await instructor.ask(ended.location)).html)).toContain('L’absence est finie');
  });

  it('let nobody note the absence of another, nor change their pace', async () => {
    const html = (await instructor.ask('/moi')).html;
    const carrier = await loggedIn('porteur-demo');
    for (const page of [linkIn(html, '/absences/'), linkIn(html, '/moi/rythme/')]) {
      const { status, html: refused } = await carrier.ask(page);
      expect([status, plain(refused)]).toEqual([403, expect.stringContaining('Cela ne regarde que cette personne.')]);
    }
  });

  it('offer to receive in one’s place those alone to whom one could lend their role', async () => {
    const council = await loggedIn('conseil-brest');
    const { html } = await council.ask(linkIn((await council.ask('/moi')).html, '/absences/'));
    expect(html).toContain('Conseils de développement des 21 pays');
    for (const other of ['Second instructeur', 'Structure étrangère', 'Département cofinanceur'])
      expect(html).not.toContain(other);
  });

  it('show the address of the agenda once, renew it, and close it', async () => {
    const made = await sent(instructor, '/moi/agenda', {}, '/moi');
    const [address = ''] = /https?:\/\/[^<\s]+\.ics/.exec(made.html) ?? [];
    const at = (url: string) => `/calendars/${url.slice(url.lastIndexOf('/') + 1)}`;
    expect((await instructor.ask(at(address))).status).toBe(200);
    const again = (await instructor.ask('/moi')).html;
    expect(again).not.toContain(address);
    expect(plain(again)).toContain('Une adresse privée est ouverte depuis le 2 février 2026');
    const renewed = await sent(instructor, '/moi/agenda', {}, '/moi');
    const [other = ''] = /https?:\/\/[^<\s]+\.ics/.exec(renewed.html) ?? [];
    expect([(await instructor.ask(at(address))).status, (await instructor.ask(at(other))).status]).toEqual([404, 200]);
    const closed = await sent(instructor, '/moi/agenda/fermer', {}, '/moi');
    expect(plain((await instructor.ask(closed.location)).html)).toContain('L’adresse de votre agenda est fermée');
    expect((await instructor.ask(at(other))).status).toBe(404);
  });

  it('follow any pôle that may be read, however many there are, and leave it', async () => {
    const followed = await sent(instructor, '/moi/suivis', { pole: poleId }, '/moi');
    expect(linkIn((await instructor.ask(followed.location)).html, '/poles/')).toBe(`/poles/${poleId}`);
    const left = await sent(instructor, `/moi/suivis/${poleId}/quitter`, {}, '/moi');
    expect(plain((await instructor.ask(left.location)).html)).toContain('Vous ne suivez plus ce pôle.');
    await theHouseKnowsPoles(60);
    expect((await instructor.ask('/moi')).html).toContain('Pôle 60');
    const stranger = await loggedIn('porteur-autre');
    const theirs = hidden((await stranger.ask('/moi')).html, '/moi/agenda');
    expect((await stranger.ask('/moi/suivis', { ...theirs, pole: poleId })).status).toBe(404);
  });
});
