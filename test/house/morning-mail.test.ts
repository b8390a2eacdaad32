import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { compareMails } from '../../src/simulation/mail-comparison.js';
import { opening, payment, toTheConvention } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
});

afterEach(() => house.close());

const REPORTS = ['activity-report', 'indicators', 'financial-report', 'approved-accounts'];
const COUNCIL = { role: 'council', pays: ['02'], validFrom: '2026-01-01' };

async function say(method: string, path: string, payload: object): Promise<{ readonly id: string }> {
  const { status, body } = await house.client.send('instructrice', method, `/api${path}`, payload);
  if (status >= 300) throw new Error(`${method} ${path} : ${status} ${JSON.stringify(body)}`);
  return body as unknown as { readonly id: string };
}

/** A pôle just declared, whose council owes its opinion on 4 May: its first reminder is for the morning of 20 April. */
async function declaredPole(): Promise<Walker> {
  const walker = new Walker(house.client);
  await walker.walk(opening);
  return walker;
}

/** The mails that left about some kinds, in the order in which they did: when by the clock of Paris, to whom, of what. */
async function mailsOf(...kinds: readonly string[]) {
  return house.source.query<{ at: string; to: string; subject: string; said: readonly string[] }[]>(
    `SELECT to_char(m.sent_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS at, m.address AS to, m.subject,
       array_agg(DISTINCT n.kind || ' ' || n.rung ORDER BY n.kind || ' ' || n.rung) AS said
     FROM mails m JOIN notices n ON n.mail_id = m.id
     WHERE m.state = 'sent' GROUP BY m.id HAVING bool_or(n.kind = ANY($1)) ORDER BY m.sent_at, m.address`,
    [kinds],
  );
}

async function opinion(pole: string): Promise<string> {
  const [row] = await house.source.query<{ id: string }[]>(
    "SELECT id FROM obligations WHERE pole_id = $1 AND kind = 'council-opinion'",
    [pole],
  );
  return row?.id ?? '';
}

async function byHand(pole: string): Promise<void> {
  const { status } = await house.client.act('instructrice', `/api/obligations/${await opinion(pole)}/reminders`, {});
  expect(status).toBe(201);
}

const nothingDiffers = async () =>
  expect((await compareMails(house.source.manager, house.mail.received)).differences).toEqual([]);

describe('what the ladders say', () => {
  it('waits for the morning: the reports of one pôle are one mail to who owes them, however many are due', async () => {
    const walker = new Walker(house.client);
    await walker.walk([...toTheConvention, ...payment]);
    await house.client.step(civilDate('2028-10-03'));
    const carriers = (await mailsOf(...REPORTS)).filter(({ to }) => to === 'porteur-demo@demonstration.example');
    const naming = (rung: string) =>
      carriers.flatMap(({ said }) => (said.some(line => line.endsWith(` ${rung}`)) ? [said] : []));
    const dueTogether = ['activity-report', 'approved-accounts', 'financial-report'];
    expect(naming('jo-3').map(said => said.filter(line => line.endsWith(' jo-3')))).toEqual([
      ['indicators jo-3'],
      dueTogether.map(kind => `${kind} jo-3`),
    ]);
    expect(
      naming('point-2028-10').map(said => said.filter(line => REPORTS.includes(line.split(' ')[0] ?? ''))),
    ).toEqual([[...dueTogether, 'indicators'].map(kind => `${kind} point-2028-10`)]);
    for (const { at } of carriers) expect(at).toMatch(/ 08:4[05]$/);
    await nothingDiffers();
  });

  it('writes to nobody twice on one morning, all pôles together', async () => {
    await declaredPole();
    await declaredPole();
    await house.client.step(civilDate('2026-08-20'));
    const twice = await house.source.query(
      `SELECT lower(address) AS mailbox, (sent_at AT TIME ZONE 'Europe/Paris')::date AS day, count(*)::int AS mails
       FROM mails WHERE state = 'sent' GROUP BY 1, 2 HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const [first] = await mailsOf('council-opinion');
    expect(first).toMatchObject({ at: '2026-04-20 08:40', said: ['council-opinion j-15'] });
    expect(first?.subject).toMatch(/^Lundi 20 avril 2026 : 2 choses à faire/);
    await nothingDiffers();
  });

  it('leaves at once to who chose so, and what is asked by hand does to all', async () => {
    const { body } = await house.client.read('instructrice', '/api/contacts');
    const { items } = body as unknown as { items: readonly { id: string; account: string | null }[] };
    const contact = items.find(({ account }) => account === 'conseil-brest')?.id ?? '';
    await say('POST', `/contacts/${contact}/preferences`, { kind: '*', pace: 'instant' });
    const { poleId } = await declaredPole();
    await house.client.step(civilDate('2026-04-24'));
    await byHand(poleId);
    await house.client.step(civilDate('2026-04-25'));
    const told = (await mailsOf('council-opinion')).map(({ at, to, said }) => [at, to.split('@')[0], ...said]);
    expect(told).toContainEqual(['2026-04-20 08:00', 'conseil-brest', 'council-opinion j-15']);
    const asked = told.filter(([, , said]) => said === 'council-opinion by-hand-1').map(([at]) => at);
    expect(asked).toEqual(['2026-04-24 00:00', '2026-04-24 00:00']);
  });
});

describe('a mailbox entered several times for one role, in other cases and under other names', () => {
  it('is written to once of one thing: in the morning, at once, and by hand', async () => {
    for (const [name, email] of [
      ['Une', 'boite@pays.example'],
      ['Deux', 'BOITE@pays.example'],
      ['Trois', 'boite@PAYS.example'],
    ])
      await say('POST', '/contacts', { ...COUNCIL, name, email });
    for (const name of ['Aussitôt', 'Tout de suite']) {
      const { id } = await say('POST', '/contacts', { ...COUNCIL, name, email: 'presse@pays.example' });
      await say('POST', `/contacts/${id}/preferences`, { kind: '*', pace: 'instant' });
    }
    const { poleId } = await declaredPole();
    await house.client.step(civilDate('2026-04-24'));
    await byHand(poleId);
    await house.client.step(civilDate('2026-04-25'));
    const told = (await mailsOf('council-opinion')).map(({ to, said }) => `${to.toLowerCase()} ${said.join(', ')}`);
    for (const mailbox of ['boite@pays.example', 'presse@pays.example'])
      expect(told.filter(line => line.startsWith(mailbox))).toEqual([
        `${mailbox} council-opinion j-15`,
        `${mailbox} council-opinion by-hand-1`,
      ]);
    const received = house.mail.received.filter(({ to }) => to.toLowerCase() === 'boite@pays.example');
    expect(received).toHaveLength(2);
    await nothingDiffers();
  });

  it('is told as who owes the thing, in the same mail, though it also follows it from week to week', async () => {
    await say('POST', '/contacts', { ...COUNCIL, name: 'Qui doit', email: 'boite@pays.example' });
    await say('POST', '/contacts', {
      validFrom: COUNCIL.validFrom,
      role: 'adviser',
      name: 'Qui suit',
      email: 'Boite@pays.example',
    });
    await declaredPole();
    await house.client.step(civilDate('2026-05-26'));
    const told = (await mailsOf('council-opinion')).filter(({ to }) => to.toLowerCase() === 'boite@pays.example');
    const last = told.filter(({ said }) => said.includes('council-opinion j+15'));
    expect(last).toHaveLength(1);
    await nothingDiffers();
  });
});

describe('what is told for information', () => {
  it('waits for the mail of the week; who is asked to decide is told in the morning', async () => {
    await declaredPole();
    await house.client.step(civilDate('2026-07-15'));
    const told = await house.source.query<{ role: string; rung: string; pace: string; monday: boolean }[]>(
      `SELECT DISTINCT c.role, n.rung, n.pace, extract(isodow FROM m.sent_at AT TIME ZONE 'Europe/Paris') = 1 AS monday
       FROM notices n JOIN contacts c ON c.id = n.contact_id JOIN mails m ON m.id = n.mail_id
       WHERE n.kind = 'council-opinion' AND n.rung IN ('j+15', 'j+30') AND m.state = 'sent' ORDER BY 1, 2`,
    );
    const paces = told.map(({ role, rung, pace }) => `${role} ${rung} ${pace}`);
    expect(paces).toEqual(
      expect.arrayContaining([
        'adviser j+15 weekly',
        'council j+15 daily',
        'instructor j+30 daily',
        'manager j+30 daily',
      ]),
    );
    for (const { role, monday } of told.filter(({ pace }) => pace === 'weekly'))
      expect([role, monday]).toEqual([role, true]);
    await nothingDiffers();
  });
});
