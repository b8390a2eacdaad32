import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unsoundIn } from '../../browser/looks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { WHOLE_WALKS } from '../../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const WALK = WHOLE_WALKS['a convention that its carrier terminates, its excess waived'] ?? [];

let house: TestHouse;
let readers: PageReaders;
let poleId: string;

/** A pôle whose activity report was sent back once, then filed again with the others. */
beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk(WALK);
  ({ poleId } = walker);
  readers = new PageReaders(house.url);
});
afterAll(() => house.close());

async function years(account: string) {
  const { status, html } = await readers.ask(account, `/poles/${poleId}/exercices`);
  expect([status, machineWordsIn(html), await unsoundIn(html)]).toEqual([200, [], []]);
  return { html, text: plain(visibleText(html)) };
}

describe('The page of the years', () => {
  it('tells who has a part in them what the reports say and what was asked of them, and opens their documents', async () => {
    const { html, text } = await years('instructrice');
    expect(text).toContain('Dépenses imputées à la subvention 36 000,00 €');
    expect(text).toMatch(/Corrections demandées le .* Évaluation, axe par axe À préciser\./);
    const [href = ''] = new RegExp(`/poles/${poleId}/documents/[0-9a-f]{64}`).exec(html) ?? [];
    const opened = await readers.ask('instructrice', href);
    expect([opened.status, opened.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment/),
    ]);
  });

  it('opens no document, nor tells why something was to be corrected, to who only looks', async () => {
    const { html, text } = await years('auditrice');
    expect(html).not.toMatch(/\/documents\/[0-9a-f]{64}/);
    expect(text).toMatch(/Corrections demandées le .* Évaluation, axe par axe masqué/);
  });
});
