import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An individual decision is executory once transmitted and notified, the later of the two: its publication does nothing to it. */
const EXECUTORY = `
CREATE OR REPLACE FUNCTION day_executory(pole uuid, award text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN notified IS NOT NULL AND transmitted IS NOT NULL THEN greatest(transmitted, notified) END
  FROM (SELECT standing_day(pole, award, 'deliberation-transmitted') AS transmitted,
    standing_day(pole, award, 'grant-notified') AS notified) AS days
$$;
ALTER TABLE journal ADD CONSTRAINT journal_electronic_notification CHECK (
  type NOT IN ('grant-notified', 'refusal-notified', 'convention-notified') OR data->>'means' IS DISTINCT FROM 'electronic'
  OR (data->>'agreedOn' <= data->>'availableOn' AND data->>'availableOn' <= date::text
    AND (data->>'consultedOn' IS NULL OR date::text <= data->>'consultedOn')) IS TRUE);`;

/** What the judge suspended or annulled is neither signed nor paid. */
const JUDGE = `
CREATE FUNCTION blocked_by_judge(pole uuid, award text, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_or(kind = 'annulled'), false)
    OR coalesce((array_agg(kind ORDER BY date DESC, sequence DESC) FILTER (WHERE kind <> 'annulled'))[1] = 'suspended', false)
  FROM (SELECT fact.data->>'decision' AS kind, fact.date, fact.sequence FROM journal fact
    WHERE fact.pole_id = pole AND fact.type = 'court-decision-recorded' AND fact.data->>'award' = award AND fact.date <= day
      AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = fact.id)) AS decisions
$$;
CREATE FUNCTION not_against_the_judge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE award text := NEW.data->>'award'; parent text;
BEGIN
  SELECT fact.data->>'parent' INTO parent FROM journal fact WHERE fact.pole_id = NEW.pole_id
    AND fact.type = 'grant-requested' AND fact.data->>'award' = award LIMIT 1;
  IF blocked_by_judge(NEW.pole_id, award, NEW.date)
    OR (NEW.type = 'payment-ordered' AND blocked_by_judge(NEW.pole_id, parent, NEW.date)) THEN
    RAISE EXCEPTION 'suspended or annulled by the judge: % of award % on %', NEW.type, award, NEW.date
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_not_against_the_judge AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type IN ('convention-signed', 'payment-ordered')) EXECUTE FUNCTION not_against_the_judge();`;

/** Silence rejects what someone asks for, not what the Région proposes itself. */
const SILENCE = `
CREATE FUNCTION silence_rejects_a_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM journal fact WHERE fact.pole_id = NEW.pole_id AND fact.type = 'grant-requested'
    AND fact.data->>'award' = NEW.data->>'award' AND fact.data->>'requestedBy' = 'region') THEN
    RAISE EXCEPTION 'silence rejects nothing that the Région proposes: %', NEW.data USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_silence_rejects_a_request AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type = 'request-implicitly-rejected') EXECUTE FUNCTION silence_rejects_a_request();`;

/** The règlements that rule awards are asked for at each start. */
const REGLEMENTS = `CREATE INDEX journal_requests ON journal ((data->>'reglement')) WHERE type = 'grant-requested'`;

/** The executory character, the judge and silence, as the texts have them. */
export class Executory1764931000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [EXECUTORY, JUDGE, SILENCE, REGLEMENTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Le journal ne se défait pas : revenir en arrière se fait depuis une sauvegarde.');
  }
}
