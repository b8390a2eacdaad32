import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NAMESPACES = ['test-1', 'test-2', 'test-3', 'test-4'];
const TEMPLATE = 'jalon_template';

/** What was started, in order; taken down in the reverse order. */
const started = [];

const compiled = path => import(pathToFileURL(join(root, 'dist/src', path)).href);

let starting = Promise.resolve();
let stopping;

async function takeDown() {
  const failures = [];
  while (started.length > 0) {
    try {
      await started.pop()();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'the test servers did not stop cleanly');
}

/** Stops every server and removes the folder; once, however often it is called. */
export function stopAll() {
  stopping ??= takeDown();
  return stopping;
}

/** A signal waits for what is just starting, so that it is stopped too. */
function stopOnSignals() {
  const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  for (const [signal, code] of Object.entries(exitCodes))
    process.on(signal, async () => {
      await Promise.allSettled([starting]);
      const [{ reason }] = await Promise.allSettled([stopAll()]);
      if (reason) console.error(reason);
      process.exit(code);
    });
}

async function makeFolder() {
  const home = await mkdtemp(join(tmpdir(), 'jalon-test-'));
  started.push(() => rm(home, { recursive: true, force: true }));
  await chmod(home, 0o711);
  return home;
}

/** PostgreSQL with a migrated template database; its admin URLs by database name. */
async function postgresWithTemplate(home) {
  const [{ startPostgres }, { migrate }, { default: pg }] = await Promise.all([
    compiled('embedded/postgres.js'),
    compiled('database/migrate.js'),
    import('pg'),
  ]);
  const postgres = await startPostgres({ home, throwaway: true });
  started.push(() => postgres.stop());
  const client = new pg.Client({ connectionString: postgres.ownerUrl('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(postgres.ownerUrl(TEMPLATE));
  return postgres;
}

async function temporal(home) {
  const { startTemporal } = await compiled('embedded/temporal-server.js');
  const server = await startTemporal({ home, namespaces: NAMESPACES, throwaway: true });
  started.push(() => server.stop());
  return server.address;
}

/** The identity provider of every house: its people are the same, and its key is long to make. */
async function identity() {
  const [{ demoProvider }, { freePort }] = await Promise.all([
    compiled('access/oidc-provider.js'),
    compiled('embedded/ports.js'),
  ]);
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const server = (await demoProvider(issuer, 'jalon', undefined)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  started.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return issuer;
}

async function bundle(home) {
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'workflows/index.ts'), logger: silent });
  const path = join(home, 'workflows.cjs');
  await writeFile(path, code);
  return path;
}

/** All or nothing: waits for each part, so that a failure of one leaves none that is still starting. */
async function together(parts) {
  const results = await Promise.allSettled(parts);
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map(result => result.value);
}

async function startAll() {
  const home = await makeFolder();
  const [postgres, temporalAddress, bundlePath, issuer] = await together([
    postgresWithTemplate(home),
    temporal(home),
    bundle(home),
    identity(),
  ]);
  const placeholder = 'DATABASE';
  const rig = {
    ownerUrl: postgres.ownerUrl(placeholder),
    appUrl: postgres.appUrl(placeholder),
    adminUrl: postgres.ownerUrl('postgres'),
    placeholder,
    template: TEMPLATE,
    temporalAddress,
    namespaces: NAMESPACES,
    bundlePath,
    issuer,
  };
  const path = join(home, 'rig.json');
  await writeFile(path, JSON.stringify(rig), { mode: 0o600 });
  process.env.JALON_TEST_RIG = path;
}

/** Jest's globalSetup of the project `house`; needs a fresh `dist` (see tools/prepare.mjs). */
export default async function servers() {
  stopOnSignals();
  starting = startAll();
  try {
    await starting;
  } catch (error) {
    await stopAll();
    throw error;
  }
}
