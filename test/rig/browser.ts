import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The names under which distributions install Chromium, or what is made of it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

interface Look {
  /** The size of the text that the reader asked their browser for, in pixels; its own 16 when undefined. */
  readonly textSize?: number;
}

/** A browser of this machine. Throws what to install when there is none. */
export function openBrowser({ textSize }: Look = {}): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (textSize !== undefined) args.push(`--blink-settings=defaultFontSize=${textSize}`);
  return chromium.launch({ executablePath: chromiumPath(), args });
}

function chromiumPath(): string {
  const chosen = process.env['JALON_CHROMIUM'];
  const wanted = chosen === undefined || chosen === '' ? NAMES : [chosen];
  const found = wanted.flatMap(placesOf).find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    `Les tests de pages demandent Chromium, et ${wanted.join(', ')} ne se trouve pas. Sous Debian : ` +
      'apt-get install -y --no-install-recommends chromium. Ailleurs : JALON_CHROMIUM=/chemin/de/chromium.',
  );
}

function placesOf(name: string): readonly string[] {
  if (isAbsolute(name)) return [name];
  return (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, name));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
