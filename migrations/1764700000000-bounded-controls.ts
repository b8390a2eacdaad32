import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECKS = `
/* Where the chain of a dossier was last found whole, what its journal came to there, and a digest of all that was seen. */
CREATE TABLE dossier_checks (
  pole_id uuid PRIMARY KEY,
  sequence integer NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL,
  state json NOT NULL,
  facts json NOT NULL,
  recorded_on date NOT NULL,
  shape integer NOT NULL,
  seen text NOT NULL,
  whole_on date NOT NULL
);
CREATE INDEX dossier_checks_oldest ON dossier_checks (whole_on, pole_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON dossier_checks TO jalon_app;
`;

/** What the daily jobs and the clock look for, among all that has ever been. */
const LOOKED_FOR = `
CREATE INDEX dossiers_aside ON dossiers (id) WHERE set_aside IS NOT NULL;
CREATE INDEX journal_recalls ON journal (recorded_at) WHERE type IN ('rung-reached', 'reminder-asked');
CREATE INDEX journal_rounds ON journal ((data->>'obligation'), sequence)
  WHERE type IN ('due-date-moved', 'ladder-changed', 'rung-reached', 'reminder-asked');
CREATE INDEX notices_under_way ON notices (planned_for) WHERE state IN ('planned', 'leaving');
CREATE INDEX notices_planned ON notices (planned_for);
CREATE INDEX notices_of_kind ON notices (kind, planned_for);
CREATE INDEX notices_to_nobody ON notices (obligation_id) WHERE reason = 'nobody';
CREATE INDEX ledger_to_order ON ledger (award_id) WHERE status IN ('claimed', 'prepared', 'liquidated');
`;

/** Controls and daily jobs that cost what has changed, not what there is. */
export class BoundedControls1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHECKS);
    await runner.query(LOOKED_FOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX dossiers_aside, journal_recalls, journal_rounds, notices_under_way, notices_planned,
      notices_of_kind, notices_to_nobody, ledger_to_order; DROP TABLE dossier_checks`);
  }
}
