import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unsoundIn } from '../../browser/looks.js';
import { hidden } from '../../builders/browser-visitor.js';
import { payment, toTheConvention } from '../../builders/http-walks.js';
import { PageReaders, plain } from '../../builders/page-readers.js';
import { visibleText } from '../../builders/visible-text.js';
import { Walker } from '../../builders/walker.js';
import { startHouse, type TestHouse } from '../../rig/house.js';

const IBAN = 'FR76 3000 6000 0112 3456 7890 189';

let house: TestHouse;
let readers: PageReaders;
let room: string;

beforeAll(async () => {
  house = await startHouse();
  const walker = new Walker(house.client);
  await walker.walk([...toTheConvention, ...payment.slice(0, 1)]);
  room = `/poles/${walker.poleId}/versements`;
  readers = new PageReaders(house.url);
});
afterAll(() => house.close());
beforeEach(() => house.owner.query('DELETE FROM access_log'));

const readings = () => house.source.query<{ account: string }[]>('SELECT account FROM access_log');

/** What who presses « Afficher l’IBAN » is answered; fails when there is no such button. */
async function shown(account: string, headers: HeadersInit = {}, change: object = {}) {
  const visitor = await readers.of(account);
  const { html } = await visitor.ask(room);
  const fields = hidden(html, room);
  expect(fields['event']).toMatch(/^[0-9a-f-]{36}$/);
  return visitor.ask(room, { ...fields, ...change }, headers);
}

describe('The account of a claim', () => {
  it.each(['gestionnaire-financiere', 'porteur-demo'])(
    'is shown whole to %s who asks, and that is noted',
    async who => {
      const before = (await readers.ask(who, room)).html;
      expect(before).toContain('masqué, finit par 189');
      expect([before.includes('30006'), await unsoundIn(before), await readings()]).toEqual([false, [], []]);
      const { status, html, headers } = await shown(who);
      expect([status, headers.get('cache-control'), await unsoundIn(html)]).toEqual([200, 'no-store', []]);
      expect(plain(visibleText(html))).toContain(IBAN);
      expect(await readings()).toEqual([{ account: who }]);
      expect((await readers.ask(who, room)).html).not.toContain('3000');
    },
  );

  it.each(['conseiller-cress', 'auditrice'])('is not shown, nor offered, to %s', async who => {
    const { html } = await readers.ask(who, room);
    expect(html).not.toMatch(/Afficher l’IBAN|finit par/);
    const [claim] = await house.source.query<{ id: string }[]>(
      `SELECT id FROM journal WHERE type = 'instalment-claimed'`,
    );
    const sent = await readers.ask(who, room, { ...hidden(html), event: claim?.id ?? '' });
    expect([sent.status, sent.html.includes('3000'), await readings()]).toEqual([404, false, []]);
  });

  it('is asked for by its claim: another fact gives none', async () => {
    expect((await shown('porteur-demo', {}, { event: randomUUID() })).status).toBe(404);
    expect((await shown('porteur-demo', {}, { event: '' })).status).toBe(404);
  });

  it.each([
    ['who identified themself too long ago', `authenticated_at = now() - interval '20 minutes'`],
    ['who entered by a link of a mail', `entered_by = 'mail'`],
  ])('is not shown to %s: they are led to identify themself, and back', async (_who, change) => {
    await readers.of('porteur-demo');
    await house.owner.query(`UPDATE sessions SET ${change} WHERE account = 'porteur-demo'`);
    const confirm = `/confirmer-identite?${new URLSearchParams({ vers: room })}`;
    expect(await shown('porteur-demo')).toMatchObject({ status: 303, location: house.url + confirm });
    const inPlace = await shown('porteur-demo', { 'hx-request': 'true' });
    expect([inPlace.status, inPlace.headers.get('hx-redirect')]).toEqual([204, confirm]);
    expect(await readings()).toEqual([]);
    await house.owner.query(`UPDATE sessions SET authenticated_at = now(), entered_by = 'provider'`);
  });
});
