import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { demoSiret } from '../../src/access/demo-accounts.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { Walker } from '../builders/walker.js';
import { moreTime, opening } from '../builders/http-walks.js';
import { Visitor } from '../builders/browser-visitor.js';
import { startHouse, type TestHouse } from '../rig/house.js';

type Label = { readonly label: string };

interface Seen {
  readonly pole: { readonly name: string };
  readonly label: string;
  readonly state: string;
  readonly due: string;
  readonly debtor: { readonly role: string };
  readonly trigger: { readonly type: string } | null;
  readonly dueDates: readonly { readonly due: string; readonly type: string }[];
  readonly extension: { readonly granted: string | null };
  readonly history: readonly { readonly type: string }[];
  readonly notices: readonly { readonly to: string; readonly state: string; readonly rung: string }[];
  readonly toCome: readonly {
    readonly day: string;
    readonly leavesOn: string;
    readonly recipients: readonly Label[];
  }[];
  readonly acts: readonly { readonly act: string; readonly href: string; readonly open: boolean }[];
}

let house: TestHouse;
let pole: string;

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk(moreTime.slice(0, opening.length + 4));
  await house.client.step(civilDate('2026-06-10'));
  pole = walker.poleId;
});

afterAll(() => house.close());

async function idOf(kind: string, of = pole): Promise<string> {
  const rows = await house.source.query<{ id: string }[]>(
    'SELECT id FROM obligations WHERE pole_id = $1 AND kind = $2 ORDER BY opening DESC',
    [of, kind],
  );
  return rows[0]?.id ?? '';
}

async function seenBy(account: string, kind: string, of = pole) {
  const { status, body } = await house.client.read(account, `/api/obligations/${await idOf(kind, of)}`);
  return { status, seen: body as unknown as Seen };
}

describe('something owed, seen whole', () => {
  it('says who owes it, since which fact, and every due date that it had with the fact that moved it', async () => {
    const { seen } = await seenBy('instructrice', 'council-opinion');
    expect(seen).toMatchObject({ state: 'open', due: '2026-06-15', debtor: { role: 'council' } });
    expect(seen.trigger?.type).toBe('council-designated');
    expect(seen.dueDates.map(({ due, type }) => [due, type])).toEqual([
      ['2026-05-04', 'obligation-opened'],
      ['2026-06-15', 'due-date-moved'],
    ]);
    expect(seen.extension.granted).toBe('2026-06-15');
    expect(seen.history.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['extension-requested', 'extension-refused', 'extension-granted']),
    );
  });

  it('says what was sent, to which role, and what will be; nobody’s name or address', async () => {
    const { seen } = await seenBy('instructrice', 'council-opinion');
    expect(seen.notices.filter(({ state }) => state === 'sent').map(({ to }) => to)).toContain('council');
    expect(seen.toCome.map(({ day }) => day)).toEqual([
      ...['2026-06-10', '2026-06-16', '2026-06-30', '2026-07-15', '2026-08-17'],
    ]);
    expect(seen.toCome.map(({ leavesOn }) => leavesOn)).toEqual(seen.toCome.map(({ day }) => day));
    expect(seen.toCome.map(({ recipients }) => recipients.map(({ label }) => label))).toEqual([
      ['Conseil de développement du pays'],
      ['Conseil de développement du pays', 'Instructeur·rice de la Région'],
      ['Conseil de développement du pays', 'Conseiller·ère méthodologique CRESS', 'Instructeur·rice de la Région'],
      ['Conseil de développement du pays', 'Instructeur·rice de la Région', 'Chef·fe de service'],
      ['Conseil de développement du pays', 'Instructeur·rice de la Région'],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/@|demonstration\.example/);
  });

  it('says when rungs that were past already leave: together, the next open morning', async () => {
    const group = { initiator: 'ess-actors', groupName: 'Groupe fictif', groupSiret: demoSiret(1) };
    const declaration = { paysCodes: ['20'], ...group, date: '2026-01-05' };
    const declared = await house.client.act('instructrice', '/api/poles', declaration);
    await house.client.step(civilDate('2026-06-10'));
    const { seen } = await seenBy('instructrice', 'council-designation', declared.body.poleId);
    expect(seen.pole.name).toBe('Groupe fictif');
    const past = seen.toCome.filter(({ day }) => day <= '2026-06-10');
    expect(past.length).toBeGreaterThan(1);
    expect(new Set(past.map(({ leavesOn }) => leavesOn))).toEqual(new Set(['2026-06-11']));
  });

  it('offers each person the acts that are theirs, at an address that does them', async () => {
    const council = await seenBy('conseil-brest', 'council-opinion');
    const act = council.seen.acts.find(offeredAct => offeredAct.act === 'give-opinion');
    expect(act?.open).toBe(true);
    expect((await seenBy('auditrice', 'council-opinion')).seen.acts).toEqual([]);
    const { status } = await house.client.act('conseil-brest', act?.href ?? '', { outcome: 'favourable' });
    expect(status).toBe(201);
    const done = await seenBy('conseil-brest', 'council-opinion');
    expect(done.seen).toMatchObject({ state: 'done', acts: [], toCome: [] });
  });

  it('is shown to nobody else, and not told from what does not exist', async () => {
    const strange = await seenBy('porteur-autre', 'study-choice');
    const absent = await house.client.read('porteur-autre', '/api/obligations/01900000-0000-7000-8000-000000000000');
    const malformed = await house.client.read('porteur-autre', '/api/obligations/rien');
    expect([strange.status, absent.status, malformed.status]).toEqual([404, 404, 404]);
    const problemOf = ({ type, detail }: { type?: string; detail?: string }) => ({ type, detail });
    expect(problemOf(strange.seen as object)).toEqual(problemOf(absent.body));
    expect((await fetch(`${house.url}/api/obligations/${await idOf('study-choice')}`)).status).toBe(401);
  });
});

describe('the links of mails', () => {
  it('lead whoever is not logged in to the login, which leads back to the thing itself', async () => {
    const { text = '' } = await simpleParser(house.mail.received[0]?.source ?? '');
    const link = /\/poles\/[0-9a-f-]+\/echeances\/[0-9a-f-]+/.exec(text)?.[0] ?? '';
    expect(link).not.toBe('');
    const stranger = await new Visitor(house.url).ask(link);
    expect([stranger.status, stranger.location]).toEqual([
      303,
      `${house.url}/connexion?${new URLSearchParams({ vers: link })}`,
    ]);
    const { at, status } = await new Visitor(house.url).logIn('conseil-brest', link);
    expect([status, at]).toEqual([200, house.url + link]);
  });

  it('say nothing of what does not exist to whom it is not known', async () => {
    const asked = await new Visitor(house.url).ask('/poles/x/echeances/y');
    expect([asked.status, asked.location]).toEqual([303, expect.stringContaining('/connexion?vers=')]);
  });
});
