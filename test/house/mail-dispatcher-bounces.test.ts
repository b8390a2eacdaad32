import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { Walker } from '../builders/walker.js';
import { opening } from '../builders/http-walks.js';
import { BOUNCE_SECRET, startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
const address = 'conseil@pays.example';

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

const report = (messageId: string, action = 'failed', status = '5.1.1') =>
  [
    'From: MAILER-DAEMON@relais.example',
    'Subject: Undelivered Mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    ...['--b', 'Content-Type: text/plain', '', 'Votre message n’est pas parvenu.', ''],
    ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relais.example', ''],
    ...[`Final-Recipient: rfc822; ${address}`, `Action: ${action}`, `Status: ${status}`],
    ...['Diagnostic-Code: smtp; 550 5.1.1 Boîte', '  inconnue', ''],
    ...['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, 'Subject: Rappel', ''],
    ...['--b--', ''],
  ].join('\r\n');

async function post(body: object, headers: Record<string, string>) {
  const answer = await fetch(`${house.url}/api/bounces`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const bySecret = { 'X-Jalon-Secret': BOUNCE_SECRET };
const tasks = async () =>
  (await house.client.read('instructrice', '/api/tasks')).body as unknown as { items: object[] };
const notices = () =>
  house.source.query<{ rung: string; state: string; reason: string | null }[]>(
    `SELECT n.rung, n.state, n.reason FROM notices n JOIN contacts c ON c.id = n.contact_id
     WHERE c.email = $1 AND n.kind = 'council-opinion' ORDER BY n.rung_day, n.rung`,
    [address],
  );

describe('a mail that comes back', () => {
  let contact: string;

  beforeAll(async () => {
    const added = await house.client.act('instructrice', '/api/contacts', {
      ...{ role: 'council', name: 'Conseil fictif', email: address, validFrom: '2026-01-01' },
    });
    contact = (added.body as unknown as { id: string }).id;
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-04-22'));
  });

  it('left once, moved by the clock', () => {
    expect(house.mail.received.filter(({ to }) => to === address).length).toBeGreaterThan(0);
  });

  it('is told by nobody who does not know the secret', async () => {
    expect(await post({ address }, {})).toMatchObject({ status: 401 });
    expect(await post({ address }, { 'X-Jalon-Secret': 'un autre' })).toMatchObject({ status: 401 });
  });

  it('late only, is no bounce; of something unknown, is refused rather than forgotten', async () => {
    const messageId = '<inconnu@jalon.example>';
    const late = report(messageId, 'delayed', '4.4.1');
    expect(await post({ report: late }, bySecret)).toMatchObject({ status: 200, body: { reported: 0 } });
    const nobody = (at: string) => ({ status: 422, body: { errors: [{ code: 'bounce-of-nobody', pointer: at }] } });
    expect(await post({ messageId }, bySecret)).toMatchObject(nobody('/messageId'));
    expect(await post({ address: 'inconnue@pays.example' }, bySecret)).toMatchObject(nobody('/address'));
    const unknown = report(messageId).replace(address, 'inconnue@pays.example');
    expect(await post({ report: unknown }, bySecret)).toMatchObject(nobody('/report'));
    expect(await post({}, bySecret)).toMatchObject({ status: 422 });
    expect(await post({ report: null }, bySecret)).toMatchObject({ status: 422 });
    expect((await tasks()).items).toEqual([]);
  });

  it('for now only, or before its server’s answer is noted, is marked and stops nothing', async () => {
    const [{ messageId = '' } = {}] = house.mail.received.filter(({ to }) => to === address);
    const of = (what: string) => house.owner.query(what, [messageId]);
    await of(`UPDATE mails SET state = 'handed', lease_until = now() WHERE message_id = $1`);
    const bare = messageId.replaceAll(/[<>]/g, '');
    const answer = await post({ messageId: bare, reason: '452 4.2.2 Boîte pleine' }, bySecret);
    expect(answer).toEqual({ status: 200, body: { reported: 1, mails: 1, contacts: 0 } });
    const [mail] = await of('SELECT id, state FROM mails WHERE message_id = $1');
    expect(mail).toMatchObject({ state: 'bounced' });
    await of(`UPDATE mails SET state = 'sent', sent_at = now(), answer = '' WHERE message_id = $1`);
    await of(`UPDATE notices SET state = 'sent', reason = NULL FROM mails m WHERE m.id = mail_id AND message_id = $1`);
    await house.owner.query('UPDATE tasks SET closed_at = opened_at');
  });

  it('by its report, is marked once, makes a task, and stops what follows', async () => {
    const [{ messageId = '' } = {}] = house.mail.received.filter(({ to }) => to === address);
    const answer = await post({ report: report(messageId) }, bySecret);
    expect(answer).toEqual({ status: 200, body: { reported: 1, mails: 1, contacts: 1 } });
    expect(await post({ report: report(messageId) }, bySecret)).toMatchObject({ body: { mails: 0, contacts: 0 } });
    expect((await tasks()).items).toEqual([
      expect.objectContaining({ kind: 'address-bounced', contactId: contact, contactName: 'Conseil fictif' }),
    ]);
    const written = () => house.mail.received.filter(({ to }) => to === address).length;
    const before = written();
    await house.client.step(civilDate('2026-05-06'));
    expect(written()).toBe(before);
    const noticeRows = await notices();
    expect(noticeRows[0]).toEqual({ rung: 'j-15', state: 'bounced', reason: 'bounced' });
    expect(noticeRows.slice(1).map(({ reason }) => reason)).toEqual(['unreachable', 'unreachable']);
  });

  it('is written to again once its address has changed, and its task is closed', async () => {
    await fetch(`${house.url}/api/contacts/${contact}`, {
      method: 'PATCH',
      headers: { authorization: await house.client.authorization('instructrice'), 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'autre@pays.example' }),
    });
    expect((await tasks()).items).toEqual([]);
    await house.client.step(civilDate('2026-05-20'));
    expect(house.mail.received.map(({ to }) => to)).toContain('autre@pays.example');
  });
});

describe('a report that no server of mail writes', () => {
  it.each([
    ['thousands of parts', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}--b--`],
    [
      'thousands of recipients',
      Array.from({ length: 3000 }, (_, rank) => `Final-Recipient: rfc822; a${rank}@b.example\nAction: failed\n`).join(
        '\n',
      ),
    ],
  ])('of %s is refused at once', async (_name, text) => {
    expect(await post({ report: text }, bySecret)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'report-unreadable', pointer: '/report' }] },
    });
  });
});

describe('the wordings', () => {
  it('are seen before they are sent', async () => {
    const { body } = await house.client.read('instructrice', '/api/notices/templates/late/preview');
    expect(body).toMatchObject({ subject: expect.stringContaining('En retard') });
    expect(JSON.stringify(body)).toContain('il aurait dû partir le 13 mars 2026');
    expect(JSON.stringify(body)).toContain('à la place de Camille Exemple');
    const digest = await house.client.read('instructrice', '/api/notices/templates/digest/preview');
    expect(digest.body).toMatchObject({ html: expect.stringContaining('<li ') });
    expect((await house.client.read('instructrice', '/api/notices/templates/inconnu/preview')).status).toBe(404);
    expect((await house.client.read('porteur-demo', '/api/notices/templates/late/preview')).status).toBe(403);
  });
});
