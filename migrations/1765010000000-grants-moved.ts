import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The dossiers at which to look again, because what their body was granted in another one has moved: it may take them
 * above the threshold of the convention, or back under it. All those that are known are looked at once.
 */
export class GrantsMoved1765010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grants_moved (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, pole_id uuid NOT NULL);
      CREATE INDEX grants_moved_pole ON grants_moved (pole_id);
      GRANT SELECT, INSERT, DELETE ON grants_moved TO jalon_app;
      INSERT INTO grants_moved (pole_id) SELECT DISTINCT pole_id FROM awards`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE grants_moved');
  }
}
