import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '../startup/startup-error.js';
import { readJson, writePrivate } from './home-folder.js';

/** `postgres` administers, `jalon` owns the schema, `jalon_app` is the application. */
export type RoleName = 'postgres' | 'jalon' | 'jalon_app';
export type Passwords = Readonly<Record<RoleName, string>>;

const PASSWORDS = 'postgres-passwords.json';

/** The passwords kept in the home folder; made up at the first start. */
export async function passwords(home: string): Promise<Passwords> {
  const file = join(home, PASSWORDS);
  const storedPasswords = await readJson(file);
  if (storedPasswords !== undefined) return asPasswords(storedPasswords, file);
  const made: Passwords = { postgres: secret(), jalon: secret(), jalon_app: secret() };
  await writePrivate(file, JSON.stringify(made));
  return made;
}

/** Refuses a file that holds something else. */
function asPasswords(stored: unknown, file: string): Passwords {
  const { postgres, jalon, jalon_app } = (stored ?? {}) as Partial<Record<RoleName, unknown>>;
  if (typeof postgres === 'string' && typeof jalon === 'string' && typeof jalon_app === 'string')
    return { postgres, jalon, jalon_app };
  throw new StartupError(`Le fichier ${file} est abîmé.`);
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

/** The address of a database of the local server for one role. */
export function databaseUrl(role: RoleName, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** `invalid_password` of PostgreSQL. */
const WRONG_PASSWORD = '28P01';

/** Whether the server lets this address in yet. Refuses a password that it will never take. */
export async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === WRONG_PASSWORD)
      throw new StartupError(
        `PostgreSQL refuse le mot de passe : ${PASSWORDS} du dossier de Jalon n'est plus celui de cette base. Remettez-le, ou repartez d'un dossier vide (JALON_HOME).`,
        { cause: error },
      );
    return false; // Not yet: the caller asks again and gives up in the end.
  } finally {
    await client.end();
  }
}

/** Creates the two roles where missing. The owner may create databases and close the connections to them. */
export async function createRoles(adminUrl: string, rolePasswords: Passwords): Promise<void> {
  await withClient(adminUrl, async client => {
    await ensureRole(client, 'jalon', rolePasswords.jalon, 'CREATEDB');
    await ensureRole(client, 'jalon_app', rolePasswords.jalon_app, 'NOCREATEDB');
    await client.query('GRANT pg_signal_backend TO jalon');
  });
}

async function ensureRole(client: pg.Client, role: RoleName, password: string, right: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${role} LOGIN ${right} PASSWORD ${client.escapeLiteral(password)}`);
}

/** Creates a database unless it exists; the role of `serverUrl` owns it. */
export async function ensureDatabase(serverUrl: string, database: string): Promise<void> {
  await withClient(serverUrl, async client => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
