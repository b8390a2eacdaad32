import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pôles that someone follows in their agenda, beside what they owe and what is owed to them. */
export class FollowedPoles1764660000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE followed_poles (
        account text NOT NULL,
        pole_id uuid NOT NULL REFERENCES dossiers (id),
        since timestamptz NOT NULL,
        PRIMARY KEY (account, pole_id)
      );
      GRANT SELECT, INSERT, DELETE ON followed_poles TO jalon_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE followed_poles');
  }
}
