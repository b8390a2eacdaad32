import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The points of a month are said by a job of the morning, and ring in no story: when the next one is due is kept with the
 * dossier. Those of which something is late are looked at on the next morning, which sets it.
 */
export class PointsApart1764810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossiers ADD COLUMN next_point timestamptz');
    await runner.query('CREATE INDEX dossiers_point ON dossiers (next_point) WHERE next_point IS NOT NULL');
    await runner.query(`UPDATE dossiers d SET next_point = owed.at
      FROM (SELECT pole_id, (min(due) + time '08:35') AT TIME ZONE 'Europe/Paris' AS at FROM obligations
        WHERE state = 'open' AND due IS NOT NULL AND debtor_role <> 'engine' GROUP BY pole_id) owed
      WHERE owed.pole_id = d.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossiers DROP COLUMN next_point');
  }
}
