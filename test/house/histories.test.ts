import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { controlHouse } from '../../src/simulation/controls.js';
import { enterHistory, loadHistories } from '../../src/simulation/histories.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

interface Told {
  readonly items: readonly {
    readonly type: string;
    readonly act: string;
    readonly when: string;
    readonly reglement: string;
  }[];
}

async function timeline(poleId: string): Promise<Told['items']> {
  const { body } = await house.client.read('auditrice', `/api/poles/${poleId}/timeline`);
  return (body as unknown as Told).items;
}

const KNOWN: Readonly<Record<string, readonly (readonly [act: string, when: string])[]>> = {
  'Pôle du pays de Ploërmel': [
    ['declare-initiative', 'avril 2012'],
    ['form-local-group', '24 novembre 2012'],
    ['request-study-grant', '2013'],
    ['record-vote', '23 avril 2013'],
    ['write-legitimation-note', '2017'],
  ],
  'Pôle du pays de Fougères': [
    ['designate-council', 'décembre 2008'],
    ['deliver-study', 'avril 2010'],
    ['write-legitimation-note', 'novembre 2010'],
    ['review-study', '2011'],
  ],
};

describe('the real histories, entered as acts', () => {
  it.each(loadHistories())(
    'of the $name are accepted by the rules of their time, and told as well as their dates are known',
    async history => {
      const events = await timeline(await enterHistory(house.client, history));
      for (const [act, when] of KNOWN[history.name] ?? [])
        expect(events.find(event => event.act === act)).toMatchObject({ when, reglement: 'poles-ess-2010' });
      expect(events.filter(({ type }) => type === 'request-implicitly-rejected').length).toBe(
        events.filter(({ type }) => type === 'implicit-rejection-superseded').length,
      );
      expect(events.map(({ act }) => act)).toEqual(expect.arrayContaining(history.steps.map(({ act }) => act)));
    },
  );

  it('leave a house in which everything agrees', async () => {
    await house.rest();
    expect(await controlHouse(house.source, house.book)).toEqual([]);
  });
});
