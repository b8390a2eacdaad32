import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import { registerPays } from '../../../src/record/pays.js';
import { filledForm } from '../../builders/filled-form.js';
import { FormFiller } from '../../builders/form-filler.js';
import { addressOf, payment, toTheConvention, type Step, type Walk } from '../../builders/http-walks.js';
import { Walker } from '../../builders/walker.js';
import { openBrowser } from '../../rig/browser.js';
import { personAt } from '../../rig/desk-people.js';
import { startHouse, type TestHouse } from '../../rig/house.js';
import type { Answer } from '../../../src/simulation/house-client.js';

let house: TestHouse;
let browser: Browser;
let forms: FormFiller;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  await registerPays(house.source.manager);
  forms = new FormFiller(house.client);
});
afterAll(async () => {
  await Promise.all([browser?.close(), house?.close()]);
});

const people = new Map<string, Page>();

/** The browser of someone, logged in since their first act. */
async function pageOf(account: string): Promise<Page> {
  const page = people.get(account) ?? (await personAt(browser, house.url, account));
  people.set(account, page);
  return page;
}

/** From one's desk, or the list of pôles, to the form of an act, by what the pages offer; says by which way. */
async function reach(page: Page, step: Step, walker: Walker): Promise<string> {
  const address = forms.addressOf(step, walker.found);
  const link = page.locator(`main a[href^="${address}"]`);
  const offered = async () => (await link.count()) > 0;
  const follow = async (way: string) => {
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
    await link.first().click();
    await page.waitForURL(url => url.pathname === address);
    return way;
  };
  await page.goto(`${house.url}/`);
  if (step.act === 'declare-initiative') {
    await page.locator('nav a[href="/poles"]').click();
    return follow('pôles');
  }
  const owed = page.locator(`main a[href*="/poles/${walker.poleId}/echeances/"]`);
  const hrefs = await owed.evaluateAll(links => links.map(found => found.getAttribute('href') ?? ''));
  for (const href of hrefs) {
    await page.goto(house.url + href);
    if (await offered()) return follow('échéance');
  }
  await page.goto(`${house.url}/poles`);
  await page.locator(`main a[href="/poles/${walker.poleId}"]`).first().click();
  await page.waitForURL(`${house.url}/poles/${walker.poleId}`);
  if (await offered()) return follow('pôle');
  throw new Error(`${step.account} is not offered ${step.act}: ${await page.locator('main').innerText()}`);
}

/** Types in a field of a page, or chooses in it, as its kind wants. */
async function enter(page: Page, name: string, text: string): Promise<void> {
  const field = page.locator(`main form [name="${name}"]:not([type="hidden"])`);
  if (text === '' || (await field.count()) === 0) return;
  const tag = await field.first().evaluate(element => `${element.tagName} ${element.getAttribute('type') ?? ''}`);
  if (tag.startsWith('SELECT')) await field.selectOption(text);
  else if (/radio|checkbox/.test(tag)) await page.locator(`main form [name="${name}"][value="${text}"]`).check();
  else await field.fill(text);
}

/** Does an act in the browser of its person; answers what the API answers to the same body under the same key. */
async function doInBrowser(step: Step, walker: Walker, ways: string[]): Promise<Answer> {
  const page = await pageOf(step.account);
  ways.push(`${step.act}: ${await reach(page, step, walker)}`);
  const body = step.body(walker.found);
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
  for (const [name, text] of filledForm(step.act, body)) await enter(page, name, text);
  await page.locator('main form .govuk-button:not([name="_more"])').first().click();
  if (actNamed(step.act).gravity !== undefined) {
    await page.waitForSelector('h1:has-text("Vous allez")');
    await page.locator('main form .govuk-button').first().click();
  }
  await page.waitForSelector('#fait, .govuk-error-summary');
  const told = await page.locator('#fait, .govuk-error-summary').innerText();
  expect([step.act, told]).toEqual([step.act, expect.stringMatching(/^C’est fait/)]);
  const key = new URL(page.url()).searchParams.get('fait') ?? '';
  return house.client.act(step.account, addressOf(step, walker.found), body, key);
}

describe('A pôle in the browsers of its people', () => {
  const walk: Walk = [...toTheConvention, ...payment];

  it('goes from its declaration to its first payment by what the pages offer', async () => {
    const walker = new Walker(house.client);
    const ways: string[] = [];
    await walker.walk(walk, undefined, undefined, step => doInBrowser(step, walker, ways));
    expect(ways.filter(way => !way.endsWith('échéance'))).toEqual([
      ...['declare-initiative: pôles', 'skip-study: pôle', 'publish-deliberation: pôle'],
    ]);
    const page = await pageOf('instructrice');
    await page.goto(`${house.url}/poles/${walker.poleId}/versements`);
    expect(await page.locator('main').innerText()).toMatch(/24.500,00.€/);
    expect(people.size).toBe(6);
  });
});
