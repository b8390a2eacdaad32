import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { contactAccount } from '../../../src/access/contact-accounts.js';
import { People, TokenVerifier } from '../../../src/access/people.js';
import { FreshLoginRequiredError, LoginRequiredError, PageSessions } from '../../../src/api/page-sessions.js';
import { SessionReads } from '../../../src/database/session-reads.js';
import { providerDouble } from '../../unit/access/provider-double.js';
import { demoSiret } from '../../../src/access/demo-accounts.js';
import { hidden, Visitor } from '../../builders/browser-visitor.js';
import { textOf } from '../../builders/mail-text.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const ADDRESS = 'tresorier@amarres.example';
const PAGE = '/confirmer-identite?vers=%2F';
let house: TestHouse;
/** The identifier of the volunteer treasurer, who has no account. */
let treasurer: string;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  treasurer = await known();
});
afterEach(async () => {
  await house.owner.query('DELETE FROM sessions; DELETE FROM entry_links');
  await house.owner.query('DELETE FROM contacts WHERE email = $1', [ADDRESS]);
  house.mail.received.length = 0;
});

/** Someone who is written to at the address, in some way. */
async function known(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const contact = {
    ...{ id: randomUUID(), role: 'carrier', bodies: [demoSiret(1)], pays: [], account: null, name: 'Soizic Lamandé' },
    ...{ email: ADDRESS, phone: null, shared: false, valid_from: '2026-01-01', valid_to: null, ...changes },
  };
  const columns = Object.keys(contact);
  const places = columns.map((_, index) => `$${index + 1}`);
  await house.owner.query(
    `INSERT INTO contacts (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(contact),
  );
  return contact.id;
}

const visitor = () => new Visitor(house.url);

/** Asks for a link, and reads the mail that brings it; undefined when none comes. */
async function askedLink(address = ADDRESS, destination = PAGE): Promise<{ answer: string; path: string | undefined }> {
  const before = house.mail.received.length;
  const { html } = await visitor().ask('/connexion/courriel', { adresse: address, vers: destination });
  const mail = house.mail.received[before];
  const path = mail && /\/connexion\/lien\/[\w-]+/.exec(textOf(mail))?.[0];
  return { answer: html.replaceAll(address, 'ADRESSE'), path };
}

/** Lets the links that are on their way grow old. */
const later = (age: string) =>
  house.owner.query('UPDATE entry_links SET expires_at = expires_at - $1::interval', [age]);

const link = async () => (await askedLink()).path ?? '';

describe('Entering by a link sent to one’s address', () => {
  it('is opened by a button: a robot that reads the page, even many times, uses nothing up', async () => {
    const path = await link();
    for (const robot of [visitor(), visitor(), visitor()]) {
      const { status, html } = await robot.ask(path);
      expect([status, html]).toEqual([200, expect.stringContaining('Soizic Lamandé')]);
      expect([...robot.cookies]).toEqual([]);
    }
    const someone = visitor();
    const { html } = await someone.ask(path);
    expect((await someone.go(path, hidden(html))).at).toBe(house.url + PAGE);
  });

  it('serves once, and says how to ask for another', async () => {
    const path = await link();
    await visitor().ask(path, {});
    const again = await visitor().ask(path, {});
    expect([again.status, again.html]).toEqual([410, expect.stringContaining('Demander un nouveau lien')]);
    expect((await visitor().ask(path)).status).toBe(410);
  });

  it('serves for fifteen minutes', async () => {
    const path = await link();
    await later('14 minutes');
    expect((await visitor().ask(path)).status).toBe(200);
    await later('1 minute');
    expect((await visitor().ask(path, {})).status).toBe(410);
  });

  it('is made of no use by whoever did not ask for it', async () => {
    const path = await link();
    const { html } = await visitor().ask(path, { refuser: '1' });
    expect(html).toContain('Personne n’est entré.');
    expect((await visitor().ask(path, {})).status).toBe(410);
  });

  it('tells nobody whether an address is known', async () => {
    const [there, nowhere] = [await askedLink(), await askedLink('personne@ailleurs.example')];
    expect(nowhere.answer).toBe(there.answer);
    expect(nowhere.path).toBeUndefined();
  });

  it.each([
    ['a mailbox that several open', { shared: true }],
    ['someone who is no longer written to', { valid_to: '2026-01-31' }],
    ['someone who is not written to yet', { valid_from: '2026-03-01' }],
    ['an address that is lost', { unreachable_since: '2026-01-15T08:00:00Z' }],
  ])('sends nothing to %s', async (_who, changes) => {
    await house.owner.query('DELETE FROM contacts WHERE email = $1', [ADDRESS]);
    await known(changes);
    expect((await askedLink()).path).toBeUndefined();
  });

  it('does not fill a mailbox: three links in a quarter of an hour', async () => {
    const links = [await askedLink(), await askedLink(), await askedLink(), await askedLink()];
    expect(links.map(({ path }) => path !== undefined)).toEqual([true, true, true, false]);
  });

  it('refuses at its field what is no address, and keeps what was typed', async () => {
    const { status, html } = await visitor().ask('/connexion/courriel', { adresse: 'soizic', vers: PAGE });
    expect(status).toBe(422);
    expect(html).toMatch(/<input[^>]* id="adresse"[^>]*value="soizic"/);
    expect(html).toMatch(/aria-invalid="true"/);
    expect(html).toContain('Erreur\u202f: Se connecter – Jalon');
  });

  it('opens what the person is written to for, and nothing that the Région keeps', async () => {
    await known({ role: 'instructor', bodies: [] });
    const someone = visitor();
    const { html } = await someone.go(await link(), {});
    expect(html).toContain('Soizic Lamandé');
    const actors = await new People(house.source).actors(contactAccount(treasurer));
    expect(actors).toEqual([{ account: contactAccount(treasurer), role: 'carrier', bodies: [demoSiret(1)], pays: [] }]);
    const [session] = await house.owner.query<{ entered_by: string }[]>('SELECT entered_by FROM sessions');
    expect(session?.entered_by).toBe('mail');
  });

  it('asks for an account of one’s own before money and bank details', async () => {
    const someone = visitor();
    const request = { get: () => undefined } as unknown as Request;
    await someone.go(await link(), {});
    const sessions = new PageSessions(new SessionReads(house.source), house.source.manager, house.url);
    const cookie = [...someone.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ');
    const theirs = { get: (name: string) => (name === 'cookie' ? cookie : undefined) } as unknown as Request;
    await expect(sessions.accountOf(theirs)).resolves.toBe(contactAccount(treasurer));
    await expect(sessions.requireFresh(theirs)).rejects.toThrow(FreshLoginRequiredError);
    await expect(sessions.accountOf(request)).rejects.toThrow(LoginRequiredError);
  });

  it('is not an account that a provider may name', async () => {
    const { bearer, issuer, close } = await providerDouble();
    const verifier = new TokenVerifier(issuer, 'jalon');
    await expect(verifier.verify(await bearer({ sub: contactAccount(treasurer) }))).rejects.toThrow(
      'ne nomme personne',
    );
    await close();
  });
});
