import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { opening } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { untilHeard } from '../../builders/until-heard.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let readers: PageReaders;

beforeAll(async () => {
  house = await startHouse();
  readers = new PageReaders(house.url);
  await new Walker(house.client).walk([...opening, { to: '2026-05-20' }]);
  await untilHeard(house);
});
afterAll(() => house.close());

async function read() {
  const { status, html } = await readers.ask('administratrice', '/sante');
  expect([status, machineWordsIn(html)]).toEqual([200, []]);
  return plain(visibleText(html));
}

describe('How the house is', () => {
  it('is told in words: its stories, its jobs, its letters, its journals', async () => {
    const text = await read();
    expect(text).toContain('Le moteur des récits Répond');
    expect(text).toContain('Ont un fait à entendre Aucun');
    expect(text).toMatch(/Contrôle de chaque dossier contre son journal, .* chaque jour à 3 h 00 \d+ mai à 3 h/);
    expect(text).toContain('Campagne de l’année le 4/1 à 7 h 00 pas encore');
    expect(text).toMatch(/Envoyé \d/);
    expect(text).toMatch(/Dossiers contrôlés 1 Ruptures de la chaîne Aucune/);
  });

  it('names the pôle whose story has not heard all, and the one that is set aside', async () => {
    await house.stopEngine();
    const walker = new Walker(house.client);
    await walker.walk(opening.slice(0, 1));
    expect(await read()).toContain('Ont un fait à entendre 1 pôle Groupe fictif');
    await house.owner.query(`UPDATE dossiers SET set_aside = 'journal altéré' WHERE id = $1`, [walker.poleId]);
    expect(await read()).toContain('Pôles mis de côté 1 pôle Groupe fictif');
  });

  it('is for who keeps the house alone', async () => {
    expect((await readers.ask('instructrice', '/sante')).status).toBe(403);
    expect((await readers.ask('administratrice', '/taches')).html).toContain('href="/sante"');
    expect((await readers.ask('instructrice', '/')).html).not.toContain('href="/sante"');
  });
});
