import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { endLeases } from '../../src/faults/leases.js';
import { compareMails } from '../../src/simulation/mail-comparison.js';
import { Walker } from '../builders/walker.js';
import { opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
  await house.owner.query('DELETE FROM contacts');
  await house.client.act('instructrice', '/api/contacts', {
    ...{ role: 'council', name: 'Conseil fictif', email: 'conseil@pays.example', validFrom: '2026-01-01' },
  });
  await new Walker(house.client).walk(opening);
});

afterEach(() => house.close());

const dates = () => house.mail.received.map(({ source }) => /^Date: (.*)$/m.exec(source)?.[1]?.trim());
const toldOfOpinion = () =>
  house.source.query<{ rung: string; state: string; sentAt: string }[]>(
    `SELECT n.rung, n.state, m.sent_at AS "sentAt" FROM notices n JOIN mails m ON m.id = n.mail_id
     WHERE n.kind = 'council-opinion' ORDER BY n.rung_day, n.rung`,
  );

describe('the clock that steps lets the postman go round between two alarms', () => {
  it('so that each reminder leaves on its own day', async () => {
    await house.client.step(civilDate('2026-05-21'));
    expect(await toldOfOpinion()).toEqual([
      { rung: 'j-15', state: 'sent', sentAt: '2026-04-20T06:40:00Z' },
      { rung: 'jo-3', state: 'sent', sentAt: '2026-04-28T06:45:00Z' },
      { rung: 'j+1', state: 'sent', sentAt: '2026-05-05T06:45:00Z' },
      { rung: 'j+15', state: 'sent', sentAt: '2026-05-19T06:45:00Z' },
    ]);
    expect(dates()).toContain('Mon, 20 Apr 2026 06:40:00 +0000');
  });

  it('and stops where a mail is tried again, when the server was away for two days', async () => {
    await house.client.step(civilDate('2026-04-20'));
    await house.mail.stop();
    await house.client.step(civilDate('2026-04-22'));
    expect(house.mail.received).toEqual([]);
    await house.mail.start();
    await house.client.step(civilDate('2026-04-24'));
    const about = house.mail.received.filter(({ subject }) => subject !== '');
    expect(new Set(about.map(({ messageId }) => messageId)).size).toBe(about.length);
    const [first] = await toldOfOpinion();
    expect(first).toMatchObject({ rung: 'j-15', state: 'sent' });
    expect(first?.sentAt.slice(0, 10)).toBe('2026-04-22');
  });
});

describe('the database cut off while a mail is with its server', () => {
  it('is told as such, if at all, to whoever moves the clock, and the mail left once', async () => {
    house.mail.onMessage = 'accepts-and-hangs';
    const moving = house.client.send('administratrice', 'POST', '/api/clock', { to: '2026-04-21' });
    await house.mail.untilGiven(1);
    await house.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename <> current_user`,
    );
    house.mail.onMessage = 'accepts';
    house.mail.dropAll();
    expect([200, 503]).toContain((await moving).status);
    await endLeases(house.owner);
    await house.client.step(civilDate('2026-04-22'));
    expect(house.mail.received.map(({ to }) => to)).toContain('conseil@pays.example');
    expect((await compareMails(house.source.manager, house.mail.received)).differences).toEqual([]);
  });
});

describe('the round of each minute', () => {
  it('delivers what is planned', async () => {
    await house.mail.stop();
    await house.client.step(civilDate('2026-04-21'));
    await house.source.query(`UPDATE mails SET next_try_at = (SELECT stands_at FROM clock)`);
    await house.source.query('UPDATE mail_server SET held_until = NULL');
    await house.mail.start();
    const handle = await house.temporal.workflow.start('postman', {
      ...{ workflowId: 'postman-of-a-test', taskQueue: house.settings.taskQueue, args: [] },
    });
    await handle.result();
    expect(house.mail.received.length).toBeGreaterThan(0);
    expect(house.mail.received.map(({ to }) => to)).toContain('conseil@pays.example');
  });
});
