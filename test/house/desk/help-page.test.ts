import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTS } from '../../../src/domain/dossier/acts.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let readers: PageReaders;

beforeAll(async () => {
  house = await startHouse();
  readers = new PageReaders(house.url);
});
afterAll(() => house.close());

async function read(account: string, search = '') {
  const { status, html } = await readers.ask(account, `/aide${search}`);
  expect([status, machineWordsIn(html)]).toEqual([200, []]);
  const ids = [...html.matchAll(/<h3 id="([^"]+)"/g)].map(([, id = '']) => id);
  return { html, ids, text: plain(visibleText(html)) };
}

describe('The help', () => {
  it('says of every act who does it, what it asks and what follows, and lists each by its name', async () => {
    const { html, ids } = await read('auditrice', '?tous=1');
    expect(new Set(ids).size).toBe(ACTS.length);
    for (const id of ids) expect(html).toContain(`href="#${id}"`);
  });

  it.each([
    ['conseil-brest', 'council'],
    ['conseiller-cress', 'adviser'],
    ['porteur-demo', 'carrier'],
    ['instructrice', 'instructor'],
  ] as const)('begins with the acts of %s', async (account, role) => {
    const { ids } = await read(account);
    expect(ids).toHaveLength(ACTS.filter(({ roles }) => roles.includes(role)).length);
  });

  it('is made from the table of acts and from what they ask', async () => {
    const { text } = await read('conseil-brest');
    expect(text).toMatch(
      /Rendre l’avis du Conseil de développement Qui Conseil de développement du pays, Instructeur·rice de la Région Quand Attendu Ce qui est demandé [^.]*\(facultatif\) Ce qu’il inscrit Avis du Conseil de développement rendu, Document versé au dossier Ce qui suit Une page « Vous allez… » le redit avant que rien ne soit fait L’état devient : Favorable, Avec réserves, Défavorable/,
    );
  });

  it('says to who does no act that there is none, and is found at the foot of every page', async () => {
    expect((await read('auditrice')).text).toContain('ne font aucun acte');
    expect((await readers.ask('porteur-demo', '/')).html).toContain('href="/aide"');
  });
});
