import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoleCardAnswer, PoleListAnswer } from '../../src/poles/list-answers.js';
import { threePoles, type ThreePoles } from '../builders/three-poles.js';

let poles: ThreePoles;

beforeAll(async () => {
  poles = await threePoles();
});
afterAll(() => poles.open.close());

const list = (query: string, account = 'instructrice') => poles.json<PoleListAnswer>(account, `poles?${query}`);
const found = async (query: string, account?: string) => (await list(query, account)).items.map(({ poleId }) => poleId);
const line = async (poleId: string, account?: string): Promise<PoleCardAnswer | undefined> =>
  (await list('', account)).items.find(item => item.poleId === poleId);

describe('the list of pôles', () => {
  it('tells of each who carries it, its referent, what is owed first and its money', async () => {
    expect(await line(poles.running)).toMatchObject({
      pays: [{ code: '02', name: 'Pays de Brest' }],
      stage: 'running',
      stageLabel: 'En cours',
      carrier: { siret: expect.any(String), name: 'Association fictive' },
      referent: { account: 'instructrice', name: expect.any(String) },
      nextDue: {
        label: 'Publication des données essentielles de la subvention du pôle',
        from: 'Instructeur·rice de la Région',
        daysLate: expect.any(Number),
      },
      held: true,
      amounts: { voted: '105000.00', due: '70000.00', paid: '24500.00', held: '35000.00' },
    });
    expect(await line(poles.vacant)).toMatchObject({ held: true, amounts: { voted: '105000.00', held: '24500.00' } });
    expect(await line(poles.declared)).toMatchObject({ name: '=HYPERLINK("http://x")', referent: null });
  });

  it.each<[string, (ids: ThreePoles) => readonly string[]]>([
    ['q=BREST', ({ running, vacant }) => [running, vacant]],
    ['q=association%20brést', ({ running, vacant }) => [running, vacant]],
    ['q=hyperlink', ({ declared }) => [declared]],
    ['q=99990002', ({ declared }) => [declared]],
    ['q=introuvable', () => []],
    ['q=%25', () => []],
    ['stage=running', ({ running }) => [running]],
    ['pays=05', ({ declared }) => [declared]],
    ['year=2027', ({ running, vacant }) => [running, vacant]],
    ['held=false', ({ declared }) => [declared]],
    ['referent=me', ({ running }) => [running]],
    ['referent=instructeur-2', ({ running }) => [running]],
    ['referent=none', ({ vacant, declared }) => [vacant, declared]],
    ['late=false', () => []],
  ])('finds by %s', async (query, wanted) => {
    expect((await found(query)).toSorted()).toEqual([...wanted(poles)].toSorted());
  });

  it('finds a délibération by its number', async () => {
    const [vote] = await poles.open.house.source.query<{ number: string }[]>(
      `SELECT data->>'number' AS number FROM journal WHERE type = 'vote-recorded' AND pole_id = $1`,
      [poles.running],
    );
    expect(await found(`q=${vote?.number ?? ''}`)).toEqual([poles.running]);
  });

  it.each(['name', 'pays', 'stage', 'next-due', 'days-late', 'voted', 'paid', 'declared'])(
    'is sorted by %s both ways, and told page after page in the same order',
    async sort => {
      const all = await found(`sort=${sort}`);
      expect(all).toHaveLength(3);
      expect(await found(`sort=-${sort}`)).toEqual(all.toReversed());
      const pages: string[] = [];
      for (let after = ''; ;) {
        const { items, next } = await list(`sort=${sort}&limit=1${after}`);
        pages.push(...items.map(({ poleId }) => poleId));
        if (next === null) break;
        after = `&after=${next}`;
      }
      expect(pages).toEqual(all);
    },
  );

  it('refuses a page of another order', async () => {
    const { next } = await list('sort=name&limit=1');
    expect((await poles.read('instructrice', `poles?sort=paid&after=${next}`)).status).toBe(400);
  });

  it('says what all its pages come to: the sums of its rows', async () => {
    const { items } = await list('');
    const { amounts, total, late, held } = await list('limit=1');
    const sum = (name: 'voted' | 'due' | 'paid' | 'held') =>
      items.reduce((cents, item) => cents + Math.round(Number(item.amounts?.[name]) * 100), 0) / 100;
    expect({ total, late, held }).toEqual({
      total: items.length,
      late: items.filter(({ lateCount }) => (lateCount ?? 0) > 0).length,
      held: items.filter(item => item.held).length,
    });
    for (const name of ['voted', 'due', 'paid', 'held'] as const) expect(Number(amounts[name])).toBe(sum(name));
  });

  it('shows of what is not read whole the name, the pays and the stage, and finds it by nothing else', async () => {
    expect(await line(poles.vacant, 'cofinanceur-22')).toMatchObject({
      pays: [{ name: 'Pays de Brest' }],
      stageLabel: expect.any(String),
      ...{ carrier: null, referent: null, nextDue: null, held: null, lateCount: null, amounts: null, bodies: [] },
    });
    expect(await found('q=brest', 'cofinanceur-22')).toEqual([poles.vacant]);
    for (const query of ['q=fictive', 'held=true', 'late=true', 'year=2027', 'referent=none'])
      expect([query, await found(query, 'cofinanceur-22')]).toEqual([query, []]);
    expect((await list('', 'cofinanceur-22')).amounts).toMatchObject({ voted: '0.00', held: '0.00' });
  });
});

describe('the same for spreadsheets', () => {
  it.each([
    ['by its address', 'poles.csv?sort=name', {}],
    ['by what is accepted', 'poles?sort=name&limit=1', { accept: 'text/csv' }],
  ])('%s: the same rows, no formula', async (_, path, headers) => {
    const answer = await poles.read('instructrice', path, headers);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = '', ...rows] = bytes.toString().slice(1).trimEnd().split('\r\n');
    expect(head.split(';').slice(0, 3)).toEqual(['Pôle', 'Pays', 'Structure porteuse']);
    const { items } = await list('sort=name');
    expect(rows).toHaveLength(items.length);
    expect(rows.map(row => row.split(';')[1])).toEqual(items.map(({ pays }) => pays[0]?.name));
    expect(rows.join('\n')).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(rows.join('\n')).not.toMatch(/(^|;)"?[=+@-]/m);
  });
});
