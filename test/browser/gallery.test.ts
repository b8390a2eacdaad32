import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../rig/browser.js';
import { serveGallery, type ServedGallery } from '../rig/gallery.js';
import { GALLERY } from './gallery/index.js';
import { controls, walked } from './keyboard.js';
import {
  HEIGHT,
  listened,
  NARROWEST,
  overflow,
  SCREEN,
  unfold,
  unsoundIn,
  violations,
  WIDTHS,
  WRITTEN_IN,
} from './looks.js';

const PAGES = [...GALLERY.keys()];

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
  const page = listened(await by.newPage({ viewport: { width, height: HEIGHT } }), complaints);
  await page.goto(`${gallery.url}/${name}`);
  return page;
}

describe.each(PAGES)('The page %s of the gallery', name => {
  it('is sound HTML', async () => {
    expect(await unsoundIn(GALLERY.get(name) ?? '')).toEqual([]);
  });

  it('holds neither style nor script of its own', () => {
    expect(GALLERY.get(name)).not.toMatch(WRITTEN_IN);
  });

  it('is accessible at both widths, folded and unfolded', async () => {
    const complaints: string[] = [];
    for (const width of WIDTHS) {
      const page = await opened(name, width, complaints);
      expect(await violations(page)).toEqual([]);
      await unfold(page);
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
    expect(complaints).toEqual([]);
  });

  it('never scrolls sideways, on any screen nor with texts twice as large', async () => {
    const page = await opened(name, SCREEN);
    await unfold(page);
    for (const width of [SCREEN, 960, 768, NARROWEST]) {
      await page.setViewportSize({ width, height: HEIGHT });
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
