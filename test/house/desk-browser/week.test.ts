import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { actAddress } from '../../../src/desk/forms/addresses.js';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import { registerPays } from '../../../src/record/pays.js';
import { PAPERS } from '../../../src/simulation/papers.js';
import { firstYearOver, convention, REPORTS } from '../../builders/whole-life-dossiers.js';
import { stepHouse } from '../../builders/declare-awaited.js';
import { carryOut } from '../../builders/replay-on-real-house.js';
import { machineWordsIn } from '../../builders/visible-text.js';
import { openBrowser } from '../../rig/browser.js';
import { personAt } from '../../rig/desk-people.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

/** A day on which the accounts of the first year are late, grace comprised. */
const TODAY = '2028-09-01';
const REASON = 'Le total diffère du compte de résultat.';
const POLES = 21;

let house: TestHouse;
let browser: Browser;
/** In its second year: its indicators filed, its activity report sent back, two reports late. */
let pole: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  await registerPays(house.source.manager);
  const dossier = firstYearOver().does('assign-referent', { referent: 'instructrice', second: 'instructeur-2' });
  const on = (report: 'indicators' | 'activity-report') => ({ on: { award: convention(dossier).id, year: 1, report } });
  dossier
    .on(TODAY)
    .does('file-indicators', REPORTS.indicators.payload, on('indicators'))
    .does('file-activity-report', REPORTS['activity-report'].payload, on('activity-report'))
    .does('return-report', { corrections: [{ field: '/evaluation', reason: REASON }] }, on('activity-report'));
  const bare = { ...house, appUrl: house.env['DATABASE_URL'] ?? '' };
  pole = await carryOut(bare, dossier);
  await stepHouse(bare, dossier.today);
  for (let rank = 2; rank <= POLES; rank++) {
    const paysCodes = [String(rank).padStart(2, '0')];
    const initiative = { paysCodes, initiator: 'ess-actors', groupName: `Groupe ${rank}` };
    await house.client.act('instructrice', '/api/poles', initiative);
  }
});
afterAll(async () => {
  await Promise.all([browser?.close(), house?.close()]);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map(context => context.close()));
});

const at = (account: string, destination = '/') => personAt(browser, house.url, account, { destination });
const room = (path = '') => `/poles/${pole}${path}`;
const words = async (page: Page, place = 'main') =>
  (await page.locator(place).innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const read = async (account: string, path: string) => words(await at(account, path));

describe('Logging in', () => {
  it('leads to the page that was asked for, by a cookie that no script reads, and leaves no token behind', async () => {
    const page = await at('porteur-demo', room('/echeances'));
    expect(new URL(page.url()).pathname).toBe(room('/echeances'));
    const [session] = (await page.context().cookies()).filter(({ name }) => name === 'jalon');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(await page.content()).not.toMatch(/eyJ[\w-]{20,}\./);
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });
});

describe('Mon bureau', () => {
  it('counts what it lists, says each thing once, and folds what is far', async () => {
    const page = await at('instructrice');
    const desk = (await house.client.read('instructrice', '/api/me/desk')).body;
    for (const { urgency, count } of desk.sections) {
      const rows = await page.locator(`section[aria-labelledby="${urgency}"] tbody tr, #${urgency} tbody tr`).count();
      if (urgency !== 'later') expect([urgency, rows]).toEqual([urgency, count]);
    }
    const rows = await page.locator('main tbody tr').allTextContents();
    expect(new Set(rows).size).toBe(rows.length);
    expect(await page.locator('main details:not([open])').count()).toBeGreaterThan(0);
  });
});

describe('Les pôles', () => {
  it('are found by their pays, and stand together on one screen', async () => {
    await house.client.act('instructrice', '/api/poles', {
      ...{ paysCodes: ['01'], initiator: 'pays', groupName: 'Les Amarres' },
    });
    const page = await at('instructrice', '/poles');
    expect(await page.locator('main tbody tr').count()).toBe(POLES + 1);
    const heights = await page
      .locator('main tbody tr')
      .evaluateAll(rows => rows.map(row => row.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(70);
    await page.fill('#chercher', 'amarres');
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Chercher' }).click()]);
    expect(await page.locator('main tbody tr').count()).toBe(1);
    expect(await words(page)).toContain('Les Amarres');
  });

  it('leave for a spreadsheet with the same rows', async () => {
    const page = await at('instructrice', '/poles');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href*="poles.csv"], a[download], a:has-text("CSV"), a:has-text("tableur")').first().click(),
    ]);
    const rows = (await readFile((await download.path()) ?? '', 'utf8')).trim().split('\r\n');
    expect(rows.length - 1).toBe(await page.locator('main tbody tr').count());
  });
});

describe('Le pôle', () => {
  it('says where it stands, its people and its money, without a word of the machine', async () => {
    const page = await at('instructrice', room());
    const text = await words(page);
    const facts = [
      ...[
        'Pays de Brest',
        'Porté par Association fictive',
        'En cours',
        'Référent·e du pôle',
        'Instructrice de la Région',
      ],
      ...['105 000,00 €', '24 500,00 €', '2 versements retenus', 'Ce qui le lève', '4 échéances en retard'],
    ];
    for (const fact of facts) expect(text).toContain(fact);
    expect(machineWordsIn(await page.content())).toEqual([]);
  });

  it('shows each who owes it what was asked to be corrected, at its field, and masks it to who only looks', async () => {
    expect(await read('porteur-demo', room('/journal'))).toContain(REASON);
    expect(await read('auditrice', room('/journal'))).toContain('masqué');
    expect(await read('auditrice', room('/journal'))).not.toContain(REASON);
  });

  it('tells its journal in sentences, and the notes of the machine when asked for', async () => {
    const page = await at('instructrice', room('/journal'));
    const sentences = await page.locator('main li, main tbody tr').count();
    await Promise.all([page.waitForNavigation(), page.locator('a[href*="tout=1"]').first().click()]);
    expect(sentences).toBeLessThan(62);
    expect(await page.locator('main li, main tbody tr').count()).toBeGreaterThan(sentences);
  });

  it('offers on a report that is filed the two acts of its review, each by its own name, and no other', async () => {
    const page = await at('instructrice', room('/exercices'));
    const acts = await page
      .locator('main a')
      .evaluateAll(links =>
        links.map(link => [link.textContent?.trim() ?? '', link.getAttribute('href') ?? ''] as const),
      );
    const reviews = acts.filter(([name]) => /^(?:Accepter|Renvoyer).*indicateurs/.test(name));
    expect(reviews.map(([name]) => name.split(' ')[0]).toSorted()).toEqual(['Accepter', 'Renvoyer']);
  });

  it('has no two links of one name that lead to two places', async () => {
    const page = await at('instructrice', room());
    for (const path of ['', '/attributions', '/exercices', '/versements', '/echeances', '/documents']) {
      await page.goto(house.url + room(path));
      const named = await page
        .getByRole('link')
        .evaluateAll(links =>
          links.map(link => [link.textContent?.trim() ?? '', link.getAttribute('href') ?? ''] as const),
        );
      const places = new Map<string, Set<string>>();
      for (const [name, href] of named) places.set(name, (places.get(name) ?? new Set()).add(href));
      expect([path, [...places].filter(([, hrefs]) => hrefs.size > 1)]).toEqual([path, []]);
    }
  });
});

describe('Documents', () => {
  it('are brought by whoever has them, under the digest that the journal holds, and read by whom they are for', async () => {
    const page = await at('porteur-demo', actAddress(actNamed('attach-document'), pole, { kind: 'pole' }));
    await page.fill('#title', 'Note signée');
    await page.setInputFiles('#hash', { name: 'note.exe', mimeType: 'application/pdf', buffer: PAPERS.note.bytes });
    await page.locator('main form .govuk-button').last().click();
    await page.waitForSelector('.govuk-error-summary');
    expect(await words(page)).toContain('Ce format n’est pas pris.');
    await page.setInputFiles('#hash', { name: 'note.pdf', mimeType: 'application/pdf', buffer: PAPERS.note.bytes });
    await page.locator('main form .govuk-button').last().click();
    await page.waitForSelector('#fait');
    const reader = await at('instructrice', room('/documents'));
    const [download] = await Promise.all([
      reader.waitForEvent('download'),
      reader.locator(`a[href$="${PAPERS.note.hash}"]`).click(),
    ]);
    expect(await readFile((await download.path()) ?? '')).toEqual(PAPERS.note.bytes);
    expect(download.suggestedFilename()).toBe('note.pdf');
    const stranger = await at('porteur-autre');
    const answer = await stranger.goto(`${house.url}${room('/documents')}/${PAPERS.note.hash}`);
    expect(answer?.status()).toBe(404);
  });
});

describe('Versements and comptes rendus', () => {
  it('total what their rows say, as the API does', async () => {
    const page = await at('gestionnaire-financiere', '/versements?state=held');
    const { body } = await house.client.read('instructrice', '/api/instalments?state=held');
    const held = body.tabs.find(({ state }) => state === 'held');
    expect(held).toMatchObject({ count: 2, amount: '35000.00' });
    expect(await words(page)).toContain('35 000,00 €');
  });

  it('say to the CRESS what it may advise on', async () => {
    const page = await at('conseiller-cress', '/avis');
    const asked = await page.locator('section[aria-labelledby="demandes"] tbody tr').allInnerTexts();
    expect(asked).toEqual([
      expect.stringContaining('Avis consultatif de la CRESS sur les indicateurs de l’exercice 1'),
    ]);
    await page.getByRole('link', { name: /^Avis consultatif de la CRESS/ }).click();
    expect(await page.locator('main form #advice').count()).toBe(1);
  });
});

describe('Prévision', () => {
  it('says one line for one fact, to somebody, what blocks first', async () => {
    const { items } = (await house.client.read('instructrice', '/api/forecast?days=365')).body;
    const facts = new Set(items.map(({ what, on, pole: { id }, label }) => [what, on, id, label].join(' ')));
    const page = await at('instructrice', '/prevision?jours=365');
    const lines = await page
      .locator('main .j-rowlist li')
      .evaluateAll(rows => rows.map(row => `${row.querySelector('time')?.dateTime} ${row.textContent}`));
    expect([lines.length, new Set(lines).size]).toEqual([facts.size, facts.size]);
    for (const line of lines) expect(line).toMatch(/courriel à\s: \S|par le calendrier/);
    const weeks = await page
      .locator('main .j-rowlist')
      .evaluateAll(lists => lists.map(list => [...list.children].map(line => line.textContent.includes('Blocage'))));
    expect(weeks.some(held => held.includes(true) && held.includes(false))).toBe(true);
    for (const held of weeks) expect(held).toEqual(held.toSorted((a, b) => Number(b) - Number(a)));
  });
});

describe('The house', () => {
  it('shows who keeps it its tasks and its health by name, and everyone how to do each thing', async () => {
    await house.jobs.run('campaign');
    expect(await read('instructrice', '/taches')).toContain('Campagne 2028, pôles concernés : 1');
    const health = await read('administratrice', '/sante');
    for (const told of ['Les récits des pôles', 'Répond', 'Campagne de l’année', 'Les journaux'])
      expect(health).toContain(told);
    expect(await read('porteur-demo', '/aide')).toContain('Déposer les indicateurs');
  });

  it('tells what does not exist on a page of its own, with a way back', async () => {
    const page = await at('porteur-demo');
    const answer = await page.goto(`${house.url}/nulle-part`);
    expect([answer?.status(), await words(page)]).toEqual([404, expect.stringContaining('Cette page n’existe pas')]);
    await page.getByRole('link', { name: 'Revenir à mon bureau' }).click();
    expect(new URL(page.url()).pathname).toBe('/');
  });
});
