import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A hearing is about one measure and its grounds, and serves one decision (CRPA art. L121-1, L122-1): a measure names the
 * invitation that it consumes, of its own kind, on all its grounds and for as much, over on its day and used by no other.
 * What a withdrawal claims was heard with it. And nobody signs a text before it exists.
 */
export class Hearings1764941000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HEARD_BEFORE);
    await runner.query(`CREATE TRIGGER journal_heard_before_withdrawal AFTER INSERT ON journal FOR EACH ROW
      WHEN (NEW.type IN ('grant-withdrawn', 'grant-abrogated')) EXECUTE FUNCTION heard_before()`);
    await runner.query(SIGNED_AFTER_TEXT);
    await runner.query(`CREATE TRIGGER journal_signed_after_text AFTER INSERT ON journal FOR EACH ROW
      WHEN (NEW.type = 'convention-signed') EXECUTE FUNCTION signed_after_text()`);
    await runner.query(`ALTER TABLE journal DROP CONSTRAINT journal_motives,
      ADD CONSTRAINT journal_motives CHECK (private_digest IS NOT NULL OR type NOT IN (${types(MOTIVATED)}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER journal_signed_after_text ON journal');
    await runner.query('DROP FUNCTION signed_after_text');
    await runner.query('DROP TRIGGER journal_heard_before_withdrawal ON journal');
    await runner.query(HEARD_AT_ALL);
    await runner.query(`ALTER TABLE journal DROP CONSTRAINT journal_motives,
      ADD CONSTRAINT journal_motives CHECK (private_digest IS NOT NULL OR type NOT IN (${types(BEFORE)}))`);
  }
}

const BEFORE = [
  ...['project-withdrawn', 'pole-abandoned', 'convention-terminated', 'observations-invited', 'liquidation-returned'],
  ...['recovery-waived', 'block-overridden', 'fact-retracted'],
];
const MOTIVATED = [...BEFORE, 'grant-withdrawn', 'grant-abrogated', 'formal-notice-given'];
const types = (all: readonly string[]) => all.map(type => `'${type}'`).join(', ');

const HEARD_BEFORE = `
CREATE OR REPLACE FUNCTION heard_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  invited journal;
  wanted text := CASE NEW.type WHEN 'recovery-ordered' THEN 'recovery' WHEN 'convention-terminated' THEN 'termination'
    WHEN 'grant-abrogated' THEN 'abrogation' ELSE CASE NEW.data->>'basis' WHEN 'commitment' THEN 'commitment' ELSE 'withdrawal' END END;
BEGIN
  IF NEW.type = 'recovery-ordered' AND EXISTS (
    SELECT FROM journal claim JOIN journal taken ON taken.pole_id = claim.pole_id AND taken.type = 'grant-withdrawn'
        AND taken.data->>'hearing' = claim.data->>'hearing'
      WHERE claim.pole_id = NEW.pole_id AND claim.type = 'excess-claimed' AND claim.data->>'award' = NEW.data->>'award'
        AND claim.data->>'rank' = NEW.data->>'rank' AND claim.data->>'hearing' = NEW.data->>'hearing'
        AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts IN (claim.id, taken.id)))
  THEN
    RETURN NULL;
  END IF;
  SELECT i.* INTO invited FROM journal i WHERE i.pole_id = NEW.pole_id AND i.id::text = NEW.data->>'hearing'
    AND i.type = 'observations-invited' AND i.data->>'matter' = wanted
    AND (NEW.type = 'convention-terminated' OR i.data->>'award' = NEW.data->>'award')
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = i.id);
  IF invited.id IS NULL OR NOT EXISTS (
    SELECT FROM journal heard WHERE heard.pole_id = NEW.pole_id AND heard.date <= NEW.date
      AND heard.type IN ('observations-presented', 'observations-term-ended')
      AND heard.data->>'award' = invited.data->>'award' AND heard.data->>'matter' = wanted
      AND coalesce(heard.data->>'rank', '1') = coalesce(invited.data->>'rank', '1')
      AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = heard.id))
  THEN
    RAISE EXCEPTION 'no hearing before %: %', NEW.type, NEW.data USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.type <> 'recovery-ordered' AND (jsonb_array_length(NEW.data->'grounds') > 0
    AND invited.data->'grounds' @> (NEW.data->'grounds')) IS NOT TRUE
    OR (NEW.data->>'amount')::bigint > (invited.data->>'amount')::bigint
  THEN
    RAISE EXCEPTION 'not heard on this ground or this amount: %', NEW.data USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM journal other WHERE other.pole_id = NEW.pole_id AND other.id <> NEW.id
    AND other.type IN ('convention-terminated', 'grant-withdrawn', 'grant-abrogated', 'recovery-ordered')
    AND other.data->>'hearing' = NEW.data->>'hearing'
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = other.id))
  THEN
    RAISE EXCEPTION 'a hearing serves one decision: %', NEW.data USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$`;

const SIGNED_AFTER_TEXT = `
CREATE FUNCTION signed_after_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE frozen date;
BEGIN
  SELECT min(f.date) INTO frozen FROM journal f WHERE f.pole_id = NEW.pole_id AND f.type IN ('agenda-entered', 'vote-recorded')
    AND f.data->>'award' = NEW.data->>'award' AND f.data->>'textHash' = NEW.data->>'textHash'
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = f.id);
  IF NEW.date < frozen THEN
    RAISE EXCEPTION 'signed before its text existed: award % on %, not before %', NEW.data->>'award', NEW.date, frozen
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$`;

const HEARD_AT_ALL = `
CREATE OR REPLACE FUNCTION heard_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE matter text := CASE NEW.type WHEN 'recovery-ordered' THEN 'recovery' ELSE 'termination' END;
BEGIN
  IF NOT EXISTS (
    SELECT FROM journal heard WHERE heard.pole_id = NEW.pole_id AND heard.data->>'matter' = matter
      AND heard.type IN ('observations-presented', 'observations-term-ended') AND heard.date <= NEW.date
      AND (matter = 'termination' OR heard.data->>'award' = NEW.data->>'award')
      AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = heard.id))
  THEN
    RAISE EXCEPTION 'no hearing before %: %', NEW.type, NEW.data USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$`;
