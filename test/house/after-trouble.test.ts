import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { runningFrom } from '../builders/clocks.js';
import { council, opening } from '../builders/http-walks.js';
import { Walker } from '../builders/walker.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let walkers: readonly Walker[];
const address = 'conseil@pays.example';
const FRIDAY_NIGHT = '2026-05-09T01:00:00Z';

beforeEach(async () => {
  house = await startHouse();
  await house.owner.query("UPDATE contacts SET valid_to = '2026-01-31' WHERE role = 'council'");
  walkers = [new Walker(house.client), new Walker(house.client), new Walker(house.client)];
});

afterEach(() => house.close());

async function councilContact(email = address): Promise<string> {
  const { body } = await house.client.act('instructrice', '/api/contacts', {
    ...{ role: 'council', name: 'Conseil fictif', email, validFrom: '2026-01-01' },
  });
  return (body as unknown as { id: string }).id;
}
const open = async () => {
  for (const walker of walkers) await walker.walk(opening);
};
const tasks = async () =>
  (await house.client.read('instructrice', '/api/tasks')).body as unknown as {
    items: { kind: string; detail: string }[];
  };
const kinds = async () => (await tasks()).items.map(({ kind }) => kind);
const opinions = (columns: string) =>
  house.source.query<Record<string, unknown>[]>(
    `SELECT ${columns} FROM notices n JOIN contacts c ON c.id = n.contact_id
     WHERE n.kind = 'council-opinion' AND c.role = 'council' AND n.reason IS DISTINCT FROM 'merged' ORDER BY n.rung_day, n.id`,
  );
const restore = (contact: string, account = 'instructrice') =>
  house.client.send(account, 'POST', `/api/contacts/${contact}/restorations`, {});
const received = () => house.mail.received.filter(({ to }) => to === address);

describe('a house that wakes on a Saturday at three in the morning', () => {
  beforeEach(async () => {
    await councilContact();
    await open();
    await house.client.step(civilDate('2026-04-21'));
    await house.stopEngine();
    await runningFrom(house, FRIDAY_NIGHT);
    await house.startEngine();
  });

  it('rings what is past before its controls look: they find nothing', async () => {
    for (const job of ['dossiers', 'reconciliation']) await house.jobs.runByTheCalendar(job);
    expect((await kinds()).filter(kind => /^(reconciliation|dossier|chain)/.test(kind))).toEqual([]);
    expect(await opinions('n.rung')).toContainEqual({ rung: 'j+1' });
  });

  it('writes to nobody before Monday morning, and then once to each', async () => {
    const before = house.mail.received.length;
    for (const job of ['weekly-digest', 'digests']) await house.jobs.runByTheCalendar(job);
    await house.dispatcher.dispatch();
    expect(house.mail.received.length).toBe(before);
    const late = await opinions('n.rung, n.pace, n.state, n.planned_for AS at');
    expect(late.slice(-3)).toEqual(
      [1, 2, 3].map(() => ({ rung: 'j+1', pace: 'daily', state: 'planned', at: '2026-05-11T06:00:00Z' })),
    );
    await runningFrom(house, '2026-05-11T06:45:30Z');
    await house.jobs.runByTheCalendar('digests');
    await house.dispatcher.dispatch();
    const mails = house.mail.received.slice(before).map(({ to }) => to);
    expect(mails.filter(to => to === address)).toHaveLength(1);
    expect(new Set(mails).size).toBe(mails.length);
  });

  it('dates an escalation by its own day', async () => {
    await house.sweep.run();
    const days = await house.source.query(
      `SELECT DISTINCT j.date FROM journal j JOIN obligations o ON o.id = (j.data->>'obligation')::uuid
       WHERE j.type = 'obligation-escalated' AND o.kind = 'council-opinion'`,
    );
    expect(days).toEqual([{ date: '2026-05-05' }]);
  });
});

describe('an address that receives again', () => {
  let contact: string;

  beforeEach(async () => {
    contact = await councilContact();
    await open();
    house.mail.refusal = '5.1.1 Boîte inconnue';
    house.mail.refuses = to => (to === address ? 550 : undefined);
    await house.client.step(civilDate('2026-05-07'));
    house.mail.refuses = () => undefined;
  });

  it('is lost by a refusal, whose words its task quotes, until someone says so: then it is told once, late, of all that is open', async () => {
    const [task] = (await tasks()).items.filter(({ kind }) => kind === 'mail-refused');
    expect(task?.detail).toContain('550 5.1.1 Boîte inconnue');
    expect(received()).toEqual([]);
    const answer = await restore(contact);
    expect(answer).toMatchObject({ status: 200, body: { id: contact, restored: true, notices: 3 } });
    expect(await kinds()).not.toContain('mail-refused');
    await house.client.step(civilDate('2026-05-08'));
    expect(received()).toHaveLength(1);
    expect(received()[0]?.source.replaceAll(/=\r\n/g, '')).toContain('Rappel en retard');
    expect(await opinions('n.rung, n.state, n.late, n.merges')).toEqual(
      expect.arrayContaining([{ rung: 'j+1', state: 'sent', late: true, merges: 2 }]),
    );
    expect(await restore(contact)).toMatchObject({ body: { restored: false, notices: 0 } });
    await house.client.step(civilDate('2026-05-12'));
    expect(received()).toHaveLength(1);
  });

  it('by the word of those who keep the contacts only, and who said so is kept', async () => {
    expect(await restore(contact, 'porteur-demo')).toMatchObject({ status: 403 });
    expect(await restore('0190a0aa-0000-7000-8000-000000000001')).toMatchObject({ status: 404 });
    await restore(contact);
    expect(
      await house.source.query('SELECT contact_id, address, restored_by, restored_at FROM address_restorations'),
    ).toEqual([
      { contact_id: contact, address, restored_by: 'instructrice', restored_at: expect.stringContaining('2026-05-06') },
    ]);
  });

  it('given again as it is, is refused with what to do; another one is told at once of all that is open', async () => {
    const change = (email: string) => house.client.send('instructrice', 'PATCH', `/api/contacts/${contact}`, { email });
    expect(await change(address)).toMatchObject({ status: 422 });
    expect(await change('autre@pays.example')).toMatchObject({ status: 200 });
    await house.client.step(civilDate('2026-05-08'));
    expect(house.mail.received.filter(({ to }) => to === 'autre@pays.example')).toHaveLength(1);
  });

  it('is told of nothing that was done meanwhile', async () => {
    for (const walker of walkers) await walker.do(council('give-opinion', { outcome: 'favourable' }));
    expect(await restore(contact)).toMatchObject({ body: { restored: true, notices: 0 } });
  });
});

describe('a role that finds its holder', () => {
  it('has them told once, late, of all that nobody could be told of', async () => {
    await open();
    await house.client.step(civilDate('2026-05-07'));
    await councilContact();
    await house.client.step(civilDate('2026-05-08'));
    expect(received()).toHaveLength(1);
    expect(await opinions('n.rung, n.state, n.merges')).toEqual(
      [1, 2, 3].map(() => ({ rung: 'j+1', state: 'sent', merges: 2 })),
    );
    await house.jobs.run('reconciliation');
    expect(await kinds()).not.toContain('nobody');
  });
});
