import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { registerPays } from '../../../src/record/pays.js';
import { plain } from '../../builders/page-readers.js';
import { FILED, TWO_PAYMENTS } from '../../builders/two-payments.js';
import { Walker } from '../../builders/walker.js';
import { ActingPeople } from '../../browser/acting.js';
import { openBrowser } from '../../rig/browser.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  await registerPays(house.source.manager);
});
afterAll(async () => {
  await Promise.all([browser?.close(), house?.close()]);
});

const PEOPLE = ['instructrice', 'porteur-demo', 'porteur-etude', 'conseil-brest', 'conseiller-cress'].concat([
  'cofinanceur-22',
  'cheffe-de-service',
  'gestionnaire-financiere',
]);

async function read(page: Page, address: string): Promise<string> {
  await page.goto(house.url + address);
  return plain(await page.locator('main').innerText());
}

describe.each([true, false])('A pôle in the browsers of its people (JavaScript: %s)', javaScriptEnabled => {
  it('goes from its study to its second payment by what the pages offer', async () => {
    const [walker, files] = [new Walker(house.client), Object.values(FILED)];
    const acting = new ActingPeople({ client: house.client, browser, files, options: { javaScriptEnabled } });
    await walker.walk(TWO_PAYMENTS, undefined, undefined, step => acting.do(step, walker.found));
    expect(acting.ways.filter(way => !way.endsWith('échéance'))).toEqual([
      ...['declare-initiative: pôles', 'publish-deliberation: pôle', 'publish-deliberation: pôle'],
      'seek-cofunding: pôle',
    ]);
    expect(acting.accounts).toEqual(PEOPLE);
    const page = await acting.pageOf('instructrice');
    const room = (name: string) => read(page, `/poles/${walker.poleId}/${name}`);
    expect(await room('versements')).toMatch(
      /1er versement de l’exercice 1 .*\s+24 500,00 €\s+24 500,00 €\s+24 500,00 €\s+Payé\s.*\s*Le solde de l’exercice 1 .*\s+10 500,00 €\s+10 500,00 €\s+10 500,00 €\s+Payé/,
    );
    expect((await room('exercices')).match(/^Accepté\t/gm)).toHaveLength(4);
    const documents = await room('documents');
    expect(documents.match(/^.*\.pdf(?=, \S+ ko$)/gm)).toEqual(files.map(({ name }) => name).toReversed());
    expect(documents).toMatch(
      /^Rapport d’activité\n, Compte rendu déposé\s: rapport d’activité de l’exercice 1 .*\nRapport d’activité\.pdf/m,
    );
    expect(documents.match(/Vérifié/g)).toHaveLength(files.length);
  });
});
