import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { MailTransport } from '../../src/mail/outgoing.js';
import { MailServer } from '../../src/simulation/mail-server.js';
import { changeContact } from '../../src/record/people/contacts.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { someone } from '../builders/dossier.js';
import { councillors, HandTime, mailsOf, openTasks, dispatcherOf, reminded, later } from '../builders/mail-fixtures.js';
import { declareAwaited } from '../builders/declare-awaited.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

const DOOMED = fileURLToPath(new URL('../rig/doomed-postman.mjs', import.meta.url));

let house: BareHouse;
let server: MailServer;

beforeEach(async () => {
  [house, server] = await Promise.all([bareHouse(), MailServer.start()]);
});

afterEach(async () => {
  await server.stop();
  await house.close();
});

const mails = async (state: string) => (await mailsOf(house)).filter(({ mail }) => mail === state).length;

/** Does something once, as soon as the server has answered for a letter. */
const onceAnswered = (act: () => Promise<unknown>) => {
  let isDone = false;
  return (transport: MailTransport): MailTransport => ({
    connections: transport.connections,
    send: async letter => {
      const result = await transport.send(letter);
      if (!isDone) {
        isDone = true;
        await act();
      }
      return result;
    },
    close: () => transport.close(),
  });
};

describe('what the server has answered', () => {
  it('is noted in the end when the database was away meanwhile: nothing is in doubt', async () => {
    await councillors(house, 20);
    await reminded(house);
    // Refused for longer than it takes to write a few times; the base is then as it was.
    const fails = `CREATE SEQUENCE times; GRANT USAGE ON times TO jalon_app;
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.state = 'sent' AND nextval('times') <= 3 THEN RAISE EXCEPTION 'away'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER fails BEFORE UPDATE ON mails FOR EACH ROW EXECUTE FUNCTION fail()`;
    await house.owner.query(fails);
    const dispatcher = dispatcherOf(house, server, { blind: true, time: new HandTime() });
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 20, uncertain: 0 });
    expect(await mails('sent')).toBe(20);
  });
});

describe('what is in doubt when everything ends at once', () => {
  it('is what was being given, and nothing of what was not begun', async () => {
    await councillors(house, 40);
    await reminded(house);
    const given = server.untilGiven(9);
    const accepts = server.untilGiven(1).then(() => (server.onMessage = 'hangs'));
    const doomed = spawn(process.execPath, [DOOMED, house.appUrl, server.url], { stdio: 'inherit' });
    await Promise.all([accepts, given]);
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    expect(await mails('handed')).toBeGreaterThan(0);
    expect(await mails('handed')).toBeLessThanOrEqual(8);
  });

  it('is one mail when one leaves each second', async () => {
    await councillors(house, 5);
    await reminded(house);
    let handed = 0;
    const watched = onceAnswered(async () => (handed = await mails('handed')));
    expect(await dispatcherOf(house, server, { perSecond: 1, time: new HandTime(), watched }).dispatch()).toMatchObject(
      {
        sent: 5,
      },
    );
    expect(handed).toBe(1);
  });
});

describe('a postman told to stop', () => {
  it('gives nothing more, and what he had taken waits untried', async () => {
    await councillors(house, 10);
    await reminded(house);
    const stop = new AbortController();
    const watched = onceAnswered(async () => stop.abort());
    const dispatcher = dispatcherOf(house, server, { blind: true, watched });
    expect(await dispatcher.dispatch(stop.signal)).toMatchObject({ sent: 1, later: 9, uncertain: 0 });
    expect((await mailsOf(house)).map(({ attempts }) => attempts).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 9 });
  });
});

describe('what is done while the bag is being emptied', () => {
  it('is not recalled', async () => {
    await councillors(house, 10);
    const poleId = await reminded(house);
    const done = async () => {
      await recordedAct(house, {
        ...{ act: 'give-opinion', actor: someone('council'), subject: {}, payload: { outcome: 'favourable' } },
        poleId,
        date: civilDate('2026-04-20'),
      });
      await declareAwaited(house, poleId);
    };
    const dispatcher = dispatcherOf(house, server, { watched: onceAnswered(done) });
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 1, suppressed: 9 });
    expect(server.received.length).toBe(1);
    expect((await mailsOf(house)).filter(({ reason }) => reason === 'done')).toHaveLength(9);
  });
});

describe('a server that takes a message and says nothing', () => {
  it('is tried by one letter each time, less and less often, until it takes one', async () => {
    await councillors(house, 10);
    await reminded(house);
    const hasty = dispatcherOf(house, server, { mute: 'after', blind: true });
    const dispatcher = dispatcherOf(house, server, { blind: true });
    server.onMessage = 'hangs';
    expect(await hasty.dispatch()).toMatchObject({ uncertain: 1, later: 9 });
    await later(house, 60);
    expect(await hasty.dispatch()).toMatchObject({ uncertain: 0 });
    await later(house, 300);
    expect(await hasty.dispatch()).toMatchObject({ uncertain: 1, later: 8 });
    server.onMessage = 'accepts';
    server.dropAll();
    await later(house, 300);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 0 });
    await later(house, 600);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 8 });
    expect(await openTasks(house)).toHaveLength(2);
  });
});

describe('a refusal by policy', () => {
  it('of every address: the server is away, nobody is blamed, and all leave once it relays again', async () => {
    await councillors(house, 20);
    await reminded(house);
    server.refuses = () => 554;
    server.refusal = '5.7.1 Relay access denied';
    const dispatcher = dispatcherOf(house, server);
    expect(await dispatcher.dispatch()).toMatchObject({ refused: 0, sent: 0, later: 20 });
    server.refuses = () => undefined;
    await later(house, 300);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 20 });
    expect(await openTasks(house)).toEqual([]);
  });

  it('of one: it is tried again, and the others leave', async () => {
    await councillors(house, 20);
    await reminded(house);
    server.refuses = address => (address === 'membre1@conseil.example' ? 554 : undefined);
    server.refusal = '5.7.1 Message refused';
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ refused: 0, sent: 19, later: 1 });
  });
});

describe('a postman who is frozen', () => {
  it('loses his turn: another one goes on without him', async () => {
    await councillors(house, 3);
    await reminded(house);
    server.onMessage = 'hangs';
    const given = server.untilGiven(1);
    const frozen = spawn(process.execPath, [DOOMED, house.appUrl, server.url, '2'], { stdio: 'inherit' });
    await given;
    frozen.kill('SIGSTOP');
    server.onMessage = 'accepts';
    const time = new HandTime();
    const heir = dispatcherOf(house, server, { time });
    expect(await heir.dispatch()).toBeUndefined();
    const held = () => house.owner.query<object[]>(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted`);
    while ((await held()).length > 0) await house.owner.query('SELECT pg_sleep(0.05)');
    await time.wait(901_000);
    expect(await heir.dispatch()).toMatchObject({ sent: 3 });
    expect(server.received.length).toBe(3);
    frozen.kill('SIGKILL');
  });
});

describe('mails that wait with nothing to say, as a base restored from an older copy may hold', () => {
  it('are dropped, and take the place of none that has something to say', async () => {
    const [member] = await councillors(house, 2);
    await reminded(house);
    await house.owner.query(
      `INSERT INTO mails (id, message_id, contact_id, address, subject, state, next_try_at)
       SELECT gen_random_uuid(), 'vide-' || n, $1, '', '', 'waiting', '2020-01-01' FROM generate_series(1, 150) n`,
      [member],
    );
    server.refuses = () => 450;
    const dispatcher = dispatcherOf(house, server);
    await dispatcher.dispatch();
    server.refuses = () => undefined;
    await later(house, 300);
    expect(await dispatcher.dispatch()).toMatchObject({ sent: 2 });
    const [remaining] = await house.owner.query<object[]>(`SELECT count(*)::int FROM mails WHERE state = 'waiting'`);
    expect(remaining).toEqual({ count: 0 });
  });
});

describe('an address that the server says is lost', () => {
  it('is not written to again before it changes, which closes its task', async () => {
    const [lost = ''] = await councillors(house, 3);
    await reminded(house);
    server.refuses = address => (address === 'membre1@conseil.example' ? 550 : undefined);
    server.refusal = '5.1.1 Boîte inconnue';
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 2, refused: 1 });
    const unreachable = () =>
      house.source.query<{ id: string }[]>('SELECT id FROM contacts WHERE unreachable_since IS NOT NULL');
    expect(await unreachable()).toEqual([{ id: lost }]);
    expect(await openTasks(house)).toMatchObject([{ kind: 'mail-refused', about: lost }]);
    await changeContact(house.source.manager, lost, { email: 'autre@conseil.example' });
    expect(await unreachable()).toEqual([]);
    expect(await openTasks(house)).toEqual([]);
  });
});
