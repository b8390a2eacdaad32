import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TimelineAnswer, TimelineLineAnswer } from '../../src/poles/answers.js';
import { threePoles, type ThreePoles } from '../builders/three-poles.js';

let poles: ThreePoles;

beforeAll(async () => {
  poles = await threePoles();
});
afterAll(() => poles.open.close());

const read = async (query: string, account = 'instructrice') => {
  const { items, ...rest } = await poles.json<TimelineAnswer>(account, `poles/${poles.running}/timeline?${query}`);
  return { ...rest, items: items as readonly TimelineLineAnswer[] };
};

describe('the journal of a pôle', () => {
  it('is told in sentences that name the pays and the bodies', async () => {
    const said = (await read('')).items.map(({ sentence }) => sentence);
    expect(said).toContain(
      'Le 2 février 2026, le Conseil de développement du pays de Brest a rendu un avis favorable.',
    );
    expect(said).toContain('Le 2 février 2026, Association fictive a signé la convention.');
    for (const sentence of said) {
      expect(sentence).toMatch(/^(Le \d{1,2}(er)? \p{L}+ \d{4}|En .+), .+\.$/u);
      expect(sentence).not.toMatch(/[0-9a-f]{8}-|\d{14}|undefined|null/);
    }
  });

  it('leaves out what the engine notes, when asked, each of whose lines names what it is about', async () => {
    const [all, facts] = [await read(''), await read('lines=facts')];
    expect(facts.items).toEqual(all.items.filter(({ machine }) => !machine));
    expect(facts.total).toBe(facts.items.length);
    const noted = all.items.filter(({ machine }) => machine);
    expect(noted.length).toBeGreaterThan(0);
    for (const { sentence } of noted) expect(sentence).toMatch(/« .+ »/);
  });

  it.each(['asc', 'desc'])('is read a page at a time, %s', async order => {
    const all = await read(`lines=facts&order=${order}`);
    const sequences = all.items.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => (order === 'asc' ? a - b : b - a)));
    const pages: TimelineLineAnswer[] = [];
    for (let after = ''; ;) {
      const page = await read(`lines=facts&order=${order}&limit=7${after}`);
      expect(page.total).toBe(all.total);
      pages.push(...page.items);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(pages).toEqual(all.items);
  });

  it('is searched by words, without regard to accents nor case', async () => {
    const { items } = await read('lines=facts&q=DELIBERATION%20vote');
    expect(items.map(({ type }) => type)).toEqual(['vote-recorded']);
    expect((await read('q=introuvable')).items).toEqual([]);
  });

  it('does not exist for who reads nothing of the pôle', async () => {
    expect((await poles.read('porteur-autre', `poles/${poles.running}/timeline`)).status).toBe(404);
  });
});
