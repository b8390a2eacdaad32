import axe from 'axe-core';
import { HtmlValidate, type ConfigData, type Message } from 'html-validate';
import type { Page } from 'playwright-core';
import { assetHref } from '../../src/desk/assets/assets.js';

export const SCREEN = 1280;
export const PHONE = 375;
export const WIDTHS = [SCREEN, PHONE];
/** The narrowest window in which nothing scrolls sideways, in pixels. */
export const NARROWEST = 320;
export const HEIGHT = 800;

/**
 * Preact closes void elements; the boxes to tick of one question are posted under one name; the title of a form says the
 * act and its pôle, for whoever has ten windows open: no search engine reads it.
 */
const RULES: ConfigData['rules'] = {
  'void-style': ['error', { style: 'selfclose' }],
  'long-title': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
};
const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: RULES });

/** What is unsound in the HTML of a page, with the line and the column. */
export async function unsoundIn(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter(found => !isOfKeptFile(found, html))
      .map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}

/** A file that was deposited is sent under the name of the field in which another may be chosen. */
function isOfKeptFile({ ruleId, message }: Message, html: string): boolean {
  const [, name] = /"([^"]+)"/.exec(message) ?? [];
  return (
    ruleId === 'form-dup-name' && html.split(` name="${name}" `).length === 3 && html.includes(`${name}" type="file"`)
  );
}

/** Styles and scripts written in the page itself, which its policy forbids. */
export const WRITTEN_IN = /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/;

/** How a request ends that its page leaves before the answer. */
const LEFT_BEHIND = 'net::ERR_ABORTED';

/** What a page may leave before it has come: its icon, and nothing that it is made of. */
const isIcon = (address: string) => new URL(address).pathname === assetHref('favicon.svg');

/** Adds what the browser of a page complains of to `complaints`, each with the address that it is about. */
export function listened(page: Page, complaints: string[]): Page {
  page.on('console', message => complaints.push(`${message.text()} ${message.location().url}`));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText;
    if (why !== LEFT_BEHIND || !isIcon(request.url())) complaints.push(`${why} ${request.url()}`);
  });
  return page;
}

/** What axe-core finds on a page as it stands: the rule, and where. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'], preload: false }),
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

export const unfold = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));

/** By how much a page is wider than its window, and what sticks out of it; nothing when it fits. */
export function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(element => {
      return element.getBoundingClientRect().right > clientWidth + 1;
    });
    return [
      `scrolls ${scrollWidth - clientWidth} px`,
      ...wide.map(({ tagName, className, textContent }) => `${tagName} ${className} ${textContent?.slice(0, 40)}`),
    ];
  });
}
