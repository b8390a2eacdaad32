import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readClock } from '../../src/clock/clock.js';
import { moveClock } from '../../src/record/clock-writes.js';
import { readPosition } from '../../src/record/upkeep/position.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { Instant } from '../../src/domain/kernel/paris.js';
import { addContact, setPreference } from '../../src/record/people/contacts.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { CARRIER, DossierBuilder, NOTE, someone } from '../builders/dossier.js';
import { councillors, HandTime, mailsOf, openTasks, dispatcherOf, reminded, later } from '../builders/mail-fixtures.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { declareAwaited, stepHouse } from '../builders/declare-awaited.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { MailServer, type OnMessage } from '../../src/simulation/mail-server.js';

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

const nextTry = async () => (await readPosition(house.source.manager)).nextTry;
const nothing = { sent: 0, suppressed: 0, refused: 0, later: 0, uncertain: 0, poisoned: 0 };
const opinion = async (poleId: string) => {
  await recordedAct(house, {
    ...{ act: 'give-opinion', actor: someone('council'), subject: {}, payload: { outcome: 'favourable' } },
    poleId,
    date: civilDate('2026-04-20'),
  });
  await declareAwaited(house, poleId);
};

describe('a reminder', () => {
  it('leaves once, whoever looks in the bag, and says what is to be done and where', async () => {
    await councillors(house, 3);
    const poleId = await reminded(house);
    const dispatcher = dispatcherOf(house, server);
    const emptied = await Promise.all([
      dispatcher.dispatch(),
      dispatcherOf(house, server).dispatch(),
      dispatcher.dispatch(),
    ]);
    expect(emptied.reduce((sum, run) => sum + (run?.sent ?? 0), 0)).toBe(3);
    expect(await dispatcher.dispatch()).toEqual(nothing);
    expect(server.received.map(({ to }) => to).sort()).toEqual([1, 2, 3].map(n => `membre${n}@conseil.example`));
    const [{ source = '' } = {}] = server.received;
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(source).toContain('X-Auto-Response-Suppress: All');
    expect(source).toMatch(/In-Reply-To:\s+<obligation\./);
    expect(source.replaceAll(/=\r\n/g, '')).toContain(`https://jalon.example/poles/${poleId}/echeances/`);
    expect(await mailsOf(house)).toEqual(
      [1, 2, 3].map(n => expect.objectContaining({ state: 'sent', mail: 'sent', email: `membre${n}@conseil.example` })),
    );
  });

  it('does not leave when it was met in the meantime', async () => {
    await councillors(house, 2);
    await opinion(await reminded(house));
    expect(await dispatcherOf(house, server).dispatch()).toEqual({ ...nothing, suppressed: 2 });
    expect(await mailsOf(house)).toMatchObject([{ reason: 'done' }, { reason: 'done' }]);
    expect(server.given).toBe(0);
  });

  it('does not leave when it was met between two tries, nor for someone who left or cannot be reached', async () => {
    const [first, second] = await councillors(house, 3);
    const poleId = await reminded(house);
    await house.source.query(`UPDATE contacts SET valid_to = '2026-03-01' WHERE id = $1`, [first]);
    await house.source.query(`UPDATE contacts SET unreachable_since = now() WHERE id = $1`, [second]);
    await server.stop();
    expect(await dispatcherOf(house, server).dispatch()).toEqual({ ...nothing, suppressed: 2, later: 1 });
    await server.start();
    await opinion(poleId);
    await later(house, 300);
    expect(await dispatcherOf(house, server).dispatch()).toEqual({ ...nothing, suppressed: 1 });
    expect(await mailsOf(house)).toMatchObject([
      { reason: 'contact-ended' },
      { reason: 'unreachable' },
      { reason: 'done', mail: 'dropped' },
    ]);
  });

  it('leaves for the carrier that a pôle without a group’s number has found meanwhile', async () => {
    const declaration = { paysCodes: ['02'], initiator: 'ess-actors', groupName: 'Groupe' };
    const dossier = new DossierBuilder('2026-02-02')
      .does('declare-initiative', declaration)
      .does('form-local-group', { structures: 12 })
      .does('designate-council', { councilName: 'Conseil' })
      .does('hold-cress-meeting', { participants: 5 })
      .does('write-legitimation-note', NOTE);
    const poleId = await carryOut(house, dossier);
    const contact = await addContact(house.source.manager, {
      ...{ role: 'carrier', name: 'Structure', email: 'structure@pole.example', shared: true, bodies: [CARRIER] },
      ...{ pays: [], account: null, valid_from: civilDate('2026-01-01'), valid_to: null },
    });
    await setPreference(house.source.manager, contact, '*', 'instant');
    await declareAwaited(house, poleId);
    await stepHouse(house, civilDate('2026-12-01'));
    await dispatcherOf(house, server).dispatch();
    const choices = await house.source.query<{ state: string; reason: string | null }[]>(
      `SELECT n.state, n.reason FROM notices n JOIN contacts c ON c.id = n.contact_id
       WHERE n.kind = 'study-choice' AND c.role = 'carrier' AND n.reason IS DISTINCT FROM 'merged'`,
    );
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  it('does not leave while the dossier is suspended', async () => {
    await councillors(house, 1);
    const poleId = await reminded(house);
    await recordedAct(house, {
      ...{ act: 'suspend-dossier', actor: someone('manager'), subject: {}, payload: { reason: 'Attente.' } },
      poleId,
      date: civilDate('2026-04-20'),
    });
    await declareAwaited(house, poleId);
    expect(await dispatcherOf(house, server).dispatch()).toEqual({ ...nothing, suppressed: 1 });
    expect(await mailsOf(house)).toMatchObject([{ reason: 'suspended' }]);
  });

  it('does not leave once the dossier has ended, even while its story is away', async () => {
    await councillors(house, 1);
    const poleId = await reminded(house);
    await recordedAct(house, {
      ...{ act: 'withdraw-project', actor: someone('instructor'), subject: {}, payload: { reason: 'Abandon.' } },
      poleId,
    });
    expect(await dispatcherOf(house, server).dispatch()).toEqual({ ...nothing, suppressed: 1 });
    expect(await mailsOf(house)).toMatchObject([{ reason: 'withdrawn' }]);
  });
});

describe('a server that is down for two days', () => {
  it('loses nothing: every reminder leaves once, labelled late, under its first Message-ID', async () => {
    await councillors(house, 40);
    await reminded(house);
    const dispatcher = dispatcherOf(house, server);
    await server.stop();
    for (let hour = 0; hour <= 48; hour += 4) {
      const emptied = await dispatcher.dispatch();
      expect(emptied).toMatchObject({ sent: 0, uncertain: 0 });
      await later(house, 4 * 3600);
    }
    const ids = (await mailsOf(house)).flatMap(({ messageId }) => messageId ?? []);
    await server.start();
    for (let at = await nextTry(); at !== null; at = await nextTry()) {
      await moveClock(house.source.manager, at);
      await dispatcher.dispatch();
    }
    expect(server.received.length).toBe(40);
    expect(new Set(server.received.map(({ to }) => to)).size).toBe(40);
    expect(ids.every(id => server.received.some(({ messageId }) => messageId === id))).toBe(true);
    for (const { source } of server.received) expect(source).toContain('Rappel en retard');
    expect(await openTasks(house)).toEqual([]);
  });

  it('for four days and more: it is tried by one letter at a time, less and less often, and no letter is given up', async () => {
    await councillors(house, 10);
    await reminded(house);
    const dispatcher = dispatcherOf(house, server);
    const from = await readClock(house.source.manager);
    await server.stop();
    await dispatcher.dispatch();
    let rounds = 1;
    for (; rounds <= 14; rounds++) {
      await moveClock(house.source.manager, (await nextTry()) ?? from.now);
      expect(await dispatcher.dispatch()).toMatchObject({ sent: 0, later: 10 });
    }
    const days = (Date.parse((await readClock(house.source.manager)).now) - Date.parse(from.now)) / 86_400_000;
    expect(days).toBeGreaterThan(4);
    expect(await mailsOf(house)).toEqual(
      Array.from({ length: 10 }, () => expect.objectContaining({ mail: 'waiting', attempts: 0 })),
    );
    await server.start();
    await moveClock(house.source.manager, (await nextTry()) ?? from.now);
    expect(await dispatcher.dispatch()).toEqual({ ...nothing, sent: 10 });
    expect(await openTasks(house)).toEqual([]);
  });
});

describe('an address that fails for four days', () => {
  it('is given up in the end, with a task', async () => {
    await councillors(house, 1);
    await reminded(house);
    server.refuses = () => 450;
    const dispatcher = dispatcherOf(house, server);
    await dispatcher.dispatch();
    let tries = 1;
    for (let at: Instant | null = await nextTry(); at !== null; at = await nextTry(), tries++) {
      await moveClock(house.source.manager, at);
      await dispatcher.dispatch();
    }
    expect(tries).toBe(12);
    expect(await mailsOf(house)).toMatchObject([{ state: 'given-up', mail: 'given-up', attempts: 12 }]);
    expect(await openTasks(house)).toMatchObject([{ kind: 'mail-given-up' }]);
  });
});

describe('a server that says nothing', () => {
  it('from the start: nothing was given to it, so everything leaves when it speaks again', async () => {
    await councillors(house, 10);
    await reminded(house);
    await server.muted();
    expect(await dispatcherOf(house, server, { mute: 'before' }).dispatch()).toMatchObject({
      sent: 0,
      later: 10,
      uncertain: 0,
    });
    await server.stop();
    await server.start();
    await later(house, 300);
    expect(await dispatcherOf(house, server).dispatch()).toMatchObject({ sent: 10 });
    expect(server.received.length).toBe(10);
  });

  it('after it took a message, or before it took it: each leaves once all the same', async () => {
    await councillors(house, 10);
    await reminded(house);
    for (const onMessage of ['accepts-and-hangs', 'hangs', 'accepts-and-drops', 'drops', 'accepts'] as const) {
      server.onMessage = onMessage;
      await dispatcherOf(house, server, onMessage.endsWith('hangs') ? { mute: 'after' } : {}).dispatch();
      await later(house, 4 * 3600);
    }
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(10);
    expect(server.received.length).toBe(10);
    expect(await mailsOf(house)).toEqual(Array.from({ length: 10 }, () => expect.objectContaining({ state: 'sent' })));
  });

  it('after it took a message, and cannot be asked: it is flagged, and not sent again', async () => {
    await councillors(house, 1);
    await reminded(house);
    server.onMessage = 'accepts-and-hangs';
    expect(await dispatcherOf(house, server, { mute: 'after', blind: true }).dispatch()).toMatchObject({
      uncertain: 1,
    });
    server.onMessage = 'accepts';
    await later(house, 90_000);
    expect(await dispatcherOf(house, server, { blind: true }).dispatch()).toEqual(nothing);
    expect(server.received.length).toBe(1);
    expect(await openTasks(house)).toMatchObject([{ kind: 'mail-uncertain' }]);
  });
});

describe('an address that is refused', () => {
  it('among fifty: the others leave, it is not tried again, and a person is asked', async () => {
    const members = await councillors(house, 50);
    await reminded(house);
    server.refuses = address => (address === 'membre7@conseil.example' ? 550 : undefined);
    const dispatcher = dispatcherOf(house, server);
    expect(await dispatcher.dispatch()).toEqual({ ...nothing, sent: 49, refused: 1 });
    await later(house, 90_000);
    expect(await dispatcher.dispatch()).toEqual(nothing);
    expect(server.received.length).toBe(49);
    expect(await openTasks(house)).toMatchObject([{ kind: 'mail-refused', about: members[6] }]);
  });

  it('for now only: it is tried again, alone', async () => {
    await councillors(house, 5);
    await reminded(house);
    server.refuses = address => (address === 'membre2@conseil.example' ? 450 : undefined);
    const dispatcher = dispatcherOf(house, server);
    expect(await dispatcher.dispatch()).toEqual({ ...nothing, sent: 4, later: 1 });
    server.refuses = () => undefined;
    await later(house, 300);
    expect(await dispatcher.dispatch()).toEqual({ ...nothing, sent: 1 });
  });
});

/** The database has noticed that the process is gone: another may take its turn. */
async function untilHisTurnIsOver(): Promise<void> {
  const held = () => house.source.query<object[]>(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted`);
  while ((await held()).length > 0) await house.source.query('SELECT pg_sleep(0.01)');
}

describe('a postman who dies', () => {
  const dies = async (onMessage: OnMessage) => {
    await councillors(house, 3);
    await reminded(house);
    server.onMessage = onMessage;
    const given = server.untilGiven(1);
    const doomed = spawn(process.execPath, [DOOMED, house.appUrl, server.url], { stdio: 'inherit' });
    await given;
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    await untilHisTurnIsOver();
    server.onMessage = 'accepts';
    return new HandTime();
  };

  it('before the server took the mails: they leave once his lease is over, not sooner', async () => {
    const time = await dies('hangs');
    const heir = dispatcherOf(house, server, { time });
    expect(await heir.dispatch()).toEqual(nothing);
    await time.wait(901_000);
    expect(await heir.dispatch()).toMatchObject({ sent: 3 });
    expect(server.received.length).toBe(3);
  });

  it('after the server took the mails: they are noted as sent, and not sent again', async () => {
    const time = await dies('accepts-and-hangs');
    await time.wait(901_000);
    const heir = dispatcherOf(house, server, { time });
    expect(await heir.dispatch()).toEqual({ ...nothing, sent: 3 });
    expect(server.received.length).toBe(3);
    await later(house, 3600);
    expect(await heir.dispatch()).toEqual(nothing);
    expect(server.received.length).toBe(3);
    expect(await mailsOf(house)).toMatchObject([{ state: 'sent' }, { state: 'sent' }, { state: 'sent' }]);
  });

  it('and a server that cannot be asked: what was in its hands is flagged once', async () => {
    const time = await dies('accepts-and-hangs');
    await time.wait(901_000);
    const heir = dispatcherOf(house, server, { time, blind: true });
    expect(await heir.dispatch()).toEqual({ ...nothing, uncertain: 1, sent: 2 });
    expect(await heir.dispatch()).toEqual(nothing);
    expect(await openTasks(house)).toMatchObject([{ kind: 'mail-uncertain' }]);
  });

  it('before the server took a mail: that try counts once', async () => {
    const time = await dies('hangs');
    const tries = async () => (await mailsOf(house)).map(({ attempts }) => attempts).sort();
    expect(await tries()).toEqual([0, 0, 1]);
    await time.wait(901_000);
    server.refuses = () => 450;
    expect(await dispatcherOf(house, server, { time }).dispatch()).toMatchObject({ sent: 0 });
    expect(await tries()).toEqual([1, 1, 1]);
  });

  it('between taking mails and handing them: they leave', async () => {
    const time = await dies('hangs');
    await house.source.query(`UPDATE mails SET state = 'leaving', attempts = 0`);
    await time.wait(901_000);
    expect(await dispatcherOf(house, server, { time }).dispatch()).toEqual({ ...nothing, sent: 3 });
  });
});

describe('a row that cannot be written', () => {
  it('is set apart with a task, and the others leave', async () => {
    await councillors(house, 5);
    await reminded(house);
    await house.source.query(
      `UPDATE notices SET template = 'inconnu' WHERE id = (SELECT min(id::text)::uuid FROM notices WHERE contact_id IS NOT NULL)`,
    );
    expect(await dispatcherOf(house, server).dispatch()).toEqual({ ...nothing, sent: 4, poisoned: 1 });
    expect(await openTasks(house)).toMatchObject([
      { kind: 'notice-unwritable', detail: expect.stringContaining('inconnu') },
    ]);
  });
});
