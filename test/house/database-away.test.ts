import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { once } from 'node:events';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { HousePool, isDatabaseAway } from '../../src/database/away.js';
import { Readiness } from '../../src/database/readiness.js';
import { dataSource } from '../../src/database/data-source.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
const opened: DataSource[] = [];

beforeEach(async () => {
  house = await bareHouse();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map(source => source.destroy()));
  await house.close();
});

const errorOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'no error',
    (error: unknown) => error,
  );

async function open(source: DataSource): Promise<DataSource> {
  await source.initialize();
  opened.push(source);
  return source;
}

/** A source of the same driver, less patient. */
const hasty = (settings: object, poolSize = 1) =>
  open(new DataSource({ type: 'postgres', url: house.appUrl, driver: { Pool: HousePool }, poolSize, ...settings }));

describe('the database is said to be away', () => {
  it('when nothing answers at its address', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    const url = `postgres://nobody@127.0.0.1:${port}/nothing`;
    expect(isDatabaseAway(await errorOf(dataSource(url).initialize()))).toBe(true);
  });

  it('when no connection of the pool comes free in time', async () => {
    const source = await hasty({ connectTimeoutMS: 50 });
    const busy = source.createQueryRunner();
    await busy.connect();
    expect(isDatabaseAway(await errorOf(source.query('SELECT 1')))).toBe(true);
    await busy.release();
  });

  it('when a server that takes the connection says nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const pool = new HousePool({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 });
    expect(isDatabaseAway(await errorOf(pool.connect()))).toBe(true);
    await pool.end();
    server.close();
  });

  it('when it ends the connection on which it was asked', async () => {
    const source = await open(dataSource(house.appUrl, 1));
    const runner = source.createQueryRunner();
    const [{ pid }] = (await runner.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
    const asked = errorOf(runner.query('SELECT pg_sleep(60)'));
    await house.source.query('SELECT pg_terminate_backend($1)', [pid]);
    expect(isDatabaseAway(await asked)).toBe(true);
  });

  it('when the connection breaks off with nothing said', async () => {
    const source = await open(dataSource(house.appUrl, 1));
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as { connection: { stream: { destroy(): void } } };
    const asked = errorOf(runner.query('SELECT pg_sleep(60)'));
    client.connection.stream.destroy();
    expect(isDatabaseAway(await asked)).toBe(true);
  });

  it('when it is asked on a connection that was lost before', async () => {
    const source = await open(dataSource(house.appUrl, 1));
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    const [{ pid }] = (await runner.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
    const lost = once(client, 'error');
    await house.source.query('SELECT pg_terminate_backend($1)', [pid]);
    await lost;
    expect(isDatabaseAway(await errorOf(runner.query('SELECT 1')))).toBe(true);
    expect(isDatabaseAway(await errorOf(client.query('SELECT 1')))).toBe(true);
  });

  it.each(['53100', '53200', '53300'])('when it has no room left (%s)', async code => {
    const full = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${code}', MESSAGE = 'plein'; END $$`;
    expect(isDatabaseAway(await errorOf(house.source.query(full)))).toBe(true);
  });

  it('when a statement is broken off because it took too long', async () => {
    const source = await hasty({ extra: { statement_timeout: 50 } });
    expect(isDatabaseAway(await errorOf(source.query('SELECT pg_sleep(60)')))).toBe(true);
  });

  it('when its disk is full', async () => {
    const full = `DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`;
    expect(isDatabaseAway(await errorOf(house.source.query(full)))).toBe(true);
  });

  it('when an answer does not come in time', async () => {
    const source = await hasty({ extra: { query_timeout: 50 } });
    expect(isDatabaseAway(await errorOf(source.query('SELECT pg_sleep(0.5)')))).toBe(true);
  });
});

describe('the database is said to be ready', () => {
  it('once it has written to its disk, which a full one or a copy that only reads does not do', async () => {
    await new Readiness(house.source).check();
    const written = async () => {
      await house.source.query('SELECT pg_stat_force_next_flush()');
      const [row] = await house.source.query<{ bytes: number }[]>(
        'SELECT temp_bytes AS bytes FROM pg_stat_database WHERE datname = current_database()',
      );
      return row?.bytes ?? 0;
    };
    while ((await written()) === 0) await new Promise(resolve => setImmediate(resolve));
    await expect(written()).resolves.toBeGreaterThan(0);
  });

  it('not by a house that cannot ask it, and the answer serves whoever asks in the same second', async () => {
    const closed = await open(dataSource(house.appUrl, 1));
    const readiness = new Readiness(closed);
    expect(readiness.check()).toBe(readiness.check());
    await readiness.check();
    await opened.pop()?.destroy();
    await expect(new Readiness(closed).check()).rejects.toThrow('Driver not Connected');
  });
});

describe('the database is not said to be away', () => {
  it.each([
    ['a statement that it refuses', 'SELECT FROM nowhere'],
    [
      'a refusal that speaks of a termination',
      `DO $$ BEGIN RAISE EXCEPTION 'Connection terminated, ECONNREFUSED'; END $$`,
    ],
    ['a number that is too large to be exact', 'SELECT 9007199254740993::bigint'],
  ])('for %s', async (_what, statement) => {
    const error = await errorOf(house.source.query(statement));
    expect(error).toBeInstanceOf(Error);
    expect(isDatabaseAway(error)).toBe(false);
  });

  it('for another server that is away', async () => {
    expect(isDatabaseAway(await errorOf(fetch('http://127.0.0.1:1/')))).toBe(false);
    expect(isDatabaseAway(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).toBe(false);
  });

  it('for a password that is refused', async () => {
    const url = new URL(house.appUrl);
    url.username = 'nobody_of_this_name';
    const error = await errorOf(dataSource(url.href).initialize());
    expect(error).toBeInstanceOf(pg.DatabaseError);
    expect(isDatabaseAway(error)).toBe(false);
  });
});
