import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { actAddress } from '../../../src/desk/forms/addresses.js';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import { PAPERS } from '../../../src/simulation/papers.js';
import { listened, violations, WRITTEN_IN } from '../../browser/looks.js';
import { opening, payment, toTheConvention } from '../../builders/http-walks.js';
import { Walker } from '../../builders/walker.js';
import { openBrowser } from '../../rig/browser.js';
import { personAt } from '../../rig/desk-people.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let browser: Browser;
let poleId: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  const walker = new Walker(house.client);
  await walker.walk(opening);
  ({ poleId } = walker);
});
afterAll(async () => {
  await Promise.all([browser?.close(), house?.close()]);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map(context => context.close()));
});

/** Marks a page as it was loaded, and says later whether it still is. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in window);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const lines = (page: Page) => page.locator('#liste tbody tr').count();

describe('A filter', () => {
  it('changes the list, its address and what is said of it, and loads no page; one goes back from it', async () => {
    const complaints: string[] = [];
    const page = listened(await personAt(browser, house.url, 'instructrice', { destination: '/poles' }), complaints);
    await mark(page);
    await page.fill('#q', 'nulle part');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#liste .j-empty');
    expect(new URL(page.url()).searchParams.get('q')).toBe('nulle part');
    expect([await page.innerText('#liste-dit'), await page.inputValue('#q')]).toEqual(['Aucun pôle', 'nulle part']);
    expect([await isMarked(page), await focused(page)]).toEqual([true, 'q']);
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await page.waitForSelector('#liste tbody tr');
    expect([await lines(page), await page.inputValue('#q')]).toEqual([1, '']);
    expect(new URL(page.url()).search).toBe('');
    await page.click('#trier-name');
    await page.waitForSelector('[aria-sort="ascending"] #trier-name');
    expect([await focused(page), new URL(page.url()).search]).toEqual(['trier-name', '?sort=name']);
    expect([await isMarked(page), complaints]).toEqual([true, []]);
    expect(await page.evaluate(() => document.querySelectorAll('style, [style]').length)).toBe(0);
  });

  it('that its house does not answer in place is asked for as a page', async () => {
    const page = await personAt(browser, house.url, 'instructrice', { destination: '/poles' });
    await page.route('**/poles?*', (route, request) =>
      request.isNavigationRequest() ? route.continue() : route.abort('connectionreset'),
    );
    await page.fill('#q', 'nulle part');
    await Promise.all([page.waitForURL(/q=nulle/), page.keyboard.press('Enter')]);
    expect(await page.locator('#liste .j-empty').count()).toBe(1);
  });

  it('works without JavaScript, by a page', async () => {
    const options = { destination: '/poles', javaScriptEnabled: false };
    const page = await personAt(browser, house.url, 'instructrice', options);
    await page.fill('#q', 'nulle part');
    await Promise.all([page.waitForURL(/q=nulle/), page.click('#filtrer')]);
    expect(await page.locator('#liste .j-empty').count()).toBe(1);
    expect(await page.content()).not.toMatch(WRITTEN_IN);
  });
});

const formOf = (act: string) => actAddress(actNamed(act), poleId, { kind: 'pole' });

describe('A draft', () => {
  it('is kept without leaving its form, which says so and keeps its focus', async () => {
    const page = await personAt(browser, house.url, 'instructrice', { destination: formOf('skip-study') });
    await mark(page);
    await page.fill('#reason', 'Une étude existe déjà');
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.waitForSelector('#brouillon > span');
    expect(await page.innerText('#brouillon')).toMatch(/^Brouillon enregistré le .*, gardé jusqu’au .*\.$/s);
    expect([await isMarked(page), await page.inputValue('#reason')]).toEqual([true, 'Une étude existe déjà']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Enregistrer le brouillon');
    expect(await violations(page)).toEqual([]);
    await page.reload();
    expect(await page.inputValue('#reason')).toBe('Une étude existe déjà');
  });
});

describe('An IBAN', () => {
  it('is shown where its end stood, and has the focus', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheConvention, ...payment.slice(0, 1)]);
    const destination = `/poles/${walker.poleId}/versements`;
    const page = await personAt(browser, house.url, 'gestionnaire-financiere', { destination });
    await mark(page);
    await page.getByRole('button', { name: 'Afficher l’IBAN' }).click();
    await page.waitForSelector('[autofocus]');
    expect((await page.innerText('[autofocus]')).replaceAll(/\s/g, '')).toContain('FR7630006000011234567890189');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('autofocus'))).toBe(true);
    expect([await isMarked(page), await violations(page)]).toEqual([true, []]);
  });
});

describe('The state of a file', () => {
  it('changes by itself once its antivirus has spoken', async () => {
    const page = await personAt(browser, house.url, 'porteur-demo', { destination: formOf('attach-document') });
    await page.setInputFiles('#hash', { name: 'note.pdf', mimeType: 'application/pdf', buffer: PAPERS.note.bytes });
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.waitForSelector('#brouillon > span');
    await house.source.query(`UPDATE documents SET verdict = 'pending', scanned_by = NULL`);
    await page.goto(`${house.url}/poles/${poleId}/documents`);
    await mark(page);
    expect(await page.innerText('main [role="status"]')).toBe('Recherche de virus');
    await page.waitForResponse(answer => answer.status() === 204);
    await house.source.query(`UPDATE documents SET verdict = 'safe', scanned_by = 'clamav'`);
    await page.waitForSelector('main [role="status"] .j-tag--ok');
    expect([await page.innerText('main [role="status"]'), await isMarked(page)]).toEqual(['Vérifié', true]);
    expect(await page.locator('[data-hx-get]').count()).toBe(0);
  });
});
