import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { setUpClock } from '../../src/record/clock-writes.js';
import { dataSource } from '../../src/database/data-source.js';
import { STATE_SHAPE } from '../../src/record/dossiers.js';
import { freePort } from '../../src/embedded/ports.js';
import { freshDatabase, rig, type FreshDatabase } from '../rig/database.js';

type Variables = Readonly<Record<string, string>>;

/** A command that has hung is ended. */
const PATIENCE = 240_000;
const PRODUCTION = {
  ...{ JALON_ENV: 'production', JALON_ISSUER: 'https://connexion.example' },
  ...{ JALON_DOCUMENTS: tmpdir(), JALON_CLAMAV: 'aucun' },
  ...{ JALON_SMTP_URL: 'smtp://relais.example', JALON_MAIL_FROM: 'Jalon <jalon@region.example>' },
  JALON_PUBLIC_URL: 'https://jalon.example',
  ...{ JALON_OIDC_CLIENT: 'jalon', JALON_OIDC_SECRET: 'un-secret-fictif-de-quarante-caracteres-' },
};

let database: FreshDatabase;
let owner: DataSource;
let sound: Variables;

beforeAll(async () => {
  database = await freshDatabase();
  owner = await dataSource(database.ownerUrl, 1).initialize();
  const { temporalAddress, namespace } = rig();
  sound = {
    DATABASE_URL: database.appUrl,
    OWNER_DATABASE_URL: database.ownerUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    JALON_PORT: String(await freePort()),
  };
});

afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

function start(command: string, change: Variables): ChildProcessByStdio<null, Readable, Readable> {
  const script = fileURLToPath(new URL(`../../dist/src/commands/${command}.js`, import.meta.url));
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...sound, ...change };
  return spawn(process.execPath, [script], { env, timeout: PATIENCE, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The one sentence with which a command refuses to start. */
async function refusal(command: string, change: Variables = {}): Promise<string> {
  const child = start(command, change);
  const [output, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect({ code, said: output }).toEqual({ code: 1, said: expect.stringMatching(/^[^\n]+\n$/) });
  return output.trim();
}

/** Changes the database, looks, and undoes the change. */
async function whileChanged<T>(change: string, undo: string, look: () => Promise<T>): Promise<T> {
  await owner.query(change);
  try {
    return await look();
  } finally {
    await owner.query(undo);
  }
}

describe('a configuration that cannot work stops the start with one sentence', () => {
  it.each(['api', 'verify-journal', 'migrate'])('%s: no address of the database', async command => {
    expect(await refusal(command, { DATABASE_URL: '' })).toMatch(/^Configuration refusée : DATABASE_URL manque/);
  });

  it.each(['worker', 'rebuild'])('%s: a database out of reach', async command => {
    const port = await freePort();
    const sentence = await refusal(command, { DATABASE_URL: `postgres://jalon_app:chut@127.0.0.1:${port}/jalon` });
    expect(sentence).toBe(
      `La base de données 127.0.0.1:${port}/jalon est hors d'atteinte : rien ne répond à cette adresse.`,
    );
  });

  it('a database that does not exist, or does not let us in', async () => {
    const url = new URL(database.appUrl);
    url.pathname = '/nulle-part';
    expect(await refusal('worker', { DATABASE_URL: url.href })).toContain("cette base n'existe pas");
    const stranger = new URL(database.appUrl);
    stranger.password = 'chut';
    const sentence = await refusal('worker', { DATABASE_URL: stranger.href });
    expect(sentence).toContain('le mot de passe est refusé');
    expect(sentence).not.toContain('chut');
  });

  it('a stepping clock in production, and a clock that is put forward', async () => {
    expect(await refusal('api', { ...PRODUCTION, JALON_CLOCK: 'stepping' })).toContain('JALON_CLOCK=stepping');
    expect(await refusal('api', { ...PRODUCTION, JALON_CLOCK_OFFSET: '3600' })).toContain('JALON_CLOCK_OFFSET');
  });

  it.each(['api', 'worker'])('%s in production: the role that owns the schema', async command => {
    const sentence = await refusal(command, { ...PRODUCTION, DATABASE_URL: database.ownerUrl });
    expect(sentence).toContain('possède le schéma');
  });

  it.each(['UPDATE', 'DELETE', 'UPDATE (data)'])('in production, a role that may %s the journal', async right => {
    const sentence = await whileChanged(
      `GRANT ${right} ON journal TO jalon_app`,
      `REVOKE ${right} ON journal FROM jalon_app`,
      () => refusal('api', PRODUCTION),
    );
    expect(sentence).toContain('peut modifier le journal');
  });

  it('in production, the database of a demonstration, whose clock was stepped', async () => {
    await setUpClock(owner.manager, 'stepping', 0);
    const sentence = await whileChanged('SELECT 1', 'DELETE FROM clock', () => refusal('worker', PRODUCTION));
    expect(sentence).toContain("d'une démonstration");
  });

  it('a port that is taken', async () => {
    expect(await refusal('api', { JALON_PORT: new URL(database.appUrl).port })).toMatch(/^Le port \d+ \(API\)/);
  });
});

describe('a database that is not that of this program', () => {
  it.each(['api', 'verify-journal'])('%s: migrations are pending', async command => {
    const sentence = await whileChanged(
      `UPDATE migrations SET name = 'Kept' WHERE name LIKE 'SetAside%'; DELETE FROM migrations WHERE name = 'Kept'`,
      `INSERT INTO migrations (timestamp, name) VALUES (1764300000000, 'SetAside1764300000000')`,
      () => refusal(command),
    );
    expect(sentence).toBe(
      'Le schéma de la base de données est en retard (SetAside1764300000000) : « npm run migrate » le met à jour.',
    );
  });

  it('an empty database, that was never prepared', async () => {
    const url = new URL(database.ownerUrl);
    url.pathname = '/template1';
    expect(await refusal('worker', { DATABASE_URL: url.href })).toContain('« npm run migrate »');
  });

  it.each(['worker', 'migrate'])('%s: a more recent program made its schema', async command => {
    const sentence = await whileChanged(
      `INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'Later1999999999999')`,
      `DELETE FROM migrations WHERE name LIKE 'Later%'`,
      () => refusal(command),
    );
    expect(sentence).toMatch(/^La base de données est plus récente que ce programme \(Later1999999999999\)/);
  });

  it.each([
    [0, /en retard \(états de forme 0\)/],
    [99, /plus récente que ce programme \(états de forme 99\)/],
  ])('states kept in the shape %s', async (shape, sentence) => {
    expect(await withDossier('poles-ess-2019', shape, () => refusal('worker'))).toMatch(sentence);
  });

  it.each(['api', 'worker', 'rebuild'])(
    '%s: a dossier follows a règlement that the house does not have',
    async name => {
      const sentence = await withDossier('poles-ess-1789', STATE_SHAPE, () => refusal(name));
      expect(sentence).toBe(
        'Des dossiers suivent un règlement inconnu, « poles-ess-1789 » (dossiers : 1) : son fichier manque dans data/reglements.',
      );
    },
  );
});

describe('a Temporal server that cannot tell the stories', () => {
  it.each(['api', 'worker'])('%s: the namespace does not exist', async command => {
    const sentence = await refusal(command, { TEMPORAL_NAMESPACE: 'nulle-part' });
    expect(sentence).toMatch(/^Le namespace « nulle-part » \(TEMPORAL_NAMESPACE\) n'existe pas/);
  });

  it('the search attributes are not registered', async () => {
    const sentence = await refusal('worker', { TEMPORAL_NAMESPACE: 'temporal-system' });
    expect(sentence).toContain('PoleStage=Keyword, PoleNextDue=Datetime, PoleBudgetYear=Int');
  });

  it('is away: the worker does not start, the API does', async () => {
    const away = { TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}` };
    expect(await refusal('worker', away)).toContain('Temporal ne répond pas');
    const api = start('api', away);
    const errorOutput = createInterface(api.stderr);
    const lines: string[] = [];
    for await (const line of errorOutput) if (lines.push(line) && line.includes('API prête')) break;
    const ready = await fetch(`http://127.0.0.1:${sound['JALON_PORT']}/health/ready`);
    api.kill('SIGTERM');
    const [code] = await once(api, 'exit');
    expect(ready.status).toBe(200);
    expect(lines.join()).toContain('Temporal ne répond pas');
    expect(code).toBe(0);
  });
});

async function withDossier<T>(reglement: string, shape: number, look: () => Promise<T>): Promise<T> {
  return whileChanged(
    `INSERT INTO dossiers (id, reglement, version, sequence, head_hash, state, facts, shape)
     VALUES (gen_random_uuid(), '${reglement}', 1, 1, '', '{}', '[]', ${shape})`,
    'DELETE FROM dossiers',
    look,
  );
}
