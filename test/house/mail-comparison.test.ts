import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readClock } from '../../src/clock/clock.js';
import { moveClock } from '../../src/record/clock-writes.js';
import { addSeconds } from '../../src/domain/kernel/paris.js';
import { compareMails } from '../../src/simulation/mail-comparison.js';
import { MailServer, type Received } from '../../src/simulation/mail-server.js';
import { councillors, FIRST_MORNING, dispatcherOf, reminded } from '../builders/mail-fixtures.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
let server: MailServer;

beforeAll(async () => {
  [house, server] = await Promise.all([bareHouse(), MailServer.start()]);
  await councillors(house, 3);
  await reminded(house);
  const { now } = await readClock(house.source.manager);
  server.refuses = address => (address.startsWith('membre3') ? 550 : undefined);
  await dispatcherOf(house, server).dispatch();
  await moveClock(house.source.manager, addSeconds(now, 3600));
});

afterAll(async () => {
  await server.stop();
  await house.close();
});

const found = async (received: readonly Received[]) => (await compareMails(house.source.manager, received)).differences;
const [first, second] = [() => server.received[0] as Received, () => server.received[1] as Received];

/** What is found once the base says something else, which is undone afterwards. */
async function foundAfter(change: string, received = server.received): Promise<readonly string[]> {
  const runner = house.owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(change);
    const { differences } = await compareMails(runner.manager, received);
    return differences;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('the mails that a server received, held against what the house says', () => {
  it('agree when all is well, and are counted: what was sent, refused, and why the rest was not', async () => {
    const { counts, differences } = await compareMails(house.source.manager, server.received);
    expect(differences).toEqual([]);
    expect(counts).toMatchObject({
      expected: 4,
      sent: 2,
      refused: 1,
      late: 0,
      received: 2,
      mails: 3,
      suppressed: { nobody: 1 },
    });
  });

  it('a mail that was lost, doubled, made up, misdirected or labelled late for nothing', async () => {
    expect(await found([first()])).toEqual([`${second().messageId} : dit parti, et jamais reçu`]);
    expect(await found([...server.received, first()])).toEqual([`${first().messageId} : reçu 2 fois`]);
    const strange = { ...first(), messageId: '<autre@jalon.example>' };
    expect(await found([...server.received, strange])).toEqual([
      '<autre@jalon.example> : reçu, et inconnu de la maison',
    ]);
    expect(await found([{ ...first(), to: 'autre@conseil.example' }, second()])).toEqual([
      `${first().messageId} : reçu par autre@conseil.example`,
    ]);
    const late = { ...first(), source: `${first().source}\r\nRappel en retard, il aurait dû partir` };
    expect(await found([late, second()])).toEqual([
      `${late.messageId} : rappel du 20 avril 2026 à l’heure, et dit en retard`,
    ]);
  });

  it('a late reminder that does not say so', async () => {
    const source = first().source.replace(/^Date: .*$/m, 'Date: Wed, 22 Apr 2026 06:00:00 +0000');
    expect(await found([{ ...first(), source }, second()])).toEqual([
      `${first().messageId} : rappel du 20 avril 2026 en retard, sans le dire`,
    ]);
  });

  it.each<[string, string, RegExp]>([
    [
      'a notice without its mail',
      `UPDATE notices SET mail_id = NULL WHERE state = 'sent'`,
      /et son courrier « absent »/,
    ],
    [
      'a notice that waits for nothing',
      `UPDATE notices SET state = 'planned', mail_id = NULL`,
      /prévu, et jamais parti/,
    ],
    ['a notice that was taken', `UPDATE notices SET state = 'leaving'`, /pris, et jamais noté/],
    ['a rung that nobody announces', 'DELETE FROM notices', /franchi, et rien de prévu/],
    [
      'a mail received and said to wait',
      `UPDATE mails SET state = 'waiting', next_try_at = '2030-01-01' WHERE state = 'sent'`,
      /reçu, et dit « waiting »/,
    ],
    ['a mail in doubt without a task', `UPDATE mails SET state = 'uncertain'`, /personne n’est prévenu/],
  ])('%s', async (_, change, pattern) => {
    expect(await foundAfter(change)).toContainEqual(expect.stringMatching(pattern));
  });

  it('a mail about what was closed before it left', async () => {
    const closing = `INSERT INTO journal SELECT * FROM jsonb_populate_record(
      (SELECT j FROM journal j WHERE type = 'rung-reached' AND data->>'obligation' IN (
        SELECT obligation_id::text FROM notices WHERE state = 'sent')),
      jsonb_build_object('id', '00000000-0000-7000-8000-000000000000', 'type', 'obligation-done', 'sequence', 1000,
        'recorded_at', '${FIRST_MORNING}T00:00:00Z'))`;
    const differences = await foundAfter(closing);
    expect(differences).toContain(`${first().messageId} : parti pour une échéance déjà close`);
    expect(differences).toHaveLength(2);
  });

  describe('a mail in doubt, of which a person was asked,', () => {
    const asked = `INSERT INTO tasks (id, kind, about, opened_at, closed_at, detail)
      SELECT gen_random_uuid(), 'mail-uncertain', id::text, now(), now(), '' FROM mails WHERE state = 'sent'`;
    const doubted = `${asked}; UPDATE mails SET state = 'uncertain' WHERE state = 'sent';
      UPDATE notices SET state = 'uncertain' WHERE state = 'sent'`;

    it('came once or did not come, and never twice', async () => {
      expect(await foundAfter(doubted)).toEqual([]);
      expect(await foundAfter(doubted, [])).toEqual([]);
      expect(await foundAfter(doubted, [...server.received, first()])).toEqual([`${first().messageId} : reçu 2 fois`]);
    });

    it('and noted since as refused, did not come', async () => {
      const refused = `${asked}; UPDATE mails SET state = 'refused'; UPDATE notices SET state = 'refused' WHERE state = 'sent'`;
      expect(await foundAfter(refused)).toHaveLength(2);
    });
  });
});
