import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each funded year grants a body, all dossiers together, beside the threshold of its law: an order is refused where
 * the body has more for a year than the threshold, and no convention was notified (loi n° 2000-321, article 10). The rows
 * of the dossiers that are known are written as their states are folded anew.
 */
export class YearGrants1764911000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE year_grants (
        award_id uuid NOT NULL REFERENCES awards (id) DEFERRABLE INITIALLY DEFERRED,
        starts_on date NOT NULL,
        pole_id uuid NOT NULL,
        applicant text NOT NULL,
        amount bigint NOT NULL CHECK (amount >= 0),
        threshold bigint,
        PRIMARY KEY (award_id, starts_on));
      CREATE INDEX year_grants_body ON year_grants (left(applicant, 9), starts_on);
      CREATE INDEX year_grants_pole ON year_grants (pole_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON year_grants TO jalon_app`);
    await runner.query(`
      CREATE FUNCTION convention_above_threshold() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE paying awards;
      BEGIN
        SELECT * INTO paying FROM awards WHERE id = (NEW.data->>'award')::uuid;
        IF standing_day(NEW.pole_id, paying.id::text, 'convention-notified') IS NULL
          AND standing_day(NEW.pole_id, paying.parent::text, 'convention-notified') IS NULL
          AND EXISTS (SELECT FROM year_grants y WHERE y.award_id = paying.id AND y.threshold < (
            SELECT sum(o.amount) FROM year_grants o WHERE left(o.applicant, 9) = left(y.applicant, 9)
              AND extract(year FROM o.starts_on) = extract(year FROM y.starts_on)))
        THEN
          RAISE EXCEPTION 'no convention, though the body has more than the threshold for a year: award %', paying.id
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER journal_convention_above_threshold AFTER INSERT ON journal FOR EACH ROW
        WHEN (NEW.type = 'payment-ordered') EXECUTE FUNCTION convention_above_threshold()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER journal_convention_above_threshold ON journal');
    await runner.query('DROP FUNCTION convention_above_threshold; DROP TABLE year_grants');
  }
}
