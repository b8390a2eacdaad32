import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { readClock } from '../../src/clock/clock.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { noteBounce } from '../../src/record/mails/bounces.js';
import { gatherDigests } from '../../src/record/mails/digests.js';
import type { ClaimedMail, Writer } from '../../src/record/mails/mail.js';
import { MailRecord } from '../../src/record/mails/mail-record.js';
import { compareMails } from '../../src/simulation/mail-comparison.js';
import { MailServer } from '../../src/simulation/mail-server.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { someone } from '../builders/dossier.js';
import { councillors, mailsOf, openTasks, dispatcherOf, reminded, later } from '../builders/mail-fixtures.js';
import { declareAwaited } from '../builders/declare-awaited.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
let server: MailServer;

beforeEach(async () => {
  [house, server] = await Promise.all([bareHouse(), MailServer.start()]);
});

afterEach(async () => {
  await server.stop();
  await house.close();
});

/** A digest of the day, to one reader, of as many pôles, some days after it was to leave; the pôles. */
async function gathered(poles: number, daysAfter = 0): Promise<readonly string[]> {
  await councillors(house, 1);
  const ids: string[] = [];
  for (let n = 0; n < poles; n++) ids.push(await reminded(house));
  await house.owner.query(`UPDATE notices SET pace = 'daily'`);
  await later(house, daysAfter * 86_400);
  const { now } = await readClock(house.source.manager);
  expect(await gatherDigests(house.source, ['daily'], id => `<${id}@jalon.example>`, now)).toBe(1);
  return ids;
}

const differences = async () => {
  await later(house, 3600);
  return (await compareMails(house.source.manager, server.received, { underWayMs: 0 })).differences;
};

describe('a digest of which one thing cannot be written', () => {
  const LEASE = instant('2026-04-20T09:00:00Z');
  /** Writes what it is given, but of some pôles. */
  const writerBut = (unsayable: readonly string[]): Writer<object> => ({
    messageId: id => id,
    write: ({ notices }: ClaimedMail) => {
      const fault = notices.find(({ pole }) => unsayable.includes(pole));
      if (fault) throw new Error(`rien à dire de ${fault.pole}`);
      return { subject: 'Ce qui est attendu' };
    },
  });
  const claim = (unsayable: readonly string[]) => new MailRecord(house.source).claim(writerBut(unsayable), LEASE, 100);

  it('leaves with the others, and a person is asked of that one', async () => {
    const [first = '', ...otherPoles] = await gathered(3);
    const { taken, poisoned } = await claim([first]);
    expect(poisoned).toBe(1);
    expect(taken.map(({ mail }) => mail.notices.map(({ pole }) => pole).sort())).toEqual([[...otherPoles].sort()]);
    const mails = (await mailsOf(house)).map(({ state, reason, mail }) => ({ state, reason, mail }));
    expect(mails).toHaveLength(3);
    expect(mails).toEqual(
      expect.arrayContaining([
        { state: 'given-up', reason: 'unwritable', mail: 'leaving' },
        { state: 'leaving', reason: null, mail: 'leaving' },
      ]),
    );
    expect(await openTasks(house)).toMatchObject([
      { kind: 'notice-unwritable', detail: expect.stringContaining(`rien à dire de ${first}`) },
    ]);
  });

  it('is dropped when nothing of it is left', async () => {
    const { taken, poisoned } = await claim(await gathered(2));
    expect({ taken, poisoned }).toEqual({ taken: [], poisoned: 2 });
    expect(await mailsOf(house)).toMatchObject([
      { state: 'given-up', mail: 'dropped' },
      { state: 'given-up', mail: 'dropped' },
    ]);
    expect(await openTasks(house)).toHaveLength(2);
  });
});

describe('a digest', () => {
  it('is ordered by what blocks: what is escalated, then the earliest due day', async () => {
    const [blocking = '', sooner = '', remindedOnly = ''] = await gathered(3);
    const change = (poleId: string, assignment: string) =>
      house.owner.query(
        `WITH owed AS (UPDATE obligations SET ${assignment} WHERE pole_id = '${poleId}' AND kind = 'council-opinion')
         UPDATE notices SET ${assignment} WHERE pole_id = '${poleId}' AND kind = 'council-opinion'`,
      );
    await change(sooner, `due = '2026-05-02'`);
    await change(remindedOnly, `due = '2026-05-01', kind = 'grant-request'`);
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 1 });
    const { text = '' } = await simpleParser(server.received[0]?.source ?? '');
    const lines = [...text.matchAll(/\/poles\/([\w-]+)\/echeances/g)].map(([, poleId]) => poleId);
    expect(lines).toEqual([sooner, blocking, remindedOnly]);
  });
});

describe('a digest held against what the house says', () => {
  it('agrees when it left in its time', async () => {
    await gathered(2);
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 1 });
    expect(await differences()).toEqual([]);
  });

  it('agrees when it left after it, and says so', async () => {
    await gathered(1, 2);
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 1 });
    expect(await differences()).toEqual([]);
  });

  it('does not when it is late without a word, or says so for nothing', async () => {
    await gathered(1);
    await dispatcherOf(house, server).dispatch();
    const [{ messageId = '', source = '', ...rest } = {}] = server.received;
    await later(house, 3600);
    const found = async (mailSource: string) => {
      const received = [{ to: '', subject: '', at: 0, ...rest, messageId, source: mailSource }];
      return (await compareMails(house.source.manager, received)).differences;
    };
    const after = source.replace(/^Date: .*$/m, 'Date: Wed, 22 Apr 2026 06:00:00 +0000');
    expect(await found(after)).toEqual([`${messageId} : rappel du 20 avril 2026 en retard, sans le dire`]);
    expect(await found(`${source}\r\nRappel en retard, il aurait dû partir`)).toEqual([
      `${messageId} : rappel du 20 avril 2026 à l’heure, et dit en retard`,
    ]);
  });

  it('agrees when one thing of it was done before it could leave', async () => {
    const [poleId = ''] = await gathered(2);
    await recordedAct(house, {
      ...{ act: 'give-opinion', actor: someone('council'), subject: {}, payload: { outcome: 'favourable' } },
      poleId,
      date: civilDate('2026-04-20'),
    });
    await declareAwaited(house, poleId);
    await later(house, 60);
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 1, suppressed: 1 });
    expect(await differences()).toEqual([]);
  });

  it('keeps what was left out of it as it is, when it comes back', async () => {
    const [poleId] = await gathered(2);
    await house.owner.query(`UPDATE obligations SET state = 'waived' WHERE pole_id = $1`, [poleId]);
    await dispatcherOf(house, server).dispatch();
    const [{ messageId = '' } = {}] = server.received;
    const bounce = { messageId, address: null, reason: '5.1.1', lasting: true };
    expect(await noteBounce(house.source, bounce)).toEqual({ mails: 1, contacts: 1 });
    const outcomes = (await mailsOf(house)).map(({ state, reason }) => `${state} ${reason}`).sort();
    expect(outcomes).toEqual(['bounced bounced', 'suppressed waived']);
  });
});
