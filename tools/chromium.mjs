import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The names under which distributions install Chromium, or what is made of it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** A browser of this machine, with some more arguments. Throws what to install when there is none. */
export function openChromium(more = []) {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...more] : [...more];
  return chromium.launch({ executablePath: chromiumPath(), args });
}

function chromiumPath() {
  const chosen = process.env.JALON_CHROMIUM;
  const wanted = chosen === undefined || chosen === '' ? NAMES : [chosen];
  const found = wanted.flatMap(placesOf).find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    `Les pages se regardent dans Chromium, et ${wanted.join(', ')} ne se trouve pas. Sous Debian : ` +
      'apt-get install -y --no-install-recommends chromium. Ailleurs : JALON_CHROMIUM=/chemin/de/chromium.',
  );
}

function placesOf(name) {
  if (isAbsolute(name)) return [name];
  return (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
