import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { opening } from '../../builders/http-walks.js';
import { Walker } from '../../builders/walker.js';
import { actAddress } from '../../../src/desk/forms/addresses.js';
import { actNamed } from '../../../src/domain/dossier/acts.js';
import { PAPERS } from '../../../src/simulation/papers.js';
import { openBrowser } from '../../rig/browser.js';
import { personAt } from '../../rig/desk-people.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let browser: Browser;
/** A pôle whose initiative is told, and that awaits its opinion. */
let poleId: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), house?.close()]);
});
beforeEach(async () => {
  const walker = new Walker(house.client);
  await walker.walk(opening);
  ({ poleId } = walker);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map(context => context.close()));
  await house.owner.query('DELETE FROM sessions; DELETE FROM drafts');
});

const at = (account: string, options?: BrowserContextOptions & { readonly destination?: string }) =>
  personAt(browser, house.url, account, options);
const formOf = (act: string) => actAddress(actNamed(act), poleId, { kind: 'pole' });
const focused = (page: Page) =>
  page.evaluate(() => {
    const { tagName, className, id } = document.activeElement as HTMLElement;
    return `${tagName}${id && `#${id}`}${className && `.${className.split(' ')[0]}`}`;
  });
const facts = () =>
  house.source.query<{ type: string }[]>(
    'SELECT type FROM journal WHERE pole_id = $1 AND fact_version IS NOT NULL ORDER BY sequence',
    [poleId],
  );
const heading = (page: Page) => page.locator('h1').innerText();

/** Presses Tab until what has the focus is so, as someone does who sees it come; says what was met on the way. */
async function tabTo(page: Page, isReached: (words: string) => boolean): Promise<void> {
  const met: string[] = [];
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      return `${element.getAttribute('href') ?? element.getAttribute('name') ?? ''} ${element.innerText}`;
    });
    if (isReached(words)) return;
    met.push(words);
  }
  throw new Error(`Not reached by the keyboard: ${met.join(' | ')}`);
}

const pressed = (page: Page, key: string) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);

describe('With the keyboard alone', () => {
  it('one logs in, reaches what is owed first, fills its form in and sends it', async () => {
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await page.goto(`${house.url}/`);
    await tabTo(page, words => words.includes('Continuer avec mon compte'));
    await pressed(page, 'Enter');
    await tabTo(page, words => words.includes('Conseil de développement du pays de Brest'));
    await pressed(page, 'Enter');
    await page.waitForURL(`${house.url}/`);
    expect(await focused(page)).toBe('H1');
    await tabTo(page, words => words.includes('Plus tard'));
    await page.keyboard.press('Enter');
    await tabTo(page, words => words.startsWith(`/poles/${poleId}/echeances/`));
    await pressed(page, 'Enter');
    await tabTo(page, words => words.startsWith(`${formOf('give-opinion')} Rendre`));
    await pressed(page, 'Enter');
    await tabTo(page, words => words.startsWith('outcome'));
    await page.keyboard.press('Space');
    await tabTo(page, words => words.startsWith('statement'));
    await page.keyboard.type('Un projet attendu.');
    await tabTo(page, words => words.includes('Continuer'));
    await pressed(page, 'Enter');
    expect(await heading(page)).toMatch(/^Vous allez/);
    await tabTo(page, words => words.startsWith('_step Rendre'));
    await pressed(page, 'Enter');
    expect(await focused(page)).toBe('DIV#fait.j-note');
    expect((await facts()).at(-1)?.type).toBe('opinion-given');
  });

  it('is led to what is wrong, and from there to its field', async () => {
    const page = await at('instructrice', { destination: formOf('skip-study') });
    expect(await focused(page)).toBe('H1');
    await tabTo(page, words => words.startsWith('reason'));
    await tabTo(page, words => words.includes('étude'));
    await pressed(page, 'Enter');
    expect(await focused(page)).toBe('DIV.govuk-error-summary');
    await tabTo(page, words => words.startsWith('#reason'));
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('TEXTAREA#reason.govuk-textarea');
    await page.keyboard.type('Étude faite en 2024.');
    await tabTo(page, words => words.includes('étude'));
    await pressed(page, 'Enter');
    expect(await focused(page)).toBe('DIV#fait.j-note');
  });
});

describe('A file that was deposited', () => {
  it('stays on its form when what was wrong is corrected and sent by the Enter key', async () => {
    const page = await at('porteur-demo', { destination: formOf('attach-document') });
    const { name, bytes } = PAPERS.note;
    await page.setInputFiles('#hash', { name, mimeType: 'application/pdf', buffer: bytes });
    await page.locator('main form .govuk-button').last().click();
    await page.waitForSelector('.govuk-error-summary');
    await page.fill('#title', 'Lettre à la mairie');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await focused(page)).toBe('DIV#fait.j-note');
    expect((await facts()).at(-1)?.type).toBe('document-attached');
  });
});

describe('Two instructors at once', () => {
  it('see both decisions: that which came second is not recorded, and keeps its words', async () => {
    const destination = formOf('skip-study');
    const [one, other] = await Promise.all(
      ['instructrice', 'instructeur-2'].map(account => at(account, { destination })),
    );
    if (!one || !other) throw new Error('Nobody came.');
    await other.fill('#reason', 'Motif du second instructeur');
    await one.fill('#reason', 'Motif de l’instructrice');
    await one.locator('main form .govuk-button').last().click();
    await one.waitForSelector('#fait');
    await other.locator('main form .govuk-button').last().click();
    await other.waitForSelector('.govuk-error-summary');
    await other.waitForLoadState();
    expect(await focused(other)).toBe('DIV.govuk-error-summary');
    const words = await other.locator('main').innerText();
    expect(words).toContain('Votre décision n’est pas enregistrée');
    expect(words).toContain('Motif du second instructeur');
    expect(words).toContain('Instructrice de la Région');
    expect((await facts()).filter(({ type }) => type === 'study-skipped')).toHaveLength(1);
  });
});

describe('A session that ends in the middle of a form', () => {
  it('gives back after the login what had been typed, and what is sent then is done once', async () => {
    const path = formOf('give-opinion');
    const page = await at('conseil-brest', { destination: path });
    await page.check('input[name="outcome"][value="with-reserves"]');
    await page.fill('#statement', 'Associer « le nord » du pays.');
    await house.owner.query("UPDATE sessions SET expires_at = now() - interval '1 second'");
    await page.locator('main form .govuk-button').last().click();
    await page.waitForURL(/\/connexion/);
    expect(await heading(page)).toBe('Votre session a pris fin');
    await page.getByRole('button', { name: 'Continuer avec mon compte' }).click();
    await page.waitForURL(house.url + path);
    expect(await focused(page)).toBe('H1');
    expect(await page.locator('main').innerText()).toContain('ce que vous aviez écrit est repris');
    expect(await page.isChecked('input[value="with-reserves"]')).toBe(true);
    expect(await page.inputValue('#statement')).toBe('Associer « le nord » du pays.');
    await page.locator('main form .govuk-button').last().click();
    await page.locator('main form .govuk-button').first().click();
    await page.waitForSelector('#fait');
    await page.goto(house.url + path);
    expect(await page.locator('#statement').count()).toBe(0);
    expect((await facts()).filter(({ type }) => type === 'opinion-given')).toHaveLength(1);
  });
});

describe('The button by which one goes back', () => {
  it('after an act shows that it is done, and sends nothing again', async () => {
    const path = formOf('give-opinion');
    const page = await at('conseil-brest', { destination: path });
    await page.check('input[name="outcome"][value="favourable"]');
    await page.locator('main form .govuk-button').last().click();
    await page.waitForSelector('text=Vous allez');
    await page.locator('main form .govuk-button').first().click();
    await page.waitForSelector('#fait');
    const done = await facts();
    await page.goBack();
    expect(await page.locator('main').innerText()).toContain('Cet acte n’est pas ouvert');
    expect(await facts()).toEqual(done);
  });

  it('from the page that asks to read twice leads to the form as it was filled in', async () => {
    const page = await at('conseil-brest', { destination: formOf('give-opinion') });
    await page.check('input[name="outcome"][value="favourable"]');
    await page.fill('#statement', 'Un projet attendu.');
    await page.locator('main form .govuk-button').last().click();
    await page.waitForSelector('text=Vous allez');
    await page.goBack();
    expect(await page.inputValue('#statement')).toBe('Un projet attendu.');
    expect(await page.isChecked('input[value="favourable"]')).toBe(true);
  });
});

describe('A form sent twice', () => {
  it.each([true, false])('makes one fact and leads to the same page (JavaScript: %s)', async javaScriptEnabled => {
    const page = await at('instructrice', { destination: formOf('skip-study'), javaScriptEnabled });
    await page.fill('#reason', 'Étude faite en 2024.');
    await page.locator('main form .govuk-button').last().dblclick();
    await page.waitForSelector('#fait');
    expect((await facts()).filter(({ type }) => type === 'study-skipped')).toHaveLength(1);
  });
});
