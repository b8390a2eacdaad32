import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { canonical, digest } from '../../src/record/journal/chain.js';
import { declared, someone } from '../builders/dossier.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

beforeEach(async () => {
  house = await bareHouse();
});

afterEach(() => house.close());

it('a key is kept with the digest of what was asked, in which a subject is named by its parts alone', async () => {
  const poleId = await carryOut(house, declared().does('open-post', { share: 100 }));
  const [act, payload, key] = ['fill-post', { share: 100 }, randomUUID()];
  await recordedAct(house, { act, poleId, subject: { post: 1 }, actor: someone('instructor'), payload, key });
  const stored = await house.source.query('SELECT payload_hash FROM idempotency_keys WHERE key = $1', [key]);
  expect(stored).toEqual([{ payload_hash: digest(canonical({ act, poleId, subject: { post: 1 }, payload })) }]);
});
