import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { actNamed } from '../../src/domain/dossier/acts.js';
import type { Answer, HouseClient } from '../../src/simulation/house-client.js';
import type { Paper } from '../../src/simulation/papers.js';
import { filledForm } from '../builders/filled-form.js';
import { FormFiller } from '../builders/form-filler.js';
import { addressOf, type Found, type Step } from '../builders/http-walks.js';
import { personAt } from '../rig/desk-people.js';
import { unfold } from './looks.js';

/** Where people have a house, a browser, and the files that they may choose. */
interface Place {
  readonly client: HouseClient;
  readonly browser: Browser;
  readonly files: readonly Paper[];
  readonly options?: BrowserContextOptions;
}

/** A page is read as soon as its words are there. */
const SOON = { waitUntil: 'domcontentloaded' } as const;

/** People who do each act in their browser, by what the pages offer them. */
export class ActingPeople {
  /** By which page each act was reached, in the order in which they were done. */
  readonly ways: string[] = [];

  private readonly pages = new Map<string, Page>();
  private readonly forms: FormFiller;

  constructor(private readonly place: Place) {
    this.forms = new FormFiller(place.client);
  }

  /** Those who came, in the order in which they did. */
  get accounts(): readonly string[] {
    return [...this.pages.keys()];
  }

  /** The browser of someone, logged in by the chooser since their first act. */
  async pageOf(account: string): Promise<Page> {
    const { browser, client, options } = this.place;
    const page = this.pages.get(account) ?? (await personAt(browser, client.url, account, options));
    this.pages.set(account, page);
    return page;
  }

  /** Does an act by its form; answers what the API answers to the same body under the same key. */
  async do(step: Step, found: Found): Promise<Answer> {
    const page = await this.pageOf(step.account);
    this.ways.push(`${step.act}: ${await this.reach(page, step, found)}`);
    const body = step.body(found);
    await unfold(page);
    for (const [name, text] of filledForm(step.act, body)) await this.enter(page, name, text);
    await page.locator('main form .govuk-button:not([name="_more"])').first().click();
    if (actNamed(step.act).gravity !== undefined) {
      await page.waitForSelector('h1:has-text("Vous allez"), .govuk-error-summary');
      await page.locator('main form .govuk-button[value="do"]').click();
    }
    await page.waitForSelector('#fait, .govuk-error-summary');
    const told = await page.locator('#fait, .govuk-error-summary').innerText();
    if (!told.startsWith('C’est fait')) throw new Error(`${step.account}, ${step.act}: ${told}`);
    const key = new URL(page.url()).searchParams.get('fait') ?? '';
    return this.place.client.act(step.account, addressOf(step, found), body, key);
  }

  /** From one's desk, or the list of pôles, to the form of an act; says by which way. */
  private async reach(page: Page, step: Step, found: Found): Promise<string> {
    const address = this.forms.addressOf(step, found);
    const pole = `/poles/${found.pole?.id}`;
    await page.goto(this.place.client.url, SOON);
    if (step.act === 'declare-initiative') {
      await page.locator('nav a[href="/poles"]').click();
      return this.follow(page, address, 'pôles');
    }
    const owed = page.locator(`main a[href*="${pole}/echeances/"]`);
    for (const href of await owed.evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))) {
      if (!(await this.leadsTo(page, href, address))) continue;
      await this.follow(page, href);
      return this.follow(page, address, 'échéance');
    }
    await page.goto(`${this.place.client.url}/poles`, SOON);
    await this.follow(page, pole);
    return this.follow(page, address, 'pôle');
  }

  /** Whether a page offers what stands at an address, for who would read it. */
  private async leadsTo(page: Page, href: string, address: string): Promise<boolean> {
    const answer = await page.context().request.get(this.place.client.url + href);
    return (await answer.text()).includes(`href="${address}`);
  }

  private async follow(page: Page, address: string, way = ''): Promise<string> {
    await unfold(page);
    await page.locator(`main a[href^="${address}"]`).first().click();
    await page.waitForURL(url => url.pathname === address, SOON);
    return way;
  }

  /** Types in a field of a page, chooses in it, or chooses a file for it, as its kind wants. */
  private async enter(page: Page, name: string, text: string): Promise<void> {
    const field = page.locator(`main form [name="${name}"]:not([type="hidden"])`);
    if (text === '' || (await field.count()) === 0) return;
    const tag = await field.first().evaluate(element => `${element.tagName} ${element.getAttribute('type') ?? ''}`);
    if (tag === 'INPUT file') await field.setInputFiles(this.fileOf(text));
    else if (tag.startsWith('SELECT')) await field.selectOption(text);
    else if (/radio|checkbox/.test(tag)) await page.locator(`main form [name="${name}"][value="${text}"]`).check();
    else await field.fill(text);
  }

  private fileOf(digest: string) {
    const file = this.place.files.find(({ hash }) => hash === digest);
    if (!file) throw new Error(`Nobody has the file ${digest}.`);
    return { name: file.name, mimeType: 'application/pdf', buffer: file.bytes };
  }
}
