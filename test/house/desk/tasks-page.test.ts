import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hidden } from '../../builders/browser-visitor.js';
import { opening } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { openTask } from '../../../src/record/reminders/tasks.js';
import { instant } from '../../../src/domain/kernel/paris.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let readers: PageReaders;
let poleId: string;

beforeAll(async () => {
  house = await startHouse();
  readers = new PageReaders(house.url);
  const walker = new Walker(house.client);
  await walker.walk(opening);
  poleId = walker.poleId;
  const at = instant('2026-02-02T08:00:00Z');
  const broken = { kind: 'chain', about: poleId, pole: poleId, detail: `${poleId}, entrée 3 (opinion-given) : brisée` };
  const refused = { kind: 'mail-refused', about: 'x', detail: 'Le serveur de courrier refuse cette adresse.' };
  for (const task of [broken, refused]) await openTask(house.source.manager, task, at);
});
afterAll(() => house.close());

const tasksIn = (html: string) => [...html.matchAll(/href="(\/taches\/[\w-]+)"/g)].map(([, href = '']) => href);

describe('What asks for a person', () => {
  it.each(['instructrice', 'administratrice'])('is read by %s in words, with the name of its pôle', async account => {
    const { status, html } = await readers.ask(account, '/taches');
    expect([status, machineWordsIn(html)]).toEqual([200, []]);
    const text = plain(visibleText(html));
    expect(text).toContain('Tâches ouvertes 2');
    expect(text).toContain('Groupe fictif, entrée 3 (Avis du Conseil de développement rendu) : brisée');
    expect(html.includes(`href="/poles/${poleId}"`)).toBe(account === 'instructrice');
    const hrefs = tasksIn(html);
    expect(hrefs).toHaveLength(2);
    for (const href of hrefs) {
      const task = await readers.ask(account, href);
      expect([task.status, machineWordsIn(task.html)]).toEqual([200, []]);
    }
  });

  it('is closed by a form that says what is to be done, and is then gone', async () => {
    const [first = '', second = ''] = tasksIn((await readers.ask('instructrice', '/taches')).html);
    const page = await readers.ask('instructrice', second);
    expect(plain(visibleText(page.html))).toContain('Ce qu’il faut faire Vérifiez l’adresse de cette personne');
    const done = await readers.ask('instructrice', second, hidden(page.html, second));
    expect([done.status, done.location]).toEqual([303, `${house.url}/taches?fermee=1`]);
    const { html } = await readers.ask('instructrice', '/taches?fermee=1');
    expect(visibleText(html)).toContain('la tâche est fermée');
    expect(tasksIn(html)).toEqual([first]);
    for (const fields of [undefined, hidden(page.html, second)])
      expect((await readers.ask('instructrice', second, fields)).status).toBe(404);
  });

  it('is closed by nobody without the key of their session', async () => {
    const [first = ''] = tasksIn((await readers.ask('instructrice', '/taches')).html);
    expect((await readers.ask('instructrice', first, {})).status).toBe(403);
    expect(tasksIn((await readers.ask('instructrice', '/taches')).html)).toEqual([first]);
  });

  it('is for those who keep the house alone, who find it at the foot of their pages', async () => {
    expect((await readers.ask('porteur-demo', '/taches')).status).toBe(403);
    expect((await readers.ask('porteur-demo', '/')).html).not.toContain('href="/taches"');
    expect((await readers.ask('instructrice', '/')).html).toContain('href="/taches"');
  });
});
