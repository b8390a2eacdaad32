import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import pg from 'pg';

export interface FloorActivities {
  insertRow(): Promise<void>;
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 });
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const activities: FloorActivities = {
  insertRow: async () => {
    await pool.query('INSERT INTO bench_floor (text) VALUES ($1)', ['ligne']);
  },
};
const worker = await Worker.create({
  connection,
  taskQueue: 'bench-floor',
  workflowsPath: fileURLToPath(new URL('workflow.js', import.meta.url)),
  activities,
});
process.on('SIGTERM', () => worker.shutdown());
process.send?.('ready');
await worker.run();
await connection.close();
await pool.end();
