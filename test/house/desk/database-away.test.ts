import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { openSession } from '../../../src/record/people/sessions.js';
import { dooredHouse, type DooredHouse } from '../../rig/doored-house.js';

let doored: DooredHouse;
let cookie: string;

beforeAll(async () => {
  doored = await dooredHouse();
  const identity = { account: 'instructrice', name: 'Une instructrice', authenticatedAt: 0, idToken: null };
  cookie = `jalon=${await openSession(doored.house.source.manager, identity, 'provider')}`;
});
afterAll(() => doored.close());

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { cookie, accept: 'text/html' };
  const answer = await fetch(doored.url + path, { redirect: 'manual', ...init, headers });
  return { status: answer.status, html: await answer.text(), retry: answer.headers.get('retry-after') };
};

/** The database takes no connection more, and ends those that it had. */
async function sendAway(): Promise<void> {
  const { owner, source } = doored.house;
  await owner.query(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 0', current_database()); END $$`);
  const others = 'datname = current_database() AND usename = current_user';
  await source
    .query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`)
    .catch((error: unknown) => error);
}

const callBack = () =>
  doored.house.owner.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT -1', current_database()); END $$`,
  );

describe('To someone who is logged in, while the database is away', () => {
  it('says so on a page of French words, whoever reads it; and serves again once it is back', async () => {
    await sendAway();
    for (const path of ['/poles', '/connexion']) {
      const { status, html, retry } = await ask(path);
      expect([path, status, retry]).toEqual([path, 503, '5']);
      expect(html).toContain('La base de données ne répond pas');
      expect(html).not.toContain('Une instructrice');
    }
    await expect(ask('/nulle-part')).resolves.toMatchObject({
      status: 404,
      html: expect.stringContaining('Cette page n’existe pas'),
    });
    await expect(ask('/poles/nouveau', { method: 'POST' })).resolves.toMatchObject({ status: 503 });
    await callBack();
    await expect(ask('/poles')).resolves.toMatchObject({
      status: 200,
      html: expect.stringContaining('Une instructrice'),
    });
  });
});
