import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adviser, council, instructor, note, opening, because } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { untilHeard } from '../../builders/until-heard.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let walker: Walker;
let readers: PageReaders;

/** A pôle on whose project its council and the CRESS are asked what they think of it. */
beforeAll(async () => {
  house = await startHouse();
  readers = new PageReaders(house.url);
  walker = new Walker(house.client);
  await walker.walk([
    ...opening,
    instructor('skip-study', because),
    adviser('hold-cress-meeting', { participants: 12 }),
  ]);
  await untilHeard(house);
});
afterAll(() => house.close());

async function read(account: string) {
  const { status, html } = await readers.ask(account, '/avis');
  expect([status, machineWordsIn(html)]).toEqual([200, []]);
  return { html, text: plain(visibleText(html)) };
}
const formsIn = (html: string) => [...html.matchAll(/href="(\/poles\/[\w-]+\/faire\/[^"]+)"/g)].map(([, href]) => href);

const SAID_A_HUNDRED_TIMES_MORE = `ALTER TABLE journal DISABLE TRIGGER USER; INSERT INTO journal
  SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'sequence', 1000 + rank))).*
  FROM journal j, generate_series(1, 100) AS rank WHERE type = 'legitimation-note-written'`;

describe('The opinions and notes that someone is asked for', () => {
  it('are those of the council, each leading to its form', async () => {
    const { html, text } = await read('conseil-brest');
    expect(text).toContain('Avis du Conseil de développement');
    expect(text).not.toContain('Note de légitimation');
    const [form = ''] = formsIn(html);
    expect(form).toMatch(/\/faire\/rendre-l-avis-du-conseil-de-developpement$/);
    const { status, html: asked } = await readers.ask('conseil-brest', form);
    expect([status, visibleText(asked)]).toEqual([200, expect.stringContaining('Avec réserves')]);
  });

  it('are those of the CRESS, for its advisers', async () => {
    const { html, text } = await read('conseiller-cress');
    expect(text).toContain('Note de légitimation de la CRESS');
    expect(formsIn(html)).toHaveLength(1);
  });

  it('are read, once given, with their text and what became of them', async () => {
    await walker.walk([
      council('give-opinion', { outcome: 'with-reserves', statement: 'Des réserves sur le local.' }),
      adviser('write-legitimation-note', { ...note('not-yet'), analysis: 'Le groupe est trop étroit.' }),
    ]);
    await untilHeard(house);
    const theirs = await read('conseil-brest');
    expect(formsIn(theirs.html)).toEqual([]);
    expect(theirs.text).toMatch(/Avis avec réserves, Groupe fictif rendu le 2 févr\. · Le dossier en est là : étude/);
    expect(theirs.text).toContain('« Des réserves sur le local. »');
    const { text } = await read('conseiller-cress');
    expect(text).toContain('Note de légitimation : la structure ne l’est pas encore, Groupe fictif');
    expect(text).toContain('Une autre note est attendue');
    expect(text).toContain('« Le groupe est trop étroit. »');
  });

  it('are not those of another pays, nor a page for who advises on nothing', async () => {
    const refused = await readers.ask('porteur-demo', '/avis');
    expect([refused.status, visibleText(refused.html)]).toEqual([403, expect.stringContaining('Ceci est réservé')]);
    const { html } = await readers.ask('instructrice', '/');
    expect(html).not.toContain('href="/avis"');
    expect((await readers.ask('conseil-brest', '/')).html).toContain('href="/avis"');
  });

  it('are counted whole, and read page after page, the last first', async () => {
    await house.owner.query(SAID_A_HUNDRED_TIMES_MORE);
    const { html, text } = await read('conseiller-cress');
    expect(text).toContain('Rendus 101');
    const [, before = ''] = /href="(\/avis\?after=[\w-]+)"/.exec(html) ?? [];
    const rest = plain(visibleText((await readers.ask('conseiller-cress', before)).html));
    expect(rest).toContain('« Le groupe est trop étroit. »');
  });
});
