import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Walker } from '../builders/walker.js';
import { WHOLE_WALKS } from '../builders/whole-life-http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

/** What the row of a dossier may hold at the end of a life of three years, in bytes. */
const MOST = 12 * 1024;

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

describe('the state kept with a dossier', () => {
  it.each(Object.entries(WHOLE_WALKS).filter(([name]) => name.includes('to its closure')))(
    'holds what rules read often, and no more, at the end of %s',
    async (_name, walk) => {
      const walker = new Walker(house.client);
      await walker.walk(walk);
      const [row] = await house.source.query<{ bytes: number; obligations: number; rows: number }[]>(
        `SELECT octet_length(state::text) AS bytes, octet_length((state->'obligations')::text) AS obligations,
           (SELECT count(*)::int FROM obligations o WHERE o.pole_id = d.id) AS rows
         FROM dossiers d WHERE id = $1`,
        [walker.poleId],
      );
      expect(row?.rows).toBeGreaterThan(50);
      expect(row?.bytes).toBeLessThanOrEqual(MOST);
    },
  );
});
