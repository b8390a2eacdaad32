import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations, listened, WRITTEN_IN } from '../../browser/looks.js';
import { opening } from '../../builders/http-walks.js';
import { Walker } from '../../builders/walker.js';
import { openBrowser } from '../../rig/browser.js';
import { personAt } from '../../rig/desk-people.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  await new Walker(house.client).walk(opening);
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
