import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Logs someone in by the chooser, from the page that they ask for; answers once they are led there. */
async function logIn(page: Page, house: string, account: string, destination = '/'): Promise<void> {
  await page.goto(house + destination);
  await chooseAccount(page, account);
  await page.waitForURL(house + destination);
}

/** From the page of login, goes to the provider and chooses who one is. */
async function chooseAccount(page: Page, account: string): Promise<void> {
  await page.getByRole('button', { name: 'Continuer avec mon compte' }).click();
  await page.locator(`form[action$="/${account}"] button`).click();
}

/** Someone at a browser of their own, logged in. */
export async function personAt(
  browser: Browser,
  house: string,
  account: string,
  { destination = '/', ...options }: BrowserContextOptions & { readonly destination?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const page = await context.newPage();
  await logIn(page, house, account, destination);
  return page;
}
