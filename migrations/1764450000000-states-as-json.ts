import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The state and the facts of a dossier are read and written whole, never searched: as text they cost a third less. */
export class StatesAsJson1764450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossiers ALTER state TYPE json, ALTER facts TYPE json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossiers ALTER state TYPE jsonb, ALTER facts TYPE jsonb');
  }
}
