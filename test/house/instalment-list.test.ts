import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InstalmentListAnswer } from '../../src/funded-year/instalment-answers.js';
import { threePoles, type ThreePoles } from '../builders/three-poles.js';

let poles: ThreePoles;

beforeAll(async () => {
  poles = await threePoles();
});
afterAll(() => poles.open.close());

const STATES = ['later', 'to-claim', 'to-liquidate', 'to-validate', 'to-order', 'to-pay', 'paid', 'lapsed', 'held'];

const list = (query: string, account = 'instructrice') =>
  poles.json<InstalmentListAnswer>(account, `instalments?${query}`);
const cents = (amount: string | undefined) => Math.round(Number(amount) * 100);

describe('the instalments of every pôle', () => {
  it.each(STATES)('%s: its count and its total are those of its rows, page after page', async state => {
    const { items, tabs } = await list(`state=${state}&limit=100`);
    const tab = tabs.find(candidate => candidate.state === state);
    expect(tab).toMatchObject({ count: items.length, label: expect.any(String) });
    expect(cents(tab?.amount)).toBe(items.reduce((sum, { amount }) => sum + cents(amount), 0));
    const pages: InstalmentListAnswer['items'][number][] = [];
    for (let after = ''; items.length > 0;) {
      const page = await list(`state=${state}&limit=1${after}`);
      pages.push(...page.items);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(pages).toEqual(items);
  });

  it('hold each instalment once', async () => {
    const { tabs } = await list('state=held');
    const [rows] = await poles.open.house.source.query<{ count: number }[]>('SELECT count(*)::int FROM ledger');
    expect(tabs.map(({ state }) => state).toSorted()).toEqual(STATES.toSorted());
    expect(tabs.reduce((sum, { count }) => sum + count, 0)).toBe(rows?.count);
  });

  it('say of one that is held why, and which act lifts it', async () => {
    const { items } = await list('state=held');
    const held = items.filter(({ pole }) => pole.id === poles.running);
    expect(held.map(({ object }) => object?.instalment?.kind).toSorted()).toEqual(['advance', 'balance']);
    const advance = held.find(({ object }) => object?.instalment?.kind === 'advance');
    expect(advance).toMatchObject({
      object: { exercise: { year: 2, from: '2028-01-01', to: '2028-12-31' } },
      carrier: { name: 'Association fictive' },
      reasons: [
        { code: 'report-overdue', liftedBy: { act: expect.stringMatching(/^file-/), label: expect.any(String) } },
      ],
    });
  });

  it('say of a legal term by when, and what it waits for of whom', async () => {
    const { items } = await list('state=to-claim');
    expect(items.find(({ pole }) => pole.id === poles.vacant)).toMatchObject({
      step: 'to-claim',
      since: expect.stringMatching(/^\d{4}-/),
      clock: { waitsFor: { kind: 'instalment-claim', from: { label: 'Structure porteuse' } } },
    });
  });

  it('say of a payment who prepared it, who validated it, and when it was made', async () => {
    const { items } = await list('state=paid');
    expect(items).toMatchObject([
      { amount: '24500.00', preparedBy: { account: 'instructor' }, validatedBy: { account: 'manager' } },
    ]);
    expect(items[0]).toMatchObject({ order: 'M-1-1', paidOn: '2026-02-02', clock: null, reasons: [] });
  });

  it('are found by words, by the year of their exercise and by who is in charge', async () => {
    const count = async (query: string) => (await list(`state=held&${query}`)).items.length;
    expect(await count('year=2027')).toBe(1);
    expect(await count('q=inconnu')).toBe(0);
    expect(await count('q=BREST')).toBe((await list('state=held')).items.length);
    expect(await count('referent=me')).toBe(2);
    expect(await count('referent=cheffe-de-service')).toBe(0);
  });

  it('are not for who does not read the dossier whole', async () => {
    for (const account of ['cofinanceur-22', 'porteur-autre', 'administratrice']) {
      const { tabs } = await list('state=held', account);
      expect([account, tabs.reduce((sum, { count }) => sum + count, 0)]).toEqual([account, 0]);
    }
    expect((await list('state=held', 'porteur-demo')).items.length).toBeGreaterThan(0);
  });

  it('refuse a state that there is not, and a page of another', async () => {
    expect((await poles.read('instructrice', 'instalments?state=kept')).status).toBe(422);
    const { next } = await list('state=later&limit=1');
    expect((await poles.read('instructrice', `instalments?state=held&after=${next}`)).status).toBe(400);
  });

  it.each([
    ['instalments.csv?state=held', {}],
    ['instalments?state=held', { accept: 'text/csv' }],
  ])('have the same rows for spreadsheets: %s', async (path, headers) => {
    const table = await (await poles.read('instructrice', path, headers)).text();
    const [head = '', ...rows] = table.trimEnd().split('\r\n');
    const amounts = head.split(';').indexOf('Montant');
    const { items } = await list('state=held');
    expect(rows.map(row => row.split(';')[amounts])).toEqual(items.map(({ amount }) => amount.replace('.', ',')));
  });
});
