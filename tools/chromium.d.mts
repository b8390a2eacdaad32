import type { Browser } from 'playwright-core';

/** A browser of this machine, with some more arguments. Throws what to install when there is none. */
export function openChromium(more?: readonly string[]): Promise<Browser>;
