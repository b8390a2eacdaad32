import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unsoundIn } from '../../browser/looks.js';
import { DescribedAnswers } from '../../builders/described-answers.js';
import { toTheConvention } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const RULES = '/administration/reglements';
const NOW = `${RULES}/poles-ess-2019`;

let house: TestHouse;
let readers: PageReaders;
let poleId: string;
const answers = new DescribedAnswers();

/** A pôle whose convention was voted. */
beforeAll(async () => {
  house = await startHouse();
  readers = new PageReaders(house.url);
  const walker = new Walker(house.client);
  await walker.walk(toTheConvention);
  poleId = walker.poleId;
});
afterAll(() => house.close());

/** A page that is whole: in words, each link within it leading somewhere, under one title. */
async function read(account: string, path: string) {
  const { status, html } = await readers.ask(account, path);
  expect([path, status, machineWordsIn(html)]).toEqual([path, 200, []]);
  expect(await unsoundIn(html)).toEqual([]);
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(anchors.filter(id => !ids.has(id))).toEqual([]);
  expect(html.match(/<h1/g)).toHaveLength(1);
  return { html, text: plain(visibleText(html)).replaceAll('’', "'") };
}

async function asked(path: string): Promise<Record<string, unknown>> {
  const { status, body } = await house.clientBy(answers.courier).read('instructrice', path);
  expect([path, status, answers.faults]).toEqual([path, 200, []]);
  return body as unknown as Record<string, unknown>;
}

describe('The versions of the règlement', () => {
  it('are listed with the dates from which each applies, and what is under each', async () => {
    const { text, html } = await read('administratrice', RULES);
    expect(text).toMatch(/Depuis le 1er janvier 2019 Donné en exemple, non validé par la Région 1 1/);
    expect(text).toMatch(/Du 1er janvier 2018 au 31 décembre 2018 .*? 0 0/);
    expect(html).toContain(`href="${NOW}"`);
  });

  it('say everything that they set, with units and sources', async () => {
    const { text } = await read('administratrice', NOW);
    for (const said of [
      'Plafond annuel 35 000,00 €',
      '70 % du montant',
      'Comptes approuvés du dernier exercice',
      'Notification du refus 15 jours, reporté au jour ouvré qui suit',
      "En vertu de : Convention, clause d'excédent",
      'Blocage : le poste de chargé·e de mission',
      'Levé par décision motivée : Chef·fe de service',
    ])
      expect(text).toContain(said);
  });

  it('are held side by side: only what differs, the older first whichever is asked', async () => {
    const both = await Promise.all([
      read('administratrice', `${NOW}?avec=poles-ess-2018`),
      read('administratrice', `${RULES}/poles-ess-2018?avec=poles-ess-2019`),
    ]);
    for (const { text } of both) {
      expect(text).toContain('Plafond annuel 30 000,00 € 35 000,00 €');
      expect(text).not.toContain('Dernier jour de');
    }
    expect((await read('administratrice', `${NOW}?avec=poles-ess-2019`)).text).toContain('disent la même chose');
  });

  it('are not found when they do not exist', async () => {
    for (const path of [`${RULES}/inconnue`, `${NOW}?avec=inconnue`, `${RULES}/__proto__`])
      expect([path, (await readers.ask('administratrice', path)).status]).toEqual([path, 404]);
    for (const path of ['/api/reglements/inconnue', '/api/reglements/poles-ess-2019/changes/inconnue'])
      expect([path, (await house.client.read('instructrice', path)).status]).toEqual([path, 404]);
  });

  it('are told by the API in the words of the pages', async () => {
    const { items } = await asked('/api/reglements');
    expect(items).toContainEqual(expect.objectContaining({ id: 'poles-ess-2019', to: null, poles: 1, conventions: 1 }));
    const { parts } = await asked('/api/reglements/poles-ess-2019/changes/poles-ess-2018');
    expect(JSON.stringify(parts)).toContain('Exercice par exercice');
    expect(JSON.stringify((await asked('/api/reglements/poles-ess-2019'))['parts'])).toContain('En une fois');
  });
});

describe('The document de référence', () => {
  it('is read in each version, with its indicators, and the conventions that have it', async () => {
    const { text, html } = await read('instructrice', '/administration/documents-de-reference');
    expect(text).toContain('Depuis le 1er janvier 2019, par : Règlement');
    expect(text).toContain('Porteurs de projet accueillis personnes À la hausse');
    expect(text).toContain("Aucune convention votée n'a cette version");
    expect(html).toContain(`href="/poles/${poleId}"`);
    const { items } = await asked('/api/reference-documents');
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'referentiel-2',
        conventions: [expect.objectContaining({ from: expect.any(String) })],
      }),
    );
  });

  it('names pôles to who administers the house, and opens none', async () => {
    expect((await read('administratrice', '/administration/documents-de-reference')).html).not.toContain(
      'href="/poles/',
    );
  });
});

describe('The ladders', () => {
  const LADDERS = '/administration/echelles';

  it('are listed with the pôles that follow them, and told rung by rung', async () => {
    const { html, text } = await read('administratrice', LADDERS);
    expect(text).toContain("Moins de rappels avant l'échéance (proposition) Données à un pôle 0");
    expect(html).toContain(`href="${LADDERS}/poles-ess-2019"`);
    const own = await read('instructrice', `${LADDERS}/poles-ess-2019`);
    expect(own.text).toContain("1 jour après : rappel de retard à qui doit le faire, copie à qui l'attend");
    expect(own.text).toContain('Avis du Conseil de développement');
    expect(own.html).toContain(`href="/poles/${poleId}"`);
    expect(own.text).not.toContain('changeraient');
  });

  it('show what they would change for a pôle, and lead to the form of who may apply them', async () => {
    const path = `${LADDERS}/fewer-reminders?pole=${poleId}`;
    const form = `href="/poles/${poleId}/faire/changer-les-echelles-de-relance"`;
    const { html, text } = await read('administratrice', path);
    expect(text).toMatch(/Avant Après .*?\d{4} : rappel avant l'échéance à qui doit le faire/);
    expect(html).toContain(form);
    expect(
      (await readers.ask('administratrice', `/poles/${poleId}/faire/changer-les-echelles-de-relance`)).status,
    ).toBe(200);
    expect((await read('instructrice', path)).html).not.toContain(form);
  });

  it('are not found when they do not exist', async () => {
    expect((await readers.ask('administratrice', `${LADDERS}/inconnues`)).status).toBe(404);
    expect((await read('administratrice', `${LADDERS}/fewer-reminders?pole=pommes`)).text).not.toContain('Avant Après');
  });

  it('are told by the API in the words of the pages', async () => {
    const { items } = await asked('/api/ladder-sets');
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'poles-ess-2019',
        of: 'reglement',
        poles: [expect.objectContaining({ id: poleId })],
      }),
    );
  });
});

describe('The templates of mails', () => {
  it('are shown by kind, each as its readers receive it, and lead nowhere', async () => {
    const { html, text } = await read('instructrice', '/administration/modeles');
    expect(html.match(/<pre>/g)?.length).toBeGreaterThan(10);
    for (const said of [
      'Rappel de retard À qui doit le faire :',
      'Aux autres :',
      'Récapitulatif À tous :',
      'Pour le pôle fictif, un délai court',
    ])
      expect(text).toContain(said);
    expect(html).not.toMatch(/https?:\/\/[^…"]*\/poles\//);
  });
});

describe('What the house follows', () => {
  const PAGES = [
    RULES,
    NOW,
    ...['documents-de-reference', 'echelles', 'modeles'].map(page => `/administration/${page}`),
  ];

  it('is read by who keeps it, who finds it at the foot of their pages and sees no page that is not theirs', async () => {
    expect((await readers.ask('instructrice', '/')).html).toContain(`href="${RULES}"`);
    for (const page of PAGES)
      expect((await read('instructrice', page)).html).not.toContain('href="/administration/droits"');
    expect((await read('administratrice', RULES)).html).toContain('href="/administration/droits"');
  });

  it.each(['porteur-demo', 'auditrice'])('is refused to %s, who sees no way there', async account => {
    for (const page of PAGES) expect([page, (await readers.ask(account, page)).status]).toEqual([page, 403]);
    expect((await readers.ask(account, '/')).html).not.toContain(`href="${RULES}"`);
    for (const path of ['/api/reglements', '/api/reference-documents', '/api/ladder-sets'])
      expect([path, (await house.client.read(account, path)).status]).toEqual([path, 403]);
  });
});
