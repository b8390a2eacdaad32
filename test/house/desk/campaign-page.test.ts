import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { payment, toTheConvention } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let readers: PageReaders;
let poleId: string;

/** A convention of three exercises from 2027, its first advance claimed. */
beforeAll(async () => {
  house = await startHouse();
  readers = new PageReaders(house.url);
  const walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment.slice(0, 1)]);
  poleId = walker.poleId;
});
afterAll(() => house.close());

describe('The page of the campaign of a year', () => {
  it('says pôle by pôle what opens, what is called and what is to pay, with its totals', async () => {
    const { status, html } = await readers.ask('instructrice', '/campagnes/2028');
    expect([status, machineWordsIn(html)]).toEqual([200, []]);
    const text = plain(visibleText(html));
    expect(html).toContain(`href="/poles/${poleId}"`);
    expect(text).toContain('1 pôle , 70 000,00 € à verser');
    expect(text).toContain('Exercice 2 le 1er janv. 2028');
    expect(text).toContain('Rapport d’activité de l’exercice 1 le 30 juin 2028');
    expect(text).toContain('1er versement de l’exercice 1');
    expect(text).toMatch(/Ensemble 1 à faire 8 à faire 4 à faire 70 000,00 €/);
    expect(text).toContain('La feuille s’établit le 4 janvier');
  });

  it('leads to the years before and after, from that of the day', async () => {
    const first = await readers.ask('gestionnaire-financiere', '/campagnes');
    expect([first.status, first.location]).toEqual([303, `${house.url}/campagnes/2026`]);
    const { html } = await readers.ask('gestionnaire-financiere', '/campagnes/2026');
    expect(html).toContain('href="/campagnes/2025"');
    expect(html).toContain('href="/campagnes/2027"');
    expect((await readers.ask('gestionnaire-financiere', '/campagnes/pommes')).status).toBe(400);
  });

  it('is taken as a table', async () => {
    const { headers, html } = await readers.ask('instructrice', '/campagnes/2028.csv');
    expect(headers.get('content-type')).toContain('text/csv');
    const [head, ...lines] = html.split('\r\n').filter(Boolean);
    expect(head).toMatch(/^\uFEFF?Pôle;À faire;Exercice;Le;Montant;État$/);
    expect(lines).toContain('Groupe fictif;Ouverture d’un exercice;2;2028-01-01;;');
    expect(lines).toHaveLength(13);
  });

  it('is for those who read the sheets alone', async () => {
    for (const account of ['porteur-demo', 'conseil-brest']) {
      expect((await readers.ask(account, '/campagnes/2028')).status).toBe(403);
      expect((await readers.ask(account, '/')).html).not.toContain('href="/campagnes"');
    }
  });
});
