import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WithStartWorkflowOperation, type UpdateDefinition } from '@temporalio/client';
import pg from 'pg';
import { lazyClient } from '../../src/temporal/connection.js';
import type { Ground } from '../ground.js';

const INSERT = { name: 'insert' } as UpdateDefinition<void, []>;
const UPDATES_PER_STORY = 500;

/** The floors: the least that a database, and an engine, can do for one act. On the same servers as the house. */
export interface Floors {
  /** A transaction that locks a row and inserts one. */
  transaction(caller: number): Promise<unknown>;
  /** An update with start, with one local activity that inserts one row. */
  update(caller: number): Promise<unknown>;
  close(): Promise<void>;
}

export async function startFloors(ground: Ground): Promise<Floors> {
  const owner = new pg.Client({ connectionString: ground.ownerUrl });
  await owner.connect();
  await owner.query(
    `CREATE TABLE bench_floor (id bigserial PRIMARY KEY, text text NOT NULL);
     CREATE TABLE bench_lock (id integer PRIMARY KEY);
     INSERT INTO bench_lock SELECT generate_series(0, 63);
     GRANT INSERT, SELECT, UPDATE ON bench_floor, bench_lock TO jalon_app;
     GRANT USAGE ON SEQUENCE bench_floor_id_seq TO jalon_app`,
  );
  await owner.end();
  const worker = fork(fileURLToPath(new URL('worker.js', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: ground.databaseUrl, TEMPORAL_ADDRESS: ground.temporalAddress },
  });
  await once(worker, 'message');
  const pool = new pg.Pool({ connectionString: ground.databaseUrl, max: 12 });
  const client = lazyClient({ address: ground.temporalAddress, namespace: 'default', taskQueue: 'bench-floor' });
  const done = new Map<number, number>();

  const transaction = async (caller: number) => {
    const connection = await pool.connect();
    try {
      await connection.query('BEGIN');
      await connection.query('SELECT id FROM bench_lock WHERE id = $1 FOR UPDATE', [caller]);
      await connection.query('INSERT INTO bench_floor (text) VALUES ($1)', ['ligne']);
      await connection.query('COMMIT');
    } finally {
      connection.release();
    }
  };
  const update = async (caller: number) => {
    const count = done.get(caller) ?? 0;
    done.set(caller, count + 1);
    const startWorkflowOperation = new WithStartWorkflowOperation('floorStory', {
      workflowId: `bench-floor/${caller}/${Math.floor(count / UPDATES_PER_STORY)}`,
      taskQueue: 'bench-floor',
      args: [],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await client.workflow.executeUpdateWithStart(INSERT, { startWorkflowOperation, args: [] });
  };
  const close = async () => {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    await client.connection.close();
    await pool.end();
  };
  return { transaction, update, close };
}
