import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../rig/browser.js';
import { serveGallery, type ServedGallery } from '../rig/gallery.js';

let gallery: ServedGallery;
let browser: Browser;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([serveGallery(), openBrowser()]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), gallery?.close()]);
});

async function opened(name: string, javaScriptEnabled = true): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled });
  await page.goto(`${gallery.url}/${name}`);
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.className);

describe('On arrival, the reader is led', () => {
  it.each([
    ['work', 'to what they have just done', 'j-note j-note--ok'],
    ['refused', 'to what is wrong with their form', 'govuk-error-summary'],
    ['conflict', 'to what became of their decision', 'govuk-error-summary'],
    ['poles', 'nowhere when nothing happened', ''],
  ])('on %s, %s', async (name, _, where) => {
    const page = await opened(name);
    expect(await focused(page)).toBe(where);
    await page.close();
  });

  it('and from the summary to the field that it names', async () => {
    const page = await opened('refused');
    await page.click('.govuk-error-summary a[href="#motif"], .govuk-error-summary a[href="#quoi"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('quoi');
    await page.close();
  });
});

describe('A button pressed twice', () => {
  /** How often the form of a page is sent when its button is pressed twice, nothing being sent in truth. */
  async function sentBy(name: string): Promise<number> {
    const page = await opened(name);
    await page.evaluate(() => {
      document.addEventListener('submit', event => {
        event.preventDefault();
        document.body.dataset['sent'] = `${Number(document.body.dataset['sent'] ?? 0) + 1}`;
      });
    });
    await page.locator('main form button').last().dblclick();
    const sent = await page.evaluate(() => document.body.dataset['sent']);
    await page.close();
    return Number(sent);
  }

  it('sends once what records', async () => {
    expect(await sentBy('confirmation')).toBe(1);
  });

  it('does what it says each time when it records nothing', async () => {
    expect(await sentBy('form')).toBe(2);
  });
});

describe('Without JavaScript', () => {
  it('a form is sent as it is', async () => {
    const page = await opened('confirmation', false);
    const sent = page.waitForRequest(request => request.method() === 'POST');
    await page.locator('main .govuk-button').click({ noWaitAfter: true });
    expect((await sent).postData()).toBe('_cle=jeton-du-formulaire&montant=781507&version=17');
    await page.close();
  });
});

describe('The menu', () => {
  it.each([
    [1280, 'stands open on a screen', true],
    [375, 'is folded on a phone', false],
  ])('at %d pixels, %s', async (width, _, open) => {
    const page = await opened('poles');
    await page.setViewportSize({ width, height: 800 });
    expect(await page.locator('nav a[href="/versements"]').isVisible()).toBe(open);
    expect(await page.locator('.j-nav summary').isVisible()).toBe(!open);
    await page.close();
  });
});

describe('On paper', () => {
  it('a dossier says what it is and who printed it, and leaves out the frame and the acts', async () => {
    const page = await opened('pole');
    await page.emulateMedia({ media: 'print' });
    const shown = (selector: string) => page.locator(selector).first().isVisible();
    expect(await page.locator('.j-print').innerText()).toMatch(
      /imprimée le 16\s*novembre\s*2026 à 9\sh\s20 par Nolwenn/,
    );
    expect(await Promise.all(['.j-head', '.j-nav', '.j-foot', '.j-acts', '.j-rooms'].map(shown))).toEqual(
      Array<boolean>(5).fill(false),
    );
    expect(await shown('.j-path')).toBe(true);
    await page.close();
  });
});
