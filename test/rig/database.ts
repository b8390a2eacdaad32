import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';

/** What `servers.mjs` wrote for the workers. */
interface RigFile {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly adminUrl: string;
  /** Stands for the name of the database in `ownerUrl` and `appUrl`. */
  readonly placeholder: string;
  readonly template: string;
  readonly temporalAddress: string;
  readonly namespaces: readonly string[];
  readonly bundlePath: string;
  readonly issuer: string;
}

export interface Rig {
  readonly temporalAddress: string;
  /** The Temporal namespace that belongs to this Jest worker alone. */
  readonly namespace: string;
  /** The compiled workflows, one file for `workflowBundle: { codePath }`. */
  readonly bundlePath: string;
  /** The identity provider of every house of this run. */
  readonly issuer: string;
}

export interface FreshDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

function rigFile(): RigFile {
  const path = process.env['JALON_TEST_RIG'];
  if (path === undefined) throw new Error('No test servers: this test belongs under test/house or test/replay.');
  return JSON.parse(readFileSync(path, 'utf8')) as RigFile;
}

/** The servers of this run as this Jest worker sees them. Refuses a worker that has no namespace of its own. */
export function rig(): Rig {
  const { temporalAddress, namespaces, bundlePath, issuer } = rigFile();
  const namespace = `test-${process.env['JEST_WORKER_ID'] ?? '1'}`;
  if (!namespaces.includes(namespace)) throw new Error(`No namespace ${namespace}: run Jest with fewer workers.`);
  return { temporalAddress, namespace, bundlePath, issuer };
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A migrated database of its own, without a dossier. `drop` closes the connections that are still open to it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase(rigFile().template);
}

/** A database of its own in which nothing was ever made. */
export async function blankDatabase(): Promise<FreshDatabase> {
  return createDatabase('template1');
}

async function createDatabase(template: string): Promise<FreshDatabase> {
  const { ownerUrl, appUrl, adminUrl, placeholder } = rigFile();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    ownerUrl: ownerUrl.replace(placeholder, name),
    appUrl: appUrl.replace(placeholder, name),
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
