import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { demoSiret } from '../../src/access/demo-accounts.js';
import { People } from '../../src/access/people.js';
import { DEMO_CONTACTS } from '../../src/app/demo-contacts.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { addAbsence } from '../../src/record/people/absences.js';
import type { Role } from '../../src/domain/dossier/roles.js';
import { holdsOnly } from '../builders/rights.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.close());

afterEach(async () => {
  await house.owner.query('DELETE FROM absences');
  await house.owner.query('DELETE FROM former_absences');
  await house.owner.query('DELETE FROM contacts WHERE NOT id = ANY($1)', [DEMO_CONTACTS.map(({ id }) => id)]);
  await house.owner.query('UPDATE contacts SET valid_to = NULL, unreachable_since = NULL');
});

interface Answer {
  readonly id?: string;
  readonly lends?: boolean;
  readonly type?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer?: string }[];
  readonly items?: readonly { readonly id: string; readonly absences: readonly object[] }[];
}

/** The house stands on 2 February 2026. */
const TODAY = { firstDay: '2026-02-02', lastDay: '2026-02-20' };
const MARCH = { firstDay: '2026-03-02', lastDay: '2026-03-20' };

const contactOf = (account: string) => DEMO_CONTACTS.find(contact => contact.account === account)?.id ?? '';
const say = async (account: string, method: string, path: string, body?: object) => {
  const answer = await house.client.send(account, method, `/api${path}`, body);
  return { status: answer.status, body: answer.body as Answer };
};
/** Someone notes that another is away, and who replaces them. */
const away = (by: string, who: string, delegate: string | undefined, days: object = TODAY) =>
  say(by, 'POST', `/contacts/${contactOf(who)}/absences`, {
    ...days,
    ...(delegate === undefined ? {} : { delegate: contactOf(delegate) || delegate }),
  });
const pathOf = (who: string, id = '') => `/contacts/${contactOf(who)}/absences/${id}`;
const codeOf = ({ body }: { body: Answer }) => body.type?.split(':').at(-1);
/** The roles that an account is lent today, and by whom. */
const lentTo = async (account: string) =>
  (await new People(house.source).actors(account)).flatMap(({ role, insteadOf }) =>
    insteadOf === undefined ? [] : [`${role} of ${insteadOf}`],
  );
/** What is noted of someone's absences, and what was before. */
const notedOf = async (who: string) => {
  const { body } = await say('instructrice', 'GET', '/contacts');
  return body.items?.find(({ id }) => id === contactOf(who));
};
const addContact = async (role: string, account: string, more: object = {}) => {
  const body = { ...more, role, name: 'Nom', email: 'nom@region.example', account, validFrom: '2026-01-01' };
  return (await say('administratrice', 'POST', '/contacts', body)).body.id ?? '';
};

/** Returns once a transaction of the house waits for another. */
async function someoneWaits(): Promise<void> {
  const waiting = "SELECT FROM pg_locks WHERE NOT granted AND relation = 'absences'::regclass";
  while ((await house.owner.query<object[]>(waiting)).length === 0) await house.owner.query('SELECT pg_sleep(0.02)');
}

describe('the power to act', () => {
  it.each([
    ['the absent person themself', 'cheffe-de-service', 'instructeur-2'],
    ['another manager', 'chef-de-service-2', 'instructeur-2'],
  ])('is lent by %s', async (_who, by, delegate) => {
    const { status, body } = await away(by, 'cheffe-de-service', delegate);
    expect({ status, lends: body.lends }).toEqual({ status: 201, lends: true });
    expect(await lentTo(delegate)).toEqual(['manager of cheffe-de-service']);
  });

  it.each([
    ['an instructor who names themself', 'instructrice', 'cheffe-de-service', 'instructrice'],
    ['an instructor who names another', 'instructrice', 'cheffe-de-service', 'instructeur-2'],
    ['a manager who names themself', 'chef-de-service-2', 'cheffe-de-service', 'chef-de-service-2'],
    ['a manager, of a role that is not theirs', 'cheffe-de-service', 'gestionnaire-financiere', 'instructeur-2'],
    ['an administrator', 'administratrice', 'cheffe-de-service', 'instructeur-2'],
  ])('is not lent by %s, who diverts the mails only', async (_who, by, absent, delegate) => {
    const { status, body } = await away(by, absent, delegate);
    expect({ status, lends: body.lends }).toEqual({ status: 201, lends: false });
    expect(await lentTo(delegate)).toEqual([]);
  });

  it('is lent neither to who administers, nor for a role that the delegate does not hold', async () => {
    for (const [role, account] of [
      ['instructor', 'administratrice'],
      ['manager', 'conseil-brest'],
    ] as const) {
      const refused = await away('instructrice', 'instructrice', await addContact(role, account));
      expect([codeOf(refused), refused.body.errors?.[0]?.pointer]).toEqual(['delegate-could-not-act', '/delegate']);
    }
  });

  it.each([
    ['a carrier to a stranger', 'porteur-demo', 'porteur-autre'],
    ['a carrier to who carries other bodies', 'porteur-demo', 'porteur-etude'],
    ['a carrier to someone of the Région', 'porteur-demo', 'instructrice'],
    ['someone of the Région to the CRESS', 'instructrice', 'conseiller-cress'],
    ['a co-funder to a carrier', 'cofinanceur-22', 'porteur-demo'],
  ])('is not lent by %s', async (_who, absent, delegate) => {
    expect(codeOf(await away(absent, absent, delegate))).toBe('delegate-could-not-act');
    expect(await lentTo(delegate)).toEqual([]);
  });

  it('is not lent to who is only to receive, who may be of any service, until the person says otherwise', async () => {
    const { body } = await away('porteur-demo', 'porteur-demo', 'porteur-autre', { ...TODAY, lends: false });
    expect(body.lends).toBe(false);
    const changed = async (change: object) => say('porteur-demo', 'PATCH', pathOf('porteur-demo', body.id), change);
    expect((await changed({ lastDay: '2026-02-28' })).body.lends).toBe(false);
    expect(codeOf(await changed({ lends: true }))).toBe('delegate-could-not-act');
    expect(await lentTo('porteur-autre')).toEqual([]);
    const lent = await away('cheffe-de-service', 'cheffe-de-service', 'instructeur-2');
    const path = pathOf('cheffe-de-service', lent.body.id);
    expect((await say('cheffe-de-service', 'PATCH', path, { lends: false })).body.lends).toBe(false);
    expect(await lentTo('instructeur-2')).toEqual([]);
  });

  it('is lent for the bodies and the pays that the delegate represents too, or is the named contact of', async () => {
    await away('conseil-de-developpement', 'conseil-de-developpement', 'conseil-brest');
    await addContact('carrier', 'porteur-autre', { bodies: [demoSiret(1)] });
    const named = await addContact('carrier', 'porteur-autre', { bodies: [demoSiret(2)] });
    expect((await away('porteur-demo', 'porteur-demo', named)).body.lends).toBe(true);
    const perimeterOf = async (account: string) =>
      (await new People(house.source).actors(account))
        .filter(({ insteadOf }) => insteadOf !== undefined)
        .map(({ bodies, pays }) => ({ bodies, pays }));
    expect(await perimeterOf('conseil-brest')).toEqual([{ bodies: [], pays: ['02'] }]);
    expect(await perimeterOf('porteur-autre')).toEqual([{ bodies: [demoSiret(2)], pays: [] }]);
  });

  it('is lent for six months at most, even by an absence noted without an end', async () => {
    const noted = (lastDay: string) =>
      away('cheffe-de-service', 'cheffe-de-service', 'instructeur-2', { firstDay: '2026-02-02', lastDay });
    expect(codeOf(await noted('2030-12-31'))).toBe('absence-too-long');
    expect(codeOf(await noted('2026-08-02'))).toBe('absence-too-long');
    expect((await noted('2026-08-01')).status).toBe(201);
    await house.owner.query("UPDATE absences SET first_day = '2025-08-02', last_day = '9999-12-31'");
    expect(await lentTo('instructeur-2')).toEqual([]);
    await house.owner.query("UPDATE absences SET first_day = '2025-08-03'");
    expect(await lentTo('instructeur-2')).toEqual(['manager of cheffe-de-service']);
  });

  it('is lent neither by who administers, whatever else they hold', async () => {
    const right = (role: Role) => ({ role, bodies: [], pays: [] });
    const hold = (...roles: readonly Role[]) => holdsOnly(house.source.manager, 'chef-de-service-2', roles.map(right));
    await hold('manager', 'admin');
    expect(codeOf(await away('chef-de-service-2', 'chef-de-service-2', 'instructeur-2'))).toBe(
      'delegate-could-not-act',
    );
    expect(await lentTo('instructeur-2')).toEqual([]);
    await hold('manager');
  });

  it('does not open what a role keeps: the absences and the preferences of others', async () => {
    await away('cheffe-de-service', 'cheffe-de-service', 'gestionnaire-financiere');
    expect(await lentTo('gestionnaire-financiere')).toEqual(['manager of cheffe-de-service']);
    const council = contactOf('conseil-brest');
    const preference = { kind: '*', pace: 'weekly' };
    const asked = [
      await away('gestionnaire-financiere', 'conseil-brest', 'conseil-de-developpement', MARCH),
      await say('gestionnaire-financiere', 'POST', `/contacts/${council}/preferences`, preference),
      await say('gestionnaire-financiere', 'GET', '/contacts'),
    ];
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('an absence that was noted', () => {
  it('is corrected, in its days and its delegate; who said so and when is kept, with what it said before', async () => {
    const { body } = await away('cheffe-de-service', 'cheffe-de-service', 'instructeur-2', MARCH);
    const change = { lastDay: '2026-03-10', delegate: contactOf('chef-de-service-2') };
    const path = pathOf('cheffe-de-service', body.id);
    expect(await say('cheffe-de-service', 'PATCH', path, change)).toMatchObject({ status: 200, body: { lends: true } });
    const [first, second] = [contactOf('instructeur-2'), contactOf('chef-de-service-2')];
    const commonFields = { id: body.id, firstDay: '2026-03-02', notedAt: '2026-02-02T08:00:00.000Z' };
    expect(await notedOf('cheffe-de-service')).toMatchObject({
      absences: [
        { ...commonFields, lastDay: '2026-03-10', delegateId: second, notedBy: 'cheffe-de-service', lends: true },
      ],
      formerAbsences: [
        {
          ...{ ...commonFields, lastDay: '2026-03-20', delegateId: first, notedBy: 'cheffe-de-service' },
          ...{ replacedBy: 'cheffe-de-service', replacedAt: '2026-02-02T08:00:00.000Z' },
        },
      ],
    });
  });

  it('lends no more than it did when someone who may not lend changes it', async () => {
    const { body } = await away('cheffe-de-service', 'cheffe-de-service', 'instructeur-2');
    const changed = async (change: object) =>
      (await say('instructrice', 'PATCH', pathOf('cheffe-de-service', body.id), change)).body.lends;
    expect(await changed({ lastDay: '2026-02-10' })).toBe(true);
    expect(await changed({ lastDay: '2026-02-11' })).toBe(false);
    expect(await lentTo('instructeur-2')).toEqual([]);
  });

  it('is over the day before a return, and nobody acts in their place any more', async () => {
    const days = { firstDay: '2026-01-20', lastDay: '2026-02-20' };
    const { body } = await away('cheffe-de-service', 'cheffe-de-service', 'instructeur-2', days);
    const path = pathOf('cheffe-de-service', body.id);
    expect((await say('cheffe-de-service', 'DELETE', path)).status).toBe(200);
    expect(await lentTo('instructeur-2')).toEqual([]);
    expect(await notedOf('cheffe-de-service')).toMatchObject({
      absences: [{ lastDay: '2026-02-01' }],
      formerAbsences: [{ lastDay: '2026-02-20' }],
    });
    expect(codeOf(await say('cheffe-de-service', 'DELETE', path))).toBe('absence-over');
    expect(codeOf(await say('cheffe-de-service', 'PATCH', path, { lastDay: '2026-02-20' }))).toBe('absence-over');
  });

  it('is taken back before it begins', async () => {
    const { body } = await away('conseil-brest', 'conseil-brest', 'conseil-de-developpement', MARCH);
    expect((await say('conseil-brest', 'DELETE', pathOf('conseil-brest', body.id))).status).toBe(200);
    expect(await notedOf('conseil-brest')).toMatchObject({ absences: [], formerAbsences: [MARCH] });
    expect((await say('conseil-brest', 'DELETE', pathOf('conseil-brest', body.id))).status).toBe(404);
  });

  it('is changed by the person and by those who keep the contacts, by nobody else', async () => {
    const { body } = await away('conseil-brest', 'conseil-brest', 'conseil-de-developpement', MARCH);
    const path = pathOf('conseil-brest', body.id);
    for (const account of ['porteur-demo', 'conseil-de-developpement', 'gestionnaire-financiere', 'auditrice'])
      for (const method of ['PATCH', 'DELETE'])
        expect((await say(account, method, path, method === 'PATCH' ? {} : undefined)).status).toBe(403);
    expect((await say('instructrice', 'PATCH', pathOf('porteur-demo', body.id), {})).status).toBe(404);
  });

  it('is not changed into what would be refused', async () => {
    const { body } = await away('conseil-brest', 'conseil-brest', 'conseil-de-developpement', MARCH);
    await away('conseil-brest', 'conseil-brest', undefined, { firstDay: '2026-04-06', lastDay: '2026-04-10' });
    const changed = async (change: object) =>
      codeOf(await say('conseil-brest', 'PATCH', pathOf('conseil-brest', body.id), change));
    expect(await changed({ lastDay: '2026-03-01' })).toBe('period-reversed');
    expect(await changed({ lastDay: '2026-04-06' })).toBe('absences-overlap');
    expect(await changed({ delegate: contactOf('conseil-brest') })).toBe('delegate-self');
    expect(await notedOf('conseil-brest')).toMatchObject({ formerAbsences: [] });
  });
});

describe('someone who receives in the place of another', () => {
  it('does not go away on those days until somebody else is named, and is told for whom', async () => {
    const { body } = await away('instructrice', 'instructrice', 'instructeur-2', MARCH);
    const goes = () =>
      away('instructeur-2', 'instructeur-2', 'chef-de-service-2', { firstDay: '2026-03-20', lastDay: '2026-03-25' });
    const refused = await goes();
    expect(codeOf(refused)).toBe('delegation-received');
    expect(refused.body.detail).toContain('Instructrice de la Région');
    await say('instructrice', 'PATCH', pathOf('instructrice', body.id), { delegate: contactOf('cheffe-de-service') });
    expect((await goes()).status).toBe(201);
  });

  it('is one of two who named each other at the same time, and not both', async () => {
    const [ownContact, other] = [contactOf('instructrice'), contactOf('instructeur-2')];
    const absence = {
      contact: ownContact,
      delegate: other,
      firstDay: civilDate('2026-03-02'),
      lastDay: civilDate('2026-03-20'),
    };
    const author = { account: 'instructrice', roles: ['instructor'] } as const;
    const later = await house.source.transaction(async manager => {
      await addAbsence(manager, house.book, absence, author);
      const answer = away('instructeur-2', 'instructeur-2', 'instructrice', MARCH);
      await Promise.race([answer, someoneWaits()]);
      return { answer };
    });
    expect(codeOf(await later.answer)).toBe('delegation-received');
  });

  it('is there on all of those days, and mails reach them', async () => {
    const named = async () => codeOf(await away('conseil-brest', 'conseil-brest', 'conseil-de-developpement', MARCH));
    const delegate = contactOf('conseil-de-developpement');
    await say('instructrice', 'PATCH', `/contacts/${delegate}`, { validTo: '2026-03-19' });
    expect(await named()).toBe('delegate-gone');
    await say('instructrice', 'PATCH', `/contacts/${delegate}`, { validTo: '2026-03-20' });
    await house.owner.query("UPDATE contacts SET unreachable_since = '2026-01-31' WHERE id = $1", [delegate]);
    expect(await named()).toBe('delegate-unreachable');
    await say('instructrice', 'PATCH', `/contacts/${delegate}`, { email: 'nouvelle@pays.example' });
    expect(await named()).toBeUndefined();
  });
});
