import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { HtmlValidate, type ConfigData } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../rig/browser.js';
import { serveGallery, type ServedGallery } from '../rig/gallery.js';
import { GALLERY } from './gallery/index.js';
import { controls, walked } from './keyboard.js';

const PAGES = [...GALLERY.keys()];
const SCREEN = 1280;
const PHONE = 375;
const WIDTHS = [SCREEN, PHONE];

/** Preact closes void elements; the boxes to tick of one question are posted under one name. */
const RULES: ConfigData['rules'] = {
  'void-style': ['error', { style: 'selfclose' }],
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
};

let gallery: ServedGallery;
let browser: Browser;
/** The same, for who asked for texts twice as large. */
let magnified: Browser;

beforeAll(async () => {
  [gallery, browser, magnified] = await Promise.all([serveGallery(), openBrowser(), openBrowser({ textSize: 32 })]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), magnified?.close(), gallery?.close()]);
});

/** A page of the gallery, once it stands still; what its browser complained of is added to `complaints`. */
async function opened(name: string, width: number, complaints: string[] = [], by = browser): Promise<Page> {
  const page = await by.newPage({ viewport: { width, height: 800 } });
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('requestfailed', request => complaints.push(request.url()));
  await page.goto(`${gallery.url}/${name}`);
  return page;
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'], preload: false }),
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const unfold = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));

/** By how many pixels a page is wider than its window, and what sticks out. */
function overflow(page: Page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(element => {
      return element.getBoundingClientRect().right > clientWidth + 1;
    });
    return wide.map(({ tagName, className, textContent }) => `${tagName} ${className} ${textContent?.slice(0, 40)}`);
  });
}

describe.each(PAGES)('The page %s of the gallery', name => {
  it('is sound HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: RULES });
    const report = await validator.validateString(GALLERY.get(name) ?? '');
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
      ),
    ).toEqual([]);
  });

  it('holds neither style nor script of its own', () => {
    const html = GALLERY.get(name) ?? '';
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  it('is accessible at both widths, folded and unfolded', async () => {
    const complaints: string[] = [];
    for (const width of WIDTHS) {
      const page = await opened(name, width, complaints);
      await page.evaluate(axe.source);
      if (width === PHONE) expect(await violations(page)).toEqual([]);
      await unfold(page);
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
    expect(complaints).toEqual([]);
  });

  it('never scrolls sideways, on any screen nor with texts twice as large', async () => {
    const page = await opened(name, SCREEN);
    await unfold(page);
    for (const width of [SCREEN, 960, 768, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page)).toEqual([]);
    }
    const large = await opened(name, SCREEN, [], magnified);
    await unfold(large);
    expect(await overflow(large)).toEqual([]);
    await Promise.all([page.close(), large.close()]);
  });

  it.each(WIDTHS)('is walked by the keyboard at %d pixels, and shows where one is', async width => {
    const page = await opened(name, width);
    await unfold(page);
    const awaited = await controls(page);
    expect(await walked(page, awaited.length)).toEqual(awaited);
    await page.close();
  });
});
