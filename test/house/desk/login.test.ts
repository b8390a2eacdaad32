import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionReads } from '../../../src/database/session-reads.js';
import { keepDraft } from '../../../src/record/people/sessions.js';
import { hidden, Visitor } from '../../builders/browser-visitor.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());
afterEach(async () => {
  await house.owner.query('DELETE FROM sessions; DELETE FROM entry_links; DELETE FROM drafts');
});

const visitor = () => new Visitor(house.url);
const PAGE = '/confirmer-identite?vers=%2Fpoles';
const sessions = () => house.owner.query<{ account: string; digest: string }[]>('SELECT * FROM sessions');

describe('Logging in with one’s account', () => {
  it('leads back to the page that was asked for', async () => {
    const porteur = visitor();
    const asked = await porteur.ask(PAGE);
    expect([asked.status, asked.location]).toEqual([303, `${house.url}/connexion?vers=${encodeURIComponent(PAGE)}`]);
    const { at, html, status } = await porteur.logIn('porteur-demo', PAGE);
    expect([status, at]).toEqual([200, house.url + PAGE]);
    expect(html).toContain('Structures porteuses de la démonstration');
  });

  it('keeps nothing in the browser that a page can read, and nothing in the base that opens the house', async () => {
    const porteur = visitor();
    const { html } = await porteur.logIn('porteur-demo', PAGE);
    const [[name, cookie] = ['', undefined], ...others] = [...porteur.cookies].filter(
      ([, { host }]) => `http://${host}` === house.url,
    );
    expect([name, others]).toEqual(['jalon', []]);
    expect(cookie?.attributes).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(await sessions())).not.toContain(cookie?.value);
    expect(html).not.toMatch(/eyJ[\w-]+\.eyJ/);
    expect(html).not.toContain(cookie?.value);
  });

  it('gives each login a secret of its own, and ends the one before', async () => {
    const someone = visitor();
    await someone.logIn('instructrice', PAGE);
    const [first] = await sessions();
    const chooser = await someone.go('/connexion', {
      ...hidden((await someone.ask(PAGE)).html, '/connexion'),
    });
    expect(new URL(chooser.at).pathname).toMatch(/^\/interaction\//);
    await someone.go(`${chooser.at}/instructrice`, {});
    const now = await sessions();
    expect(now.map(({ account }) => account)).toEqual(['instructrice']);
    expect(now[0]?.digest).not.toBe(first?.digest);
  });

  it.each([
    'https://ailleurs.example/',
    '//ailleurs.example',
    '/\\ailleurs.example',
    '/.//ailleurs.example',
    '/..//ailleurs.example',
    '/%2e//ailleurs.example',
    'javascript:alert(1)',
    '/api/poles',
    '/deconnexion',
  ])('leads to the first page, not to %s', async elsewhere => {
    const someone = visitor();
    const { html } = await someone.go(`/connexion?${new URLSearchParams({ vers: elsewhere })}`);
    expect(hidden(html)).toEqual({ vers: '/' });
  });

  it('refuses in French what comes back without having been sent, or comes back twice', async () => {
    const someone = visitor();
    const stray = await someone.ask('/login/callback?code=abc&state=def');
    expect([stray.status, stray.html]).toEqual([400, expect.stringContaining('La connexion n’a pas abouti')]);
    const login = await someone.go('/connexion');
    const chooser = await someone.go('/connexion', hidden(login.html));
    const chosen = await someone.ask(`${chooser.at}/instructrice`, {});
    const back = (await someone.ask(chosen.location)).location;
    const forged = back.replace(/state=[^&]+/, 'state=another');
    expect((await someone.ask(forged)).status).toBe(400);
    expect((await someone.ask(back)).status).toBe(400);
    await expect(sessions()).resolves.toEqual([]);
  });
});

describe('A session', () => {
  it('ends at the provider too when one leaves, and its secret opens nothing any more', async () => {
    const someone = visitor();
    const { html } = await someone.logIn('instructrice', PAGE);
    const copied = new Visitor(house.url);
    for (const [name, cookie] of someone.cookies) copied.cookies.set(name, cookie);
    const left = await someone.ask('/deconnexion', hidden(html));
    expect(left.location).toMatch(/\/session\/end\?/);
    expect((await copied.ask(PAGE)).status).toBe(303);
    const asked = await someone.go(left.location);
    const gone = await someone.go(`${new URL(asked.at).origin}/session/end/confirm`, {
      ...hidden(asked.html),
      xsrf: /name="xsrf" value="([^"]*)"/.exec(asked.html)?.[1] ?? '',
      logout: 'yes',
    });
    expect(gone.at).toBe(`${house.url}/connexion`);
    const again = await someone.go('/connexion', hidden(gone.html));
    expect(again.html).toContain('Au nom de qui agissez-vous');
  });

  it.each([
    ['is too old', "expires_at = now() - interval '1 second'"],
    ['was left alone for too long', "seen_at = now() - interval '3 hours'"],
  ])('that %s opens nothing', async (_why, change) => {
    const someone = visitor();
    await someone.logIn('instructrice', PAGE);
    await house.owner.query(`UPDATE sessions SET ${change}`);
    expect((await someone.ask(PAGE)).status).toBe(303);
  });

  it('takes no form that another site sends, nor one made for another session', async () => {
    const [someone, another] = [visitor(), visitor()];
    const { html } = await someone.logIn('instructrice', PAGE);
    const { html: theirs } = await another.logIn('auditrice', PAGE);
    const own = hidden(html);
    for (const [fields, headers] of [
      [{}, {}],
      [{ ...own, _cle: '' }, {}],
      [hidden(theirs), {}],
      [own, { 'sec-fetch-site': 'cross-site' }],
      [own, { 'sec-fetch-site': 'same-site' }],
      [own, { origin: 'https://ailleurs.example' }],
    ] as const) {
      const { status, html: said } = await someone.ask('/deconnexion', fields, headers);
      expect([status, said]).toEqual([403, expect.stringContaining('ne vient pas de votre session')]);
    }
    await expect(sessions()).resolves.toHaveLength(2);
  });
});

describe('A form whose session ended while it was filled in', () => {
  const expired = async () => {
    const someone = visitor();
    await someone.logIn('instructrice', PAGE);
    await house.owner.query("UPDATE sessions SET expires_at = now() - interval '1 second'");
    return someone;
  };
  const leadsTo = (page: string) => `${house.url}/connexion?${new URLSearchParams({ vers: page })}`;

  it.each([
    ['/administration/droits/donner', '/administration/droits/donner'],
    ['/moi/agenda/fermer', '/moi'],
    ['/moi/suivis/5c1a0c47-8a39-4d0b-9d5f-0d4a86d3a5b0/quitter', '/moi'],
    ['/poles/nouveau', '/poles/nouveau'],
  ])('keeps nothing of %s, which would show nothing of it, and leads back to %s', async (path, page) => {
    const someone = await expired();
    expect(
      (await someone.ask(path, { _cle: 'x', ...(path.endsWith('donner') ? { account: 'x' } : {}) })).location,
    ).toBe(leadsTo(page));
    await expect(house.owner.query('SELECT * FROM drafts')).resolves.toEqual([]);
  });
});

describe('A draft', () => {
  it('keeps what was typed for its author alone, and no bank details', async () => {
    const { manager } = house.source;
    await keepDraft(manager, 'porteur-demo', '/poles/x/faire/y', {
      ...{ iban: 'FR76 3000', bic: 'AGRIFRPP', accountHolder: 'Une structure' },
      claimedOn: '14/3/2026',
    });
    const reads = new SessionReads(house.source);
    await expect(reads.draft('porteur-demo', '/poles/x/faire/y')).resolves.toEqual({ claimedOn: '14/3/2026' });
    await expect(reads.draft('instructrice', '/poles/x/faire/y')).resolves.toBeUndefined();
  });
});
