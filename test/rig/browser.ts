import type { Browser } from 'playwright-core';
import { openChromium } from '../../tools/chromium.mjs';

interface Look {
  /** The size of the text that the reader asked their browser for, in pixels; its own 16 when undefined. */
  readonly textSize?: number;
}

/** A browser of this machine. Throws what to install when there is none. */
export function openBrowser({ textSize }: Look = {}): Promise<Browser> {
  return openChromium(textSize === undefined ? [] : [`--blink-settings=defaultFontSize=${textSize}`]);
}
