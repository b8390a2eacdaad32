import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { canonical, digest } from '../../src/record/journal/chain.js';
import { recordAct, rehearseAct } from '../../src/record/record-act.js';
import { KeyReusedError } from '../../src/record/refused.js';
import { declared, someone } from '../builders/dossier.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { POLE } from '../builders/subjects.js';
import { holdsOnly } from '../builders/rights.js';
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

describe('a key that another request of the same account takes meanwhile', () => {
  const account = 'instructrice';
  const opening = (poleId: string, key: string) => ({
    ...{ act: 'open-post', account, dossier: { pole: poleId }, subject: POLE, key },
    payload: { share: 100 },
  });

  /** Does a work while its key is being taken for another dossier, and not for good before the work waits for it. */
  const whileTaken = async (poleId: string, key: string, work: () => Promise<unknown>) => {
    const other = house.source.createQueryRunner();
    await other.startTransaction();
    await other.query(
      `INSERT INTO idempotency_keys (account, key, payload_hash, pole_id, version, events) VALUES ($1, $2, '', $3, 1, '[]')`,
      [account, key, poleId],
    );
    const ended = work().catch((error: unknown) => error);
    await untilSomeoneWaits();
    await other.commitTransaction();
    await other.release();
    return ended;
  };

  const untilSomeoneWaits = async (): Promise<void> => {
    const waiting = await house.source.query<object[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length === 0) return untilSomeoneWaits();
  };

  it.each([
    ['done', recordAct],
    ['rehearsed', rehearseAct],
  ])('is refused to the act that is %s under it', async (_way, work) => {
    const poleId = await carryOut(house, declared());
    await holdsOnly(house.source.manager, account, [{ role: 'instructor', bodies: [], pays: [] }]);
    const key = randomUUID();
    const refusal = await whileTaken(poleId, key, () => work(house.context, opening(poleId, key)));
    expect(refusal).toBeInstanceOf(KeyReusedError);
  });
});
