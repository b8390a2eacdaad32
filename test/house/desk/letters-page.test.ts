import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { opening } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { machineWordsIn, visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

let house: TestHouse;
let readers: PageReaders;
let poleId: string;

/** A pôle whose people were written to for some months. */
beforeAll(async () => {
  house = await startHouse();
  readers = new PageReaders(house.url);
  const walker = new Walker(house.client);
  await walker.walk([...opening, { to: '2026-06-15' }]);
  poleId = walker.poleId;
});
afterAll(() => house.close());

async function read(account: string, search = '') {
  const { status, html } = await readers.ask(account, `/courriers${search}`);
  expect([status, machineWordsIn(html)]).toEqual([200, []]);
  const rows = /<tbody>([\s\S]*)<\/tbody>/.exec(html)?.[1]?.split('<tr>').slice(1) ?? [];
  return { html, rows, text: plain(visibleText(html)) };
}

describe('The letters', () => {
  it('are read with to whom, of what, when and what became of them', async () => {
    const { rows, html } = await read('instructrice');
    expect(rows.length).toBeGreaterThan(3);
    expect(html).toContain(`href="/poles/${poleId}/echeances/`);
    const [last] = await house.source.query<{ name: string }[]>(
      `SELECT c.name FROM notices n JOIN contacts c ON c.id = n.contact_id ORDER BY n.planned_for DESC, n.id DESC LIMIT 1`,
    );
    if (!last) throw new Error('Nobody was written to.');
    expect(plain(visibleText(`<body>${rows[0]}</body>`))).toContain(last.name);
  });

  it('are found by pôle, by person and by what became of them', async () => {
    const all = await read('instructrice');
    expect((await read('instructrice', `?pole=${poleId}&person=&state=`)).rows).toHaveLength(all.rows.length);
    const none = await read('instructrice', `?pole=${randomUUID()}`);
    expect([none.rows, none.text]).toEqual([[], expect.stringContaining('Aucun courrier ne répond')]);
    const counts = await Promise.all(
      ['sent', 'waiting', 'held', 'failed'].map(
        async state => (await read('instructrice', `?state=${state}`)).rows.length,
      ),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.rows.length);
    expect((await read('instructrice', '?person=personne-inconnue')).rows).toEqual([]);
    expect((await readers.ask('instructrice', '/courriers?pole=pommes')).status).toBe(422);
  });

  it('are read a page at a time', async () => {
    const [line] = await house.source.query<object[]>('SELECT * FROM notices WHERE event_id IS NULL LIMIT 1');
    await house.owner.query(
      `INSERT INTO notices SELECT (jsonb_populate_record(NULL::notices, $1::jsonb || jsonb_build_object(
         'id', gen_random_uuid(), 'recipient', 'r' || n, 'rung', 'r' || n))).* FROM generate_series(1, 60) n`,
      [JSON.stringify(line)],
    );
    const first = await read('instructrice');
    expect(first.rows).toHaveLength(50);
    const [, href = ''] = /href="(\/courriers\?after=[^"]+)"/.exec(first.html) ?? [];
    const second = await read('instructrice', href.replace('/courriers', ''));
    const [all] = await house.source.query<{ count: number }[]>('SELECT count(*)::int AS count FROM notices');
    expect(second.rows).toHaveLength((all?.count ?? 0) - 50);
    expect(second.html).not.toContain('Les courriers d’avant');
  });

  it('are read by who keeps the settings without what is in dossiers, and by no one outside', async () => {
    const { html, rows } = await read('administratrice');
    expect(rows.length).toBeGreaterThan(3);
    expect(html).not.toContain('href="/poles/');
    expect((await readers.ask('porteur-demo', '/courriers')).status).toBe(403);
  });

  it('are led to from what is owed in a pôle, for those who keep them', async () => {
    const link = `href="/courriers?pole=${poleId}"`;
    expect((await readers.ask('instructrice', `/poles/${poleId}/echeances`)).html).toContain(link);
    expect((await readers.ask('porteur-demo', `/poles/${poleId}/echeances`)).html).not.toContain(link);
  });
});
