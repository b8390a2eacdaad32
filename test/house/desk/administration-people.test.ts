import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { addContact } from '../../../src/record/people/contacts.js';
import { registerPays } from '../../../src/record/pays.js';
import { hidden, Visitor } from '../../builders/browser-visitor.js';
import { CARRIER } from '../../builders/dossier.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const SIRET = '23350001600040';

let house: TestHouse;
let admin: Visitor;

beforeAll(async () => {
  house = await startHouse();
  await registerPays(house.source.manager);
  admin = await loggedIn('administratrice');
});
afterAll(() => house.close());

async function loggedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(house.url);
  await visitor.logIn(account, '/confirmer-identite');
  return visitor;
}

const plain = (html: string) => visibleText(html).replaceAll(/[\u00a0\u202f]/g, ' ');

async function sent(address: string, fields: Readonly<Record<string, string>>) {
  return admin.ask(address, { ...hidden((await admin.ask(address)).html, address), ...fields });
}

/** The address of what may be done with someone, from the list of people. */
async function addressOf(name: string, end: string): Promise<string> {
  const { html } = await admin.ask('/administration/personnes');
  return new RegExp(`href="([^"]*/${end})"`).exec(html.slice(html.indexOf(name)))?.[1] ?? '';
}

describe('Who is written to, in the pages of the administration', () => {
  it('is added, changed, and written to no more, each told after it is done', async () => {
    const person = { role: 'finance', name: 'Maëlle Exemple', email: 'maelle@region.example', validFrom: '2026-01-05' };
    const added = await sent('/administration/personnes/ajouter', person);
    expect(added.status).toBe(303);
    expect(plain((await admin.ask(added.location)).html)).toContain('Maëlle Exemple Gestionnaire financier');
    await sent(await addressOf('Maëlle Exemple', 'changer'), { email: 'm.exemple@region.example' });
    expect(plain((await admin.ask('/administration/personnes')).html)).toContain('m.exemple@region.example');
    const end = await addressOf('Maëlle Exemple', 'fin');
    const check = await sent(end, { validTo: '2026-02-01' });
    expect(plain(check.html)).toContain('Vous allez ne plus prévenir Maëlle Exemple après le 1er février 2026');
    const done = await admin.ask(end, { ...hidden(check.html, end), _step: 'do' });
    expect(plain((await admin.ask(done.location)).html)).toContain('Plus prévenues 1');
  });

  it('is refused with its reason at its field', async () => {
    const address = '/administration/personnes/ajouter';
    const refused = await sent(address, { role: 'finance', name: 'X', email: 'sans arobase', validFrom: '2026-02-30' });
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/id="email-error"[^>]*>[\s\S]*?Une adresse électronique est attendue/);
    expect(refused.html).toMatch(/id="validFrom-error"[^>]*>[\s\S]*?Cette date n’existe pas/);
    const end = await addressOf('Boîte du service ESS', 'fin');
    expect((await sent(end, {})).html).toMatch(/id="validTo-error"[^>]*>[\s\S]*?Indiquez une date/);
  });

  it('is noted away by who administers, and back', async () => {
    const address = await addressOf('Second chef de service', 'noter');
    const noted = await sent(address, { firstDay: '2026-02-02', lastDay: '2026-02-06' });
    expect(new URL(noted.location).pathname).toBe('/administration/absences');
    const { html } = await admin.ask(noted.location);
    expect(plain(html)).toContain('Second chef de service');
    const back = /href="([^"]*\/retour)"/.exec(html)?.[1] ?? '';
    await sent(back, {});
    expect(plain((await admin.ask('/administration/absences')).html)).toContain('Personne n’est noté absent.');
  });
});

describe('The register of bodies', () => {
  it('says who noted each name, by their own', async () => {
    const keeper = { role: 'admin', account: 'administratrice', name: 'Maryvonne Le Goff' } as const;
    await addContact(house.source.manager, {
      ...{ ...keeper, email: 'maryvonne@demonstration.example', bodies: [], pays: [], shared: false },
      ...{ valid_from: civilDate('2026-01-01'), valid_to: null },
    });
    await sent('/administration/organismes/nommer', { siret: CARRIER, name: 'Structure fictive' });
    const body = plain((await admin.ask(`/administration/organismes/${CARRIER}`)).html);
    expect(body).toMatch(/Structure fictive 2 févr\. 2026 Maryvonne Le Goff/);
  });

  it('names a body, keeps its names, and says why a name is refused', async () => {
    const address = '/administration/organismes/nommer';
    const named = await sent(address, { siret: SIRET, name: 'Association fictive du pôle' });
    expect(plain((await admin.ask(named.location)).html)).toContain('L’organisme porte ce nom');
    await sent(address, { siret: SIRET, name: 'Pôle fictif de l’ESS' });
    const body = plain((await admin.ask(`/administration/organismes/${SIRET}`)).html);
    expect(body).toContain('Pôle fictif de l’ESS');
    expect(body).toContain('Association fictive du pôle');
    const again = await sent(address, { siret: SIRET, name: 'Pôle fictif de l’ESS' });
    expect([again.status, plain(again.html)]).toEqual([409, expect.stringContaining('donne déjà ce nom')]);
    const early = await sent(address, { siret: SIRET, name: 'Demain', from: '2026-02-03' });
    expect(early.html).toMatch(/id="from-error"/);
    expect((await admin.ask('/administration/organismes?q=fictif')).html).toContain(`/organismes/${SIRET}"`);
  });
});

describe('The pages of the administration', () => {
  const PAGES = [
    'personnes',
    'personnes/ajouter',
    'absences',
    'organismes',
    'organismes/nommer',
    `organismes/${SIRET}`,
  ];

  it.each(PAGES)('are read without a word of the machine: %s', async page => {
    const { status, html } = await admin.ask(`/administration/${page}`);
    expect([status, machineWordsIn(html)]).toEqual([200, []]);
  });

  it('are for who administers alone', async () => {
    const instructor = await loggedIn('instructrice');
    for (const page of PAGES) {
      const { status, html } = await instructor.ask(`/administration/${page}`);
      expect([page, status]).toEqual([page, 403]);
      expect(plain(html)).toContain('Revenir à mon bureau');
    }
  });
});
