import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices name their rung by its identifier; those of before keep their rank, as the journal reads it. */
export class RungsById1764720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notices ALTER COLUMN rung TYPE text
      USING CASE WHEN rung < 0 THEN 'by-hand-' || -rung ELSE '#' || rung END`);
  }

  /** Refused by the database once a rung is known by its identifier: it has no rank to go back to. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notices ALTER COLUMN rung TYPE integer
      USING CASE WHEN rung LIKE 'by-hand-%' THEN -substr(rung, 9)::int ELSE substr(rung, 2)::int END`);
  }
}
