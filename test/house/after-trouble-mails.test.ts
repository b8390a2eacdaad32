import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { councillors, dispatcherOf, later, mailsOf, openTasks, reminded } from '../builders/mail-fixtures.js';
import { MailServer } from '../../src/simulation/mail-server.js';
import { readClock } from '../../src/clock/clock.js';
import { gatherDigests } from '../../src/record/mails/digests.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
let server: MailServer;

beforeEach(async () => {
  [house, server] = await Promise.all([bareHouse(), MailServer.start()]);
  server.refusal = '5.1.1 Boîte inconnue';
});

afterEach(async () => {
  await server.stop();
  await house.close();
});

const lostAddresses = async () =>
  (
    await house.source.query<{ email: string }[]>(
      'SELECT email FROM contacts WHERE unreachable_since IS NOT NULL ORDER BY email',
    )
  ).map(({ email }) => email);
const refusing = (...numbers: readonly number[]) => {
  const refused = numbers.map(n => `membre${n}@conseil.example`);
  server.refuses = address => (refused.includes(address) ? 550 : undefined);
};

describe('a relay that says of everyone that their mailbox is unknown', () => {
  it('for an hour: no address is lost, the rest of the bag waits, one task quotes it, and all leaves when it is well', async () => {
    await councillors(house, 6);
    await reminded(house);
    server.refuses = () => 550;
    const dispatcher = dispatcherOf(house, server);
    for (let tries = 0; tries < 3; tries++) {
      expect(await dispatcher.dispatch()).toMatchObject({ sent: 0, refused: 0, later: 6 });
      await later(house, 1200);
    }
    expect(await lostAddresses()).toEqual([]);
    expect(await openTasks(house)).toEqual([
      expect.objectContaining({
        kind: 'mail-server-refuses',
        detail: expect.stringContaining('550 5.1.1 Boîte inconnue'),
      }),
    ]);
    server.refuses = () => undefined;
    await later(house, 3600);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 6 });
    expect(await openTasks(house)).toEqual([]);
    expect((await mailsOf(house)).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('while it still serves others: none of those it refuses is lost, and they leave the next time', async () => {
    await councillors(house, 12);
    await reminded(house);
    refusing(3, 5, 7);
    const dispatcher = dispatcherOf(house, server);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 9, refused: 0, later: 3 });
    expect(await lostAddresses()).toEqual([]);
    server.refuses = () => undefined;
    await later(house, 300);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 3 });
  });

  it('is believed of those that it goes on refusing for over an hour, and never holds the mails of the others', async () => {
    await councillors(house, 12);
    await reminded(house);
    refusing(3, 5, 7);
    const dispatcher = dispatcherOf(house, server);
    for (const wait of [300, 900, 3600]) {
      await dispatcher.dispatch();
      expect(await lostAddresses()).toEqual([]);
      await later(house, wait);
    }
    expect(await dispatcher.dispatch()).toMatchObject({ refused: 3 });
    expect(await lostAddresses()).toEqual([3, 5, 7].map(n => `membre${n}@conseil.example`));
    expect((await openTasks(house)).filter(({ kind }) => kind === 'mail-refused')).toHaveLength(3);
  });

  it('of one address among others, loses that one at once, and the task quotes the answer', async () => {
    await councillors(house, 5);
    await reminded(house);
    refusing(2);
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 4, refused: 1 });
    expect(await lostAddresses()).toEqual(['membre2@conseil.example']);
    expect(await openTasks(house)).toEqual([
      expect.objectContaining({ kind: 'mail-refused', detail: expect.stringContaining('550 5.1.1 Boîte inconnue') }),
    ]);
  });
});

describe('a digest that its reader’s server finds too long', () => {
  const gathered = async () => {
    await councillors(house, 1);
    for (let pole = 0; pole < 6; pole++) await reminded(house);
    await house.owner.query(`UPDATE notices SET pace = 'daily'`);
    const { now } = await readClock(house.source.manager);
    expect(await gatherDigests(house.source, ['daily'], id => `<${id}@jalon.example>`, now)).toBe(1);
  };
  const textOf = ({ source = '' } = {}) => source.replaceAll(/=\r\n/g, '');

  it('leaves as a short mail with the link, at once, and nothing of it is lost', async () => {
    await gathered();
    server.longest = 5000;
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 1, refused: 0 });
    const [mail] = server.received;
    expect(mail?.subject).toContain('6');
    expect(textOf(mail)).toContain('https://jalon.example/');
    expect(textOf(mail)).not.toContain('/echeances/');
    expect((await mailsOf(house)).map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'sent'));
    expect(await openTasks(house)).toEqual([]);
  });

  it('even so short, is refused, and the task quotes the answer', async () => {
    await gathered();
    server.longest = 10;
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 0, refused: 1 });
    expect(await openTasks(house)).toEqual([
      expect.objectContaining({ kind: 'mail-refused', detail: expect.stringContaining('552 5.3.4 Trop long') }),
    ]);
    expect(await lostAddresses()).toEqual([]);
  });
});
