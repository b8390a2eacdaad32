import type { EntityManager } from 'typeorm';
import type { Identity, PendingLogin } from '../../access/oidc-client.js';
import { digestOf, newSecret } from '../../access/secrets.js';
import type { EnteredBy } from '../../database/session-reads.js';
import { isOfOneBody } from '../../domain/dossier/private-purposes.js';
import { fromEpochSeconds, type Instant } from '../../domain/kernel/paris.js';

/** Hours after which one logs in again, whatever one does. */
const SESSION_HOURS = 10;
/** Minutes that a person may spend at the provider. */
const LOGIN_MINUTES = 15;
/** Days for which an expired session is kept, so that what is typed in it is kept for its account. */
const EXPIRED_DAYS = 2;
/** Days for which what was typed is kept. */
const DRAFT_DAYS = 30;

/** Opens a session, and answers the secret that its browser carries. What is over is forgotten at the same time. */
export async function openSession(
  manager: EntityManager,
  { account, name, authenticatedAt, idToken }: Omit<Identity, 'idToken'> & { readonly idToken: string | null },
  enteredBy: EnteredBy,
): Promise<string> {
  await forgetOldSessions(manager);
  const secret = newSecret();
  await manager.query(
    `INSERT INTO sessions (digest, account, name, entered_by, authenticated_at, seen_at, expires_at, id_token)
     VALUES ($1, $2, $3, $4, to_timestamp($5), now(), now() + make_interval(hours => ${SESSION_HOURS}), $6)`,
    [digestOf(secret), account, name, enteredBy, authenticatedAt, idToken],
  );
  return secret;
}

/** Notes that a session is in use. */
export async function noteSeen(manager: EntityManager, digest: string): Promise<void> {
  await manager.query('UPDATE sessions SET seen_at = now() WHERE digest = $1', [digest]);
}

/** Ends a session: its secret opens nothing any more. */
export async function endSession(manager: EntityManager, digest: string): Promise<void> {
  await manager.query('DELETE FROM sessions WHERE digest = $1', [digest]);
}

/** Remembers a login while the person is at the provider; answers the secret that their browser carries meanwhile. */
export async function keepPendingLogin(
  manager: EntityManager,
  { state, nonce, verifier, isFresh }: PendingLogin,
  destination: string,
): Promise<string> {
  const secret = newSecret();
  await manager.query(
    `INSERT INTO pending_logins (digest, state, nonce, verifier, is_fresh, destination, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => ${LOGIN_MINUTES}))`,
    [digestOf(secret), state, nonce, verifier, isFresh, destination],
  );
  return secret;
}

/** Takes a pending login back, once; undefined when there is none, or it is too old. */
export async function takePendingLogin(
  manager: EntityManager,
  secret: string,
): Promise<(PendingLogin & { readonly destination: string }) | undefined> {
  const [[pending]] = await manager.query<[(PendingLogin & { destination: string })[], number]>(
    `DELETE FROM pending_logins WHERE digest = $1 AND now() < expires_at
     RETURNING state, nonce, verifier, is_fresh AS "isFresh", destination`,
    [digestOf(secret)],
  );
  return pending;
}

const withoutBankDetails = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !isOfOneBody(name)));

/** When something typed was kept, and until when it is. */
export interface KeptDraft {
  readonly at: Instant;
  readonly until: Instant;
}

/** Keeps what someone typed in the form of a page, but bank details, in the place of what was kept of it before. */
export async function keepDraft(
  manager: EntityManager,
  account: string,
  path: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<KeptDraft> {
  const [{ at }] = await manager.query<[{ readonly at: number }]>(
    `INSERT INTO drafts (account, path, fields, saved_at) VALUES ($1, $2, $3, now())
     ON CONFLICT (account, path) DO UPDATE SET fields = excluded.fields, saved_at = now()
     RETURNING EXTRACT(EPOCH FROM saved_at)::int AS at`,
    [account, path, JSON.stringify(withoutBankDetails(fields))],
  );
  return { at: fromEpochSeconds(at), until: fromEpochSeconds(at + DRAFT_DAYS * 86_400) };
}

/** Forgets what someone had typed in a form, once it was sent. */
export async function forgetDraft(manager: EntityManager, account: string, path: string): Promise<void> {
  await manager.query('DELETE FROM drafts WHERE account = $1 AND path = $2', [account, path]);
}

/** Forgets what is over: sessions, logins and links that expired, drafts that nobody took up again. */
async function forgetOldSessions(manager: EntityManager): Promise<void> {
  await manager.query(`DELETE FROM sessions WHERE expires_at < now() - make_interval(days => ${EXPIRED_DAYS})`);
  await manager.query('DELETE FROM pending_logins WHERE expires_at < now()');
  await manager.query(`DELETE FROM entry_links WHERE expires_at < now() - make_interval(days => ${EXPIRED_DAYS})`);
  await manager.query(`DELETE FROM drafts WHERE saved_at < now() - make_interval(days => ${DRAFT_DAYS})`);
}
