import type { MigrationInterface, QueryRunner } from 'typeorm';

const JOURNAL = `
ALTER TABLE journal ADD COLUMN date_precision text NOT NULL DEFAULT 'day'
  CHECK (date_precision IN ('day', 'month', 'year'));
ALTER TABLE dossiers ADD COLUMN shape integer NOT NULL DEFAULT 1;
`;

const AWARDS = `
ALTER TABLE awards DROP CONSTRAINT awards_kind_check;
ALTER TABLE awards ADD CONSTRAINT awards_kind_check CHECK (kind IN ('study', 'convention', 'year', 'amendment'));
ALTER TABLE awards ADD COLUMN parent uuid REFERENCES awards (id);
ALTER TABLE awards ADD COLUMN granted bigint CHECK (granted >= 0);
UPDATE awards SET granted = voted;
`;

const LEDGER = `
ALTER TABLE ledger ADD CONSTRAINT ledger_status_check CHECK
  (status IN ('planned', 'claimed', 'prepared', 'liquidated', 'ordered', 'paid', 'lapsed'));
ALTER TABLE ledger ADD CONSTRAINT ledger_lapsed_pays_nothing CHECK (status <> 'lapsed' OR paid = 0);

CREATE OR REPLACE FUNCTION ledger_within_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE allowed bigint; planned_total bigint;
BEGIN
  SELECT granted INTO allowed FROM awards WHERE id = NEW.award_id FOR UPDATE;
  SELECT coalesce(sum(planned), 0) INTO planned_total FROM ledger WHERE award_id = NEW.award_id;
  IF allowed IS NULL OR planned_total > allowed THEN
    RAISE EXCEPTION 'ledger above the grant: award %, planned %, granted %', NEW.award_id, planned_total, allowed;
  END IF;
  RETURN NULL;
END $$;
`;

/** Amendments, yearly votes, lapsed instalments, the precision of dates: what the whole path adds to the bones. */
export class WholePath1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JOURNAL);
    await runner.query(AWARDS);
    await runner.query(LEDGER);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
