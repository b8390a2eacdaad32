import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, civilDate, dayOfWeek, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { Walker } from '../builders/walker.js';
import { opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeEach(async () => {
  house = await startHouse();
});

afterEach(() => house.close());

interface Said {
  readonly status: number;
  readonly body: { readonly id?: string; readonly type?: string; readonly items?: readonly Contact[] };
}
interface Contact {
  readonly id: string;
  readonly account: string | null;
}

interface Foretold {
  readonly on: string;
  readonly kind: string;
  readonly due: string | null;
  readonly rung: string | null;
  readonly recipients: readonly { readonly role: string }[];
}

const say = async (account: string, method: string, path: string, body?: object) =>
  (await house.client.send(account, method, `/api${path}`, body)) as unknown as Said;
const contactOf = async (account: string) => {
  const { body } = await say('instructrice', 'GET', '/contacts');
  return body.items?.find(contact => contact.account === account)?.id ?? '';
};
/** The accounts, or the addresses, of those who were sent something about the opinion of the council. */
const mailedAccounts = async (since = '2026-01-01') =>
  (
    await house.source.query<{ address: string }[]>(
      `SELECT DISTINCT m.address FROM mails m JOIN notices n ON n.mail_id = m.id
       WHERE n.kind = 'council-opinion' AND m.state = 'sent' AND n.planned_for >= $1 ORDER BY 1`,
      [since],
    )
  )
    .map(({ address }) => address.split('@')[0] ?? '')
    .sort();
/** The days on which the house will tell a role of something of the dossier, and whether it is overdue by then. */
async function toldOn(role: string, kind?: string) {
  const walker = new Walker(house.client);
  await walker.walk(opening);
  const { body } = await house.client.read('instructrice', `/api/forecast?days=365&pole=${walker.poleId}`);
  const { items } = body as unknown as { items: readonly Foretold[] };
  return items.filter(
    notice => notice.recipients.some(to => to.role === role) && (kind ?? notice.kind) === notice.kind,
  );
}
const council = {
  role: 'council',
  name: 'Boîte du conseil',
  email: 'conseil@pays.example',
  pays: ['02'],
  validFrom: '2026-01-01',
};

describe('who is written to', () => {
  it('is everyone who holds the role on that day for that pays: a shared mailbox too, and no longer who left', async () => {
    await say('instructrice', 'POST', '/contacts', { ...council, shared: true });
    await say('instructrice', 'POST', '/contacts', { ...council, email: 'autre@pays.example', pays: ['05'] });
    await say('instructrice', 'PATCH', `/contacts/${await contactOf('conseil-brest')}`, { validTo: '2026-03-31' });
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-04-22'));
    expect(await mailedAccounts()).toEqual(['conseil', 'conseil-de-developpement']);
  });

  it('is the colleague of who is away, and who is away is not', async () => {
    const [away, delegate] = [await contactOf('conseil-brest'), await contactOf('instructeur-2')];
    await new Walker(house.client).walk(opening);
    const absence = { firstDay: '2026-04-01', lastDay: '2026-04-30', delegate, lends: false };
    expect((await say('conseil-brest', 'POST', `/contacts/${away}/absences`, absence)).status).toBe(201);
    await house.client.step(civilDate('2026-04-22'));
    expect(await mailedAccounts()).toEqual(['conseil-de-developpement', 'instructeur-2']);
  });

  it('is who is away, when the colleague who was to receive has left meanwhile; and a person is asked for another', async () => {
    const [away, delegate] = [await contactOf('conseil-brest'), await contactOf('instructeur-2')];
    await house.owner.query("UPDATE contacts SET valid_to = '2026-01-31' WHERE account = 'conseil-de-developpement'");
    await new Walker(house.client).walk(opening);
    const absence = { firstDay: '2026-04-01', lastDay: '2026-04-30', delegate, lends: false };
    expect((await say('conseil-brest', 'POST', `/contacts/${away}/absences`, absence)).status).toBe(201);
    await say('instructrice', 'PATCH', `/contacts/${delegate}`, { validTo: '2026-04-10' });
    await house.client.step(civilDate('2026-04-22'));
    expect(await mailedAccounts()).toEqual(['conseil-brest']);
    const { body } = await say('instructrice', 'GET', '/tasks');
    expect(body.items).toMatchObject([{ kind: 'delegate-gone', contactId: away }]);
  });

  describe('between the day on which something is planned and that on which their digest leaves', () => {
    /** Plans something, on a day but Monday, for the weekly digest of a reader of the council; answers that day. */
    async function planned(contactId: string): Promise<CivilDate> {
      await say('conseil-brest', 'POST', `/contacts/${contactId}/preferences`, { kind: '*', pace: 'weekly' });
      const forecast = await toldOn('council', 'council-opinion');
      const day = forecast.map(({ on }) => civilDate(on)).find(on => dayOfWeek(on) > 1 && dayOfWeek(on) < 6);
      if (day === undefined) throw new Error('No reminder of the council but on Mondays.');
      await house.client.step(addDays(day, 1));
      expect(await mailedAccounts(day)).not.toContain('conseil-brest');
      return day;
    }

    async function throughTheWeek(from: CivilDate): Promise<void> {
      for (let days = 2; days <= 7; days++) await house.client.step(addDays(from, days));
    }

    it('is the colleague of who has gone away since', async () => {
      const ownContact = await contactOf('conseil-brest');
      const day = await planned(ownContact);
      const absence = {
        firstDay: addDays(day, 1),
        lastDay: addDays(day, 20),
        delegate: await contactOf('porteur-etude'),
        lends: false,
      };
      expect((await say('conseil-brest', 'POST', `/contacts/${ownContact}/absences`, absence)).status).toBe(201);
      await throughTheWeek(day);
      expect(await mailedAccounts(day)).toContain('porteur-etude');
      expect(await mailedAccounts(day)).not.toContain('conseil-brest');
    });

    it('is not told twice when they were told of it already', async () => {
      const ownContact = await contactOf('conseil-brest');
      const day = await planned(ownContact);
      const delegate = await contactOf('conseil-de-developpement');
      const absence = { firstDay: addDays(day, 1), lastDay: addDays(day, 20), delegate };
      expect((await say('conseil-brest', 'POST', `/contacts/${ownContact}/absences`, absence)).status).toBe(201);
      await throughTheWeek(day);
      const rows = await house.source.query(
        'SELECT state, reason FROM notices WHERE contact_id = $1 AND planned_for >= $2',
        [ownContact, day],
      );
      expect(rows).toEqual([{ state: 'suppressed', reason: 'away' }]);
    });

    it('is whoever has taken over from them since', async () => {
      const ownContact = await contactOf('conseil-brest');
      const day = await planned(ownContact);
      await say('instructrice', 'PATCH', `/contacts/${ownContact}`, { validTo: day });
      await say('instructrice', 'POST', '/contacts', { ...council, validFrom: addDays(day, 1) });
      await throughTheWeek(day);
      expect(await mailedAccounts(day)).toContain('conseil');
      expect(await mailedAccounts(day)).not.toContain('conseil-brest');
    });
  });

  it('says so when nobody holds the role', async () => {
    await house.owner.query("UPDATE contacts SET valid_to = '2026-01-31' WHERE role = 'council'");
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-04-22'));
    const rows = await house.source.query(
      "SELECT recipient, state, reason FROM notices WHERE kind = 'council-opinion'",
    );
    expect(rows).toEqual([{ recipient: 'role:council', state: 'suppressed', reason: 'nobody' }]);
  });

  it('is said at once to who asks for a reminder by hand: who will be written to, or why nobody is', async () => {
    const walker = new Walker(house.client);
    await walker.walk(opening);
    const [owed] = await house.source.query<{ id: string }[]>(
      "SELECT id FROM obligations WHERE kind = 'council-opinion' AND state = 'open'",
    );
    const asked = async () => {
      const { status, body } = await house.client.act('instructrice', `/api/obligations/${owed?.id}/reminders`, {});
      return { status, notices: (body as unknown as { notices: readonly object[] }).notices };
    };
    const first = await asked();
    expect(first).toMatchObject({
      status: 201,
      notices: [
        { to: 'council', reason: null },
        { to: 'council', reason: null },
      ],
    });
    await house.owner.query("UPDATE contacts SET valid_to = '2026-01-31' WHERE role = 'council'");
    await house.client.step(civilDate('2026-02-20'));
    expect(await asked()).toMatchObject({ status: 201, notices: [{ state: 'suppressed', reason: 'nobody' }] });
  });

  it('is told in one mail a morning of what they owe and of what others do', async () => {
    await new Walker(house.client).walk(opening);
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-09-01'));
    const mails = await house.source.query<{ debtor: boolean; digest: boolean; aDay: number }[]>(
      `SELECT c.role = o.debtor_role AS debtor, m.digest, (SELECT count(*)::int FROM mails other
         WHERE other.contact_id = c.id AND other.digest AND other.sent_at::date = m.sent_at::date) AS "aDay"
       FROM mails m JOIN contacts c ON c.id = m.contact_id JOIN notices n ON n.mail_id = m.id
       JOIN obligations o ON o.id = n.obligation_id WHERE m.state = 'sent'`,
    );
    for (const owed of [true, false]) expect(mails.filter(({ debtor }) => debtor === owed).length).toBeGreaterThan(2);
    expect(mails.every(({ digest, aDay }) => digest && aDay === 1)).toBe(true);
  });

  it('receives one digest a day when they wish', async () => {
    const contact = await contactOf('porteur-demo');
    await say('porteur-demo', 'POST', `/contacts/${contact}/preferences`, { kind: '*', pace: 'daily' });
    await new Walker(house.client).walk(opening);
    await new Walker(house.client).walk(opening);
    await house.client.step(civilDate('2026-09-01'));
    const mails = await house.source.query<{ notices: number; digest: boolean }[]>(
      `SELECT m.digest, count(*)::int AS notices FROM mails m JOIN notices n ON n.mail_id = m.id
       WHERE m.contact_id = $1 AND m.state = 'sent' GROUP BY m.id ORDER BY m.sent_at`,
      [contact],
    );
    expect(mails.length).toBeGreaterThan(1);
    expect(mails.every(({ digest, notices }) => digest && notices >= 2)).toBe(true);
  });
});

describe('what is refused', () => {
  it.each<[what: string, code: string, body: object]>([
    ['an address that is none', 'invalid-body', { ...council, email: 'nulle part' }],
    ['an unknown role', 'invalid-body', { ...council, role: 'press' }],
    ['a role over before it begins', 'period-reversed', { ...council, validTo: '2025-12-31' }],
    ['a field that does not exist', 'invalid-body', { ...council, phone: '02' }],
  ])('%s', async (_what, code, body) => {
    const { status, body: problem } = await say('instructrice', 'POST', '/contacts', body);
    expect({ status, type: problem.type }).toEqual({ status: 422, type: `urn:jalon:probleme:${code}` });
  });

  it('an absence that overlaps another, a delegate who is away, oneself, a stranger', async () => {
    const [ownContact, other] = [await contactOf('conseil-brest'), await contactOf('instructeur-2')];
    const absence = { firstDay: '2026-04-01', lastDay: '2026-04-30', delegate: other, lends: false };
    const away = async (account: string, body: object, id = ownContact) => {
      const { body: problem } = await say(account, 'POST', `/contacts/${id}/absences`, body);
      return problem.type?.split(':').at(-1);
    };
    expect(await away('conseil-brest', absence)).toBeUndefined();
    expect(await away('conseil-brest', { ...absence, firstDay: '2026-04-30' })).toBe('absences-overlap');
    const colleague = await contactOf('instructrice');
    expect(await away('instructrice', { ...absence, delegate: ownContact }, colleague)).toBe('delegate-away');
    expect(await away('conseil-brest', { ...absence, delegate: ownContact })).toBe('delegate-self');
    expect(await away('conseil-brest', { ...absence, delegate: randomUUID() })).toBe('not-found');
    expect(await away('porteur-demo', { ...absence, firstDay: '2026-06-01', lastDay: '2026-06-02' })).toBe('forbidden');
  });
});

describe('an absence without a delegate', () => {
  const away = async (account: string, firstDay: string, lastDay: string) => {
    const path = `/contacts/${await contactOf(account)}/absences`;
    return (await say(account, 'POST', path, { firstDay, lastDay })).body.type?.split(':').at(-1);
  };
  const leaves = (account: string) =>
    house.owner.query("UPDATE contacts SET valid_to = '2026-02-02' WHERE account = $1", [account]);

  it('is refused when the colleague who remains is away too on one day on which something is said', async () => {
    const [first] = await toldOn('council', 'council-opinion');
    const day = civilDate(first?.on ?? '');
    expect(await away('conseil-de-developpement', day, addDays(day, 1))).toBeUndefined();
    expect(await away('conseil-brest', addDays(day, -9), day)).toBe('absence-unattended');
    expect(await away('conseil-brest', addDays(day, -9), addDays(day, -1))).toBeUndefined();
  });

  it('is refused when what is overdue is still recalled', async () => {
    const last = (await toldOn('council', 'council-opinion')).filter(({ rung }) => !rung?.startsWith('point-')).at(-1);
    expect(last).toMatchObject({ due: expect.any(String) });
    const day = civilDate(last?.on ?? '');
    expect(day > civilDate(last?.due ?? '')).toBe(true);
    await leaves('conseil-de-developpement');
    expect(await away('conseil-brest', day, day)).toBe('absence-unattended');
    expect(await away('conseil-brest', addDays(day, 1), addDays(day, 9))).toBeUndefined();
  });

  it('is refused to who is told of what others owe', async () => {
    const [first] = await toldOn('instructor', 'council-opinion');
    const day = civilDate(first?.on ?? '');
    await leaves('instructeur-2');
    expect(await away('instructrice', day, day)).toBe('absence-unattended');
    expect(await away('gestionnaire-financiere', day, day)).toBeUndefined();
  });
});
