import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { readClock } from '../../clock/clock.js';

/** Bytes of chance in a token: nobody guesses it. */
const TOKEN_BYTES = 32;

/** What is kept of a token: enough to know it again, not to say it again. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes the token of the calendar of an account, and revokes the one before. It is told once: its SHA-256 alone is kept. */
export async function renewFeedToken(source: DataSource, account: string): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await source.transaction(async manager => {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`calendar/${account}`]);
    await revokeFeedToken(manager, account);
    const { now } = await readClock(manager);
    await manager.query('INSERT INTO feed_tokens (digest, account, made_at) VALUES ($1, $2, $3)', [
      digestOf(token),
      account,
      now,
    ]);
  });
  return token;
}

/** Revokes the token of the calendar of an account. Answers whether it had one. */
export async function revokeFeedToken(manager: EntityManager, account: string): Promise<boolean> {
  const { now } = await readClock(manager);
  const [, revoked] = await manager.query<[object[], number]>(
    'UPDATE feed_tokens SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL',
    [account, now],
  );
  return revoked > 0;
}

/** The account whose calendar a token opens; undefined for any other text. */
export async function accountOfFeed(manager: EntityManager, token: string): Promise<string | undefined> {
  const [row] = await manager.query<{ account: string }[]>(
    'SELECT account FROM feed_tokens WHERE digest = $1 AND revoked_at IS NULL',
    [digestOf(token)],
  );
  return row?.account;
}
