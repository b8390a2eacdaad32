import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openChromium } from './chromium.mjs';

const PEOPLE = ['instructrice', 'cheffe-de-service', 'gestionnaire-financiere', 'conseiller-cress'].concat([
  ...['conseil-de-developpement', 'porteur-demo', 'cofinanceur-22', 'auditrice', 'administratrice'],
]);
const WIDTHS = [1280, 375];
const HEIGHT = 900;
/** How many pages of one kind are shown: two pôles tell as much as thirty. */
const MOST_OF_A_KIND = 2;

const house = process.env.JALON_URL ?? `http://127.0.0.1:${process.env.JALON_PORT ?? '3000'}`;
const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'screenshots');
const asked = process.argv.slice(2);

/** What is no page: a file that is given back, the mailbox of the demonstration. */
const NO_PAGE = /\.csv$|\/boite|\/documents\/[0-9a-f]{64}$/;
const FILE = {
  name: 'Compte rendu signé.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n%${'.'.repeat(300_000)}\n%%EOF\n`),
};

/** The page as a kind: its address without what differs from one dossier to the next. */
const kindOf = ({ pathname, search }) =>
  pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x').replaceAll(/\/\d+(?=\/|$)/g, '/n') + search.replace(/=.*/, '');

/** Goes through the pages of someone, from link to link, and takes a picture of each kind at each width. */
async function walk(browser, account) {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  if (account !== undefined) await logIn(page, account);
  const [seen, toSee] = [new Map(), account === undefined ? ['/connexion', '/nulle-part'] : ['/']];
  while (toSee.length > 0) {
    const address = new URL(toSee.shift(), house);
    const kind = kindOf(address);
    const count = seen.get(kind) ?? 0;
    if (count >= MOST_OF_A_KIND || NO_PAGE.test(address.pathname)) continue;
    seen.set(kind, count + 1);
    await page.goto(address.href);
    const name = `${account ?? 'visiteur'}-${kind.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'accueil'}-${count + 1}`;
    await picture(page, name);
    const links = await page.$$eval('a[href]', found => found.map(link => link.href));
    toSee.push(
      ...links.filter(link => link.startsWith(`${house}/`)).map(link => link.slice(house.length).split('#')[0]),
    );
    await pictureWithFiles(page, name);
  }
  await context.close();
  return seen.size;
}

async function picture(page, name) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
}

/** Sends a form with a file for each that it takes, when nothing is done by that: it is read again before, or corrected. */
async function pictureWithFiles(page, name) {
  const files = await page.locator('main [type="file"]').all();
  if (files.length === 0 || (await page.getByText('Rien n’est décidé avant la page suivante.').count()) === 0) return;
  for (const input of files) await input.setInputFiles(FILE);
  await Promise.all([page.waitForNavigation(), page.locator('main form .govuk-button').last().click()]);
  await picture(page, `${name}-fichiers`);
}

async function logIn(page, account) {
  await page.goto(`${house}/connexion`);
  await page.getByRole('button', { name: 'Continuer avec mon compte' }).click();
  await page.locator(`form[action$="/${account}"] button`).click();
  await page.waitForURL(`${house}/`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await openChromium();
try {
  for (const account of asked.length > 0 ? asked : [undefined, ...PEOPLE])
    console.log(`${account ?? 'visiteur'} : ${await walk(browser, account)} sortes de pages`);
} finally {
  await browser.close();
}
console.log(`Dans ${folder}.`);
