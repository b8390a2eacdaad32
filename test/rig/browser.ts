import type { Browser } from 'playwright-core';
import { openChromium } from '../../tools/chromium.mjs';

interface Look {
  /** The size of the text that the reader asked their browser for, in pixels; its own 16 when undefined. */
  readonly textSize?: number;
}

/**
 * A browser of this machine, held to no speed: what never comes is waited for until the test is ended. Throws what to
 * install when there is none.
 */
export async function openBrowser({ textSize }: Look = {}): Promise<Browser> {
  const browser = await openChromium(textSize === undefined ? [] : [`--blink-settings=defaultFontSize=${textSize}`]);
  browser.on('context', context => context.setDefaultTimeout(0));
  return browser;
}
