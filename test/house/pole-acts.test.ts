import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActOfferedAnswer } from '../../src/api/answers/dossier.js';
import type { PoleActsAnswer } from '../../src/poles/acts-answers.js';
import { threePoles, type ThreePoles } from '../builders/three-poles.js';

let poles: ThreePoles;

beforeAll(async () => {
  poles = await threePoles();
});
afterAll(() => poles.open.close());

const read = (query: string, account = 'instructrice') =>
  poles.json<PoleActsAnswer>(account, `poles/${poles.running}/acts?${query}`);
const itemsOf = ({ themes }: PoleActsAnswer) => themes.flatMap(({ items }) => items);

describe('the acts of a pôle', () => {
  it('are those that it offers, each in one standing, each count that of its rows', async () => {
    const { acts } = await poles.json<{ acts: readonly ActOfferedAnswer[] }>('instructrice', `poles/${poles.running}`);
    const answers = await Promise.all(['open', 'not-yet', 'over'].map(async standing => read(`standing=${standing}`)));
    const [open, notYet, over] = answers.map(answer => itemsOf(answer).length);
    expect(answers[0]?.counts).toEqual({ open, notYet, over });
    const hrefs = answers.flatMap(itemsOf).map(({ href, act }) => `${act} ${href}`);
    expect(hrefs.toSorted()).toEqual(acts.map(({ href, act }) => `${act} ${href}`).toSorted());
  });

  it('are the open ones when nothing is said, by theme in the order of the path, as many as asked', async () => {
    const answer = await read('');
    expect(itemsOf(answer).every(({ open }) => open)).toBe(true);
    expect(answer.themes.map(({ label }) => label)).toContain('Vie du dossier');
    expect(itemsOf(await read('limit=3'))).toHaveLength(3);
  });

  it('set what is over apart from what waits, each with why', async () => {
    const over = itemsOf(await read('standing=over'));
    expect(over.map(({ act }) => act)).toContain('record-vote');
    const notYet = itemsOf(await read('standing=not-yet'));
    expect(notYet.map(({ act }) => act)).toContain('prepare-liquidation');
    for (const { reasons } of [...over, ...notYet]) expect(reasons.length).toBeGreaterThan(0);
  });

  it('do not exist for who reads nothing of the pôle', async () => {
    expect((await poles.read('porteur-autre', `poles/${poles.running}/acts`)).status).toBe(404);
  });
});
