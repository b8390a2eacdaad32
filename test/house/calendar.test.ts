import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { demoSiret } from '../../src/access/demo-accounts.js';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { holdsOnly } from '../builders/rights.js';
import { Walker } from '../builders/walker.js';
import { declaration, instructor, opening } from '../builders/http-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;
let walker: Walker;

beforeEach(async () => {
  house = await startHouse();
  walker = new Walker(house.client);
});

afterEach(() => house.close());

interface Told {
  readonly url: string;
  readonly revoked: boolean;
}

const ask = async (account: string, method: 'POST' | 'DELETE') => {
  const { status, body } = await house.client.send(account, method, '/api/me/calendar');
  return { status, body: body as unknown as Told };
};
/** The private address of someone, a new one each time, where this house answers. */
const addressOf = async (account: string) => house.url + new URL((await ask(account, 'POST')).body.url).pathname;
const textAt = async (address: string) => (await fetch(address)).text();

/** The events of a calendar, as a parser that is not ours reads them. */
async function eventsAt(address: string) {
  const calendar = new ICAL.Component(ICAL.parse(await textAt(address)) as object[]);
  return calendar.getAllSubcomponents('vevent').map(event => {
    const value = (name: string) => String(event.getFirstPropertyValue(name));
    const [summary, day, status] = [value('summary'), value('dtstart'), value('status')];
    return { summary, day, status, uid: value('uid'), sequence: value('sequence'), stamp: value('dtstamp'), value };
  });
}
const kindsAt = async (address: string) =>
  (await eventsAt(address)).map(({ summary }) => summary.split(' – ')[0] ?? '').sort();

async function groupOwed() {
  const [row] = await house.source.query<{ id: string; due: string }[]>(
    `SELECT id, due FROM obligations WHERE kind = 'local-group' AND state = 'open'`,
  );
  if (!row) throw new Error('Aucun groupe attendu.');
  return row;
}

const GROUP = 'Constitution du groupe local';
const COUNCIL = 'Désignation du Conseil de développement à consulter';
const STUDY = 'Choix de faire ou non une étude de préfiguration';
const OPINION = 'Avis du Conseil de développement';
const MEETING = 'Première rencontre du groupe avec la CRESS';

/** What each person finds when one pôle has its group and its council, and another, elsewhere, neither. */
const THEIRS: Readonly<Record<string, readonly string[]>> = {
  instructrice: [OPINION, STUDY, GROUP, COUNCIL, MEETING, `Tenue — ${GROUP}`, `Tenue — ${COUNCIL}`],
  'porteur-demo': [STUDY, `Tenue — ${GROUP}`, `Tenue — ${COUNCIL}`],
  'porteur-autre': [GROUP, COUNCIL],
  'conseil-brest': [OPINION],
  'conseil-de-developpement': [OPINION],
  'conseiller-cress': [MEETING],
  'cheffe-de-service': [],
  auditrice: [],
};

describe('the calendar of someone', () => {
  it('moves the day of an event when an act moves its due date, under the same identity', async () => {
    await walker.walk(opening.slice(0, 1));
    const { id, due } = await groupOwed();
    const address = await addressOf('porteur-demo');
    const find = async () => (await eventsAt(address)).find(({ uid }) => uid === `${id}@jalon`);
    expect(await find()).toMatchObject({ day: due, sequence: '0', status: 'CONFIRMED', stamp: '2026-02-02T08:00:00Z' });

    await house.client.step(civilDate('2026-03-02'));
    const until = addDays(civilDate(due), 31);
    const granted = await house.client.act('instructrice', `/api/obligations/${id}/extensions`, {
      until,
      reason: 'Motif.',
    });
    expect(granted.status).toBe(201);
    expect(await find()).toMatchObject({ day: until, sequence: '1', stamp: '2026-03-01T23:00:00Z' });
  });

  it('says what is owed, by whom, by virtue of what, and where to see it', async () => {
    await walker.walk(opening.slice(0, 1));
    const { id } = await groupOwed();
    const [event] = (await eventsAt(await addressOf('porteur-demo'))).filter(({ uid }) => uid.startsWith(id));
    const link = `https://jalon.example/poles/${walker.poleId}/echeances/${id}`;
    expect(event?.summary).toBe('Constitution du groupe local – Structure porteuse, Groupe fictif');
    expect(event?.value('url')).toBe(link);
    expect(event?.value('description').split('\n')).toEqual([
      expect.stringMatching(/^Dû par : Structure porteuse/),
      'Pôle : Groupe fictif',
      "En vertu de : Règlement de l'aide, constitution du groupe local",
      `Voir : ${link}`,
    ]);
  });

  it('tells the same twice, byte for byte, the week after too', async () => {
    await walker.walk(opening);
    const address = await addressOf('instructrice');
    const before = await textAt(address);
    expect(await textAt(address)).toBe(before);
    await house.client.step(civilDate('2026-02-09'));
    expect(await textAt(address)).toBe(before);
  });

  it('tells for sixty days that what was done is cancelled, then no more', async () => {
    await walker.walk(opening.slice(0, 1));
    const { id } = await groupOwed();
    const address = await addressOf('porteur-demo');
    await walker.walk(opening.slice(1, 2));
    const find = async () => (await eventsAt(address)).find(({ uid }) => uid === `${id}@jalon`);
    expect(await find()).toMatchObject({
      status: 'CANCELLED',
      sequence: '1',
      summary: expect.stringMatching(/^Tenue/),
    });
    await house.client.step(addDays(civilDate('2026-02-02'), 60));
    expect(await find()).toMatchObject({ status: 'CANCELLED' });
    await house.client.step(addDays(civilDate('2026-02-02'), 61));
    expect(await find()).toBeUndefined();
  });

  it('holds what they owe and what is owed to them, in their pôles, and nothing of the others', async () => {
    await walker.walk(opening);
    const elsewhere = { ...declaration, paysCodes: ['05'], groupSiret: demoSiret(901) };
    await new Walker(house.client).walk([instructor('declare-initiative', elsewhere)]);
    const kindsByAccount: Record<string, readonly string[]> = {};
    for (const account of Object.keys(THEIRS)) kindsByAccount[account] = await kindsAt(await addressOf(account));
    expect(kindsByAccount).toEqual(THEIRS);
  });

  it('holds all that is owed in the pôles that they follow, as long as they follow them and may read them', async () => {
    await walker.walk(opening);
    const follow = (account: string, method: string, pole = walker.poleId) =>
      house.client.send(account, method, `/api/me/followed-poles/${pole}`);
    const address = await addressOf('auditrice');
    expect((await follow('auditrice', 'PUT')).body).toMatchObject({ followed: true });
    expect((await follow('auditrice', 'PUT')).status).toBe(200);
    expect(await kindsAt(address)).toEqual(expect.arrayContaining([OPINION, STUDY, MEETING]));
    const { body } = await house.client.read('auditrice', '/api/me/followed-poles');
    expect(body).toEqual({ items: [{ id: walker.poleId, name: expect.any(String) }] });
    for (const [account, method, pole] of [
      ['porteur-autre', 'PUT', walker.poleId],
      ['porteur-autre', 'DELETE', walker.poleId],
      ['auditrice', 'PUT', 'rien'],
      ['auditrice', 'PUT', '01900000-0000-7000-8000-000000000000'],
    ] as const)
      expect([account, method, (await follow(account, method, pole)).status]).toEqual([account, method, 404]);
    expect((await follow('auditrice', 'DELETE')).body).toMatchObject({ followed: false });
    expect(await kindsAt(address)).toEqual([]);
  });

  it('shows nothing more of a followed pôle that they may read no more', async () => {
    await walker.walk(opening);
    await house.client.send('conseil-brest', 'PUT', `/api/me/followed-poles/${walker.poleId}`);
    const address = await addressOf('conseil-brest');
    expect((await kindsAt(address)).length).toBeGreaterThan(1);
    await house.owner.query(`UPDATE pole_cards SET pays_codes = '{05}'`);
    expect(await kindsAt(address)).toEqual([]);
  });

  it('names nobody', async () => {
    await walker.walk(opening);
    const text = await textAt(await addressOf('instructrice'));
    expect(text).not.toMatch(/@demonstration|instructrice|porteur-demo|conseil-brest|Instructrice/);
  });
});

describe('the private address of a calendar', () => {
  const refusedAt = async (address: string) => {
    const answer = await fetch(address);
    const { traceId: _trace, instance: _path, ...problem } = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, told: problem };
  };

  it('opens without a login, to an agenda, under the common limit of requests', async () => {
    const answer = await fetch(await addressOf('auditrice'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('ratelimit')).toBeTruthy();
  });

  it('tells an agenda that comes back that nothing has changed', async () => {
    const address = await addressOf('instructrice');
    const tag = (await fetch(address)).headers.get('etag') ?? '';
    const again = () => fetch(address, { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } });
    expect((await again()).status).toBe(304);
    await walker.walk(opening.slice(0, 1));
    expect((await again()).status).toBe(200);
  });

  it('is refused alike when forged, malformed, revoked, replaced, or of someone who has no role any more', async () => {
    const replaced = await addressOf('instructrice');
    const revoked = await addressOf('instructrice');
    expect((await fetch(revoked)).status).toBe(200);
    expect(await ask('instructrice', 'DELETE')).toMatchObject({ status: 200, body: { revoked: true } });
    expect(await ask('instructrice', 'DELETE')).toMatchObject({ status: 200, body: { revoked: false } });
    const gone = await addressOf('auditrice');
    await holdsOnly(house.source.manager, 'auditrice', []);
    const forged = `${'A'.repeat(43)}.ics`;
    const addresses = ['rien', `x${forged}`, '.ics', '%00.ics'].map(file => `${house.url}/calendars/${file}`);
    const never = await refusedAt(`${house.url}/calendars/${forged}`);
    expect(never).toMatchObject({ status: 404, told: { type: 'urn:jalon:probleme:not-found' } });
    for (const address of [replaced, revoked, gone, replaced.replace('.ics', ''), ...addresses])
      expect([address, await refusedAt(address)]).toEqual([address, never]);
  });

  it('is kept as a digest alone, one for each person', async () => {
    const [, last] = [await addressOf('instructrice'), await addressOf('instructrice')];
    const rows = await house.source.query<{ digest: string; revoked_at: string | null }[]>('SELECT * FROM feed_tokens');
    expect(rows.map(({ revoked_at }) => revoked_at === null).sort()).toEqual([false, true]);
    const token = /calendars\/(.*)\.ics$/.exec(last)?.[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is one, whoever asks for two at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => ask('instructrice', 'POST')));
    const [open] = await house.source.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM feed_tokens WHERE revoked_at IS NULL',
    );
    expect(open?.n).toBe(1);
  });

  it('is for those who have a role', async () => {
    expect((await fetch(`${house.url}/api/me/calendar`, { method: 'POST' })).status).toBe(401);
  });
});
