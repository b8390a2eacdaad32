import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unsoundIn } from '../../browser/looks.js';
import { opening } from '../../builders/http-walks.js';
import { Visitor } from '../../builders/browser-visitor.js';
import { PageReaders } from '../../builders/page-readers.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const LISTS = ['/poles?q=brest', '/versements', '/comptes-rendus', '/courriers', '/prevision'];
const IN_PLACE = { 'hx-request': 'true' };

let house: TestHouse;
let instructor: Visitor;

beforeAll(async () => {
  house = await startHouse();
  await new Walker(house.client).walk(opening);
  instructor = await new PageReaders(house.url).of('instructrice');
});
afterAll(() => house.close());

const askInPlace = (path: string, visitor = instructor) => visitor.ask(path, undefined, IN_PLACE);

describe('A list that changes in place', () => {
  it.each(LISTS)('answers at %s the page that who has no script reads, kept by nobody', async path => {
    const [whole, inPlace] = await Promise.all([instructor.ask(path), askInPlace(path)]);
    expect(inPlace.html).toBe(whole.html);
    expect(await unsoundIn(whole.html)).toEqual([]);
    expect([inPlace.status, inPlace.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(whole.html.match(/ id="liste(-dit)?"/g)).toHaveLength(2);
    expect(whole.html).toContain('<meta name="htmx-config" content="includeIndicatorCSS:false"/>');
  });

  it('is asked for again whole by each link and form that changes it, where it leads without script', async () => {
    const { html } = await instructor.ask('/poles?sort=name');
    const changing = [...html.matchAll(/<(a|form)\b[^>]* data-hx-get="([^"]*)"[^>]*>/g)];
    expect(changing.length).toBeGreaterThan(8);
    for (const [tag, , address] of changing) expect(tag).toMatch(`="${address}"`);
    expect(html).toContain('role="status">1 pôle</p>');
  });

  it('gives way to the page that says what is wrong', async () => {
    const { status, headers } = await askInPlace('/courriers?pole=pommes');
    const told = ['hx-retarget', 'hx-reselect', 'hx-reswap'].map(name => headers.get(name));
    expect([status, ...told]).toEqual([422, 'body', 'body', 'outerSync']);
    expect((await instructor.ask('/courriers?pole=pommes')).headers.has('hx-retarget')).toBe(false);
  });

  it('gives way to the login of who is no longer logged in, and is found again after it', async () => {
    const { status, headers, html } = await askInPlace('/poles?q=brest', new Visitor(house.url));
    expect([status, headers.get('hx-redirect'), html]).toEqual([204, '/connexion?vers=%2Fpoles%3Fq%3Dbrest', '']);
  });
});
