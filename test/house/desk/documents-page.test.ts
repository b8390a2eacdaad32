import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORM_KEY } from '../../../src/api/page-sessions.js';
import { actAddress } from '../../../src/desk/forms/addresses.js';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import { PAPERS } from '../../../src/simulation/papers.js';
import { unsoundIn } from '../../browser/looks.js';
import { hidden, Visitor } from '../../builders/browser-visitor.js';
import { PNG } from '../../builders/files.js';
import { opening } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let readers: PageReaders;
let walker: Walker;

beforeAll(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
  await walker.walk(opening);
  readers = new PageReaders(house.url);
});
afterAll(() => house.close());

const room = () => `/poles/${walker.poleId}/documents`;
const form = () => actAddress(actNamed('attach-document'), walker.poleId, { kind: 'pole' });
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const read = async (account: string, path: string) => plain(visibleText((await readers.ask(account, path)).html));

interface Brought {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Sends the form of a page with a file, as a browser without JavaScript does; perhaps with other hidden fields. */
async function sent(by: Visitor, fields: Readonly<Record<string, string>>, file?: Brought, change: object = {}) {
  const { html } = await by.ask(form());
  const entries = Object.entries({ ...hidden(html, form()), ...change, ...fields });
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, String(value));
  body.append('hash', new Blob([new Uint8Array(file?.bytes ?? [])]), file?.name ?? '');
  return by.ask(form(), body);
}

const paper = (title: string): Brought => ({
  name: `${title}.pdf`,
  bytes: Buffer.concat([PAPERS.note.bytes, Buffer.from(`% ${title}\n`)]),
});
const nothingOf = async ({ bytes }: Brought) =>
  (await house.source.query('SELECT FROM documents WHERE hash = $1', [digestOf(bytes)])) as object[];

describe('A form that takes a file', () => {
  it('asks for it in words, says what is taken, and asks nobody for a digest', async () => {
    const { html } = await readers.ask('porteur-demo', form());
    expect(html).toMatch(/<form[^>]* enctype="multipart\/form-data"/);
    expect(html).toMatch(/<input[^>]* name="hash" type="file" accept="\.pdf,[^"]*" aria-describedby="hash-hint"/);
    expect(plain(visibleText(html))).toContain('PDF, ODT, ODS, DOCX ou XLSX, 20 Mo au plus.');
    expect(visibleText(html)).not.toMatch(/SHA|empreinte/i);
  });

  it('says once for all the pieces of a request what is taken', async () => {
    const address = actAddress(actNamed('request-study-grant'), walker.poleId, { kind: 'pole' });
    const { html } = await readers.ask('porteur-demo', address);
    expect(html.match(/type="file"/g)).toHaveLength(4);
    expect(html.match(/<p class="govuk-hint"[^>]*>PDF, ODT/g)).toHaveLength(1);
  });

  it('deposits it and does the act at once; the document is then in its room, and leaves as it came', async () => {
    const by = await readers.of('porteur-demo');
    const file = paper('Lettre à la mairie');
    const done = await sent(by, { title: 'Lettre à la mairie' }, file);
    expect([done.status, new URL(done.location).pathname]).toEqual([303, `/poles/${walker.poleId}`]);
    expect(await read('instructrice', room())).toMatch(
      /Lettre à la mairie , Document versé au dossier, \d+ février 2026 Lettre à la mairie\.pdf, /,
    );
    const address = `${room()}/${digestOf(file.bytes)}`;
    const { html } = await readers.ask('instructrice', room());
    expect(html).toContain(`href="${address}"`);
    expect(html).toMatch(/mairie\.pdf, [\d,]+\u00a0ko/);
    const cookie = by.cookiesFor(new URL(house.url));
    const answer = await fetch(house.url + address, { headers: { cookie } });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(file.bytes);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect((await readers.ask('porteur-autre', address)).status).toBe(404);
  });

  it('says at its field why it is not taken, and keeps what was typed', async () => {
    const by = await readers.of('porteur-demo');
    const { status, html } = await sent(by, { title: 'Un tableau' }, { name: 'tableau.xlsm', bytes: PNG });
    expect(status).toBe(422);
    expect(html).toMatch(/<a href="#hash">Ce format n’est pas pris\./);
    expect(html).toMatch(/id="hash"[^>]* aria-describedby="hash-hint hash-error" aria-invalid="true"/);
    expect(html).toContain('value="Un tableau"');
    expect(plain(visibleText(html))).not.toContain('Retirer');
  });

  it('keeps a file that was taken while something else is corrected, until it is taken off', async () => {
    const by = await readers.of('porteur-demo');
    const file = paper('Sans titre');
    const corrected = await sent(by, { title: '' }, file);
    expect(corrected.status).toBe(422);
    expect(plain(visibleText(corrected.html))).toMatch(/Sans titre\.pdf PDF, [\d,]+ (?:ko|Mo) Vérifié Retirer/);
    expect(hidden(corrected.html, form())).toMatchObject({ hash: digestOf(file.bytes) });
    const resumed = await by.ask(form());
    expect(plain(visibleText(resumed.html))).toContain('Sans titre.pdf');
    const off = await by.ask(form(), { ...hidden(corrected.html, form()), _remove: 'hash' });
    expect([off.status, hidden(off.html, form())['hash']]).toEqual([200, undefined]);
    const done = await by.ask(form(), { ...hidden(corrected.html, form()), title: 'Avec son titre' });
    expect(done.status).toBe(303);
  });

  it('asks for one where none is chosen', async () => {
    const { status, html } = await sent(await readers.of('porteur-demo'), { title: 'Sans rien', _remove: '' });
    expect([status, plain(visibleText(html))]).toEqual([422, expect.stringContaining('Choisissez un fichier.')]);
  });

  it('takes nothing from another site, nor from a form of another session', async () => {
    const by = await readers.of('porteur-demo');
    const file = paper('D’ailleurs');
    expect((await sent(by, { title: 'D’ailleurs' }, file, { [FORM_KEY]: 'a'.repeat(43) })).status).toBe(403);
    const body = new FormData();
    body.append('hash', new Blob([new Uint8Array(file.bytes)]), file.name);
    expect((await by.ask(form(), body)).status).toBe(403);
    const own = new FormData();
    own.append(FORM_KEY, hidden((await by.ask(form())).html, form())[FORM_KEY] ?? '');
    expect((await by.ask(form(), own, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await nothingOf(file)).toEqual([]);
  });

  it('keeps what was typed when the session ends meanwhile, and no file of it', async () => {
    const by = await readers.of('conseiller-cress');
    const file = paper('Trop tard');
    const { html } = await by.ask(form());
    await house.source.query(`UPDATE sessions SET expires_at = now() WHERE account = 'conseiller-cress'`);
    const body = new FormData();
    for (const [name, value] of Object.entries(hidden(html, form()))) body.append(name, value);
    body.append('title', 'Tapé avant la fin');
    body.append('hash', new Blob([new Uint8Array(file.bytes)]), file.name);
    const { status, location } = await by.ask(form(), body);
    expect([status, location]).toEqual([303, expect.stringMatching(/\/connexion\?vers=.*&garde=1$/)]);
    expect(await nothingOf(file)).toEqual([]);
    await by.logIn('conseiller-cress', form());
    expect((await by.ask(form())).html).toContain('value="Tapé avant la fin"');
  });

  it('is no way to send files to another page', async () => {
    const body = new FormData();
    body.append('hash', new Blob(['a']), 'a.pdf');
    const by = await readers.of('porteur-demo');
    expect((await by.ask('/poles/nouveau', body)).status).toBe(415);
    expect((await by.ask('/deconnexion', body)).status).toBe(415);
  });
});

describe('The room of the documents', () => {
  it('says of each what it is, which fact carries it, who brought it and whether it was looked at', async () => {
    const text = await read('instructrice', room());
    expect(text).toMatch(/Document Porté par Déposé par État Avec son titre , [^/]*? Sans titre\.pdf, [\d,]+ ko/);
    expect(text).toMatch(/Document versé au dossier \d+ février 2026 .* Vérifié/);
    expect(text).toContain('Verser un document au dossier');
  });

  it('shows who only looks that there are documents, and opens none', async () => {
    const { html } = await readers.ask('auditrice', room());
    expect(plain(visibleText(html))).toContain('Réservé');
    expect(html).not.toMatch(/\/documents\/[0-9a-f]{64}/);
  });
});

describe('A file that its antivirus has not looked at', () => {
  const IN_PLACE = { 'hx-request': 'true' };
  let state: string;
  const become = (verdict: string) =>
    house.source.query(
      `UPDATE documents SET verdict = $1, scanned_by = CASE WHEN $1 <> 'pending' THEN 'clamav' END,
         virus = CASE WHEN $1 = 'infected' THEN 'Eicar' END WHERE hash = $2`,
      [verdict, digestOf(file.bytes)],
    );
  const file = paper('À vérifier');

  beforeAll(async () => {
    await sent(await readers.of('porteur-demo'), { title: '' }, file);
    state = `${room()}/${digestOf(file.bytes)}/etat`;
    await become('pending');
  });

  it.each<[string, () => string]>([
    ['the room of the documents', room],
    ['the form that brought it', form],
  ])('asks from %s what becomes of it, every two seconds', async (_name, page) => {
    const { html } = await readers.ask('porteur-demo', page());
    expect(html).toContain(`<span role="status"><span data-hx-get="${state}" data-hx-trigger="every 2s"`);
    expect(html).toContain('name="htmx-config"');
    expect((await unsoundIn(html)).filter(fault => !fault.startsWith('form-dup-name'))).toEqual([]);
  });

  it('says nothing new until it is known, then the word alone', async () => {
    const by = await readers.of('porteur-demo');
    const [silent, page] = await Promise.all([by.ask(state, undefined, IN_PLACE), by.ask(state)]);
    expect([silent.status, silent.html, silent.headers.get('cache-control')]).toEqual([204, '', 'no-store']);
    expect([page.status, page.location]).toEqual([303, house.url + room()]);
    await become('infected');
    const known = await by.ask(state, undefined, IN_PLACE);
    expect([known.status, known.html]).toEqual([200, expect.stringMatching(/^<strong[^]*Virus reconnu<\/strong>$/)]);
    await become('pending');
  });

  it('tells nothing of it to who may not open it, and leads nobody away from their page', async () => {
    const other = await readers.of('porteur-autre');
    expect((await other.ask(state, undefined, IN_PLACE)).status).toBe(404);
    const { status, html, headers } = await new Visitor(house.url).ask(state, undefined, IN_PLACE);
    expect([status, html, headers.has('hx-redirect')]).toEqual([401, '', false]);
  });
});
