import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is late and open is recalled each month, after its ladder: the dossiers whose last rung was reached are looked at
 * anew. An alarm that finds nothing to say sets the next one.
 */
export class Points1764780000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE dossiers d SET next_alarm = least(d.next_alarm, late.at)
      FROM (SELECT pole_id, (min(due) + time '08:00') AT TIME ZONE 'Europe/Paris' AS at FROM obligations
        WHERE state = 'open' AND due IS NOT NULL AND debtor_role <> 'engine' GROUP BY pole_id) late
      WHERE late.pole_id = d.id`);
  }

  /** Nothing to take back: an alarm is set again each time that it rings. */
  async down(): Promise<void> {}
}
