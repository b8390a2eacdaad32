/** The facts of an award as they stand, and what each of them must come after: vote, transmission, executory, signatures. */
export const DATES = `
ALTER TABLE journal
  ADD CONSTRAINT journal_days_are_days CHECK (isfinite(date) AND isfinite(recorded_at)),
  ADD CONSTRAINT journal_votes_add_up CHECK (type <> 'vote-recorded' OR (
    (data->>'votesFor')::int + (data->>'votesAgainst')::int + (data->>'abstentions')::int = (data->>'present')::int
    AND (data->>'present')::int <= (data->>'members')::int) IS TRUE);

CREATE FUNCTION standing_day(pole uuid, award text, kind text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT max(fact.date) FROM journal fact WHERE fact.pole_id = pole AND fact.type = kind AND fact.data->>'award' = award
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = fact.id)
$$;

CREATE FUNCTION day_executory(pole uuid, award text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN least(published, notified) IS NOT NULL AND transmitted IS NOT NULL
    THEN greatest(transmitted, least(published, notified)) END
  FROM (SELECT standing_day(pole, award, 'deliberation-transmitted') AS transmitted,
    standing_day(pole, award, 'deliberation-published') AS published,
    standing_day(pole, award, 'grant-notified') AS notified) AS days
$$;

CREATE FUNCTION day_signed(pole uuid, award text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN count(DISTINCT fact.data->>'party') = 2 THEN max(fact.date) END FROM journal fact
  WHERE fact.pole_id = pole AND fact.type = 'convention-signed' AND fact.data->>'award' = award
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = fact.id)
$$;

CREATE FUNCTION award_facts_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE vote journal; award text := NEW.data->>'award'; earliest date;
BEGIN
  SELECT fact.* INTO vote FROM journal fact WHERE fact.pole_id = NEW.pole_id AND fact.type = 'vote-recorded'
    AND fact.data->>'award' = award AND fact.data->>'outcome' IN ('adopted', 'amended')
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = fact.id)
    ORDER BY fact.sequence DESC LIMIT 1;
  earliest := CASE
    WHEN NEW.type IN ('deliberation-transmitted', 'deliberation-published') THEN vote.date
    WHEN NEW.type = 'grant-notified' THEN standing_day(NEW.pole_id, award, 'deliberation-transmitted')
    WHEN NEW.type = 'convention-signed' AND NEW.data->>'party' = 'carrier' THEN NEW.date
    WHEN NEW.type = 'convention-signed' THEN day_executory(NEW.pole_id, award)
    WHEN NEW.type = 'convention-notified' THEN day_signed(NEW.pole_id, award)
    WHEN vote.data->>'conventionRequired' = 'false' THEN standing_day(NEW.pole_id, award, 'grant-notified')
    WHEN standing_day(NEW.pole_id, award, 'convention-notified') IS NOT NULL THEN greatest(
      standing_day(NEW.pole_id, award, 'grant-notified'), standing_day(NEW.pole_id, award, 'convention-notified')) END;
  IF vote.id IS NULL OR earliest IS NULL OR NEW.date < earliest THEN
    RAISE EXCEPTION 'out of order: % of award % on %, not before %', NEW.type, award, NEW.date, earliest
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.type = 'convention-signed' AND NEW.data->>'textHash' IS DISTINCT FROM vote.data->>'textHash' THEN
    RAISE EXCEPTION 'the text signed is not the text voted: award %', award USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_award_facts_in_order AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type IN ('deliberation-transmitted', 'deliberation-published', 'grant-notified', 'convention-signed',
    'convention-notified', 'payment-ordered'))
  EXECUTE FUNCTION award_facts_in_order();
`;

/** Two persons for one liquidation, a hearing before a measure, a motive where one is owed. */
export const SEPARATION = `
CREATE FUNCTION liquidated_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM journal p WHERE p.pole_id = NEW.pole_id AND p.type = 'liquidation-prepared' AND p.actor <> NEW.actor
      AND p.data->>'award' = NEW.data->>'award' AND p.data->>'year' = NEW.data->>'year'
      AND p.data->>'number' = NEW.data->>'number' AND p.data->>'attempt' = NEW.data->>'attempt'
      AND p.data->>'amount' = NEW.data->>'amount'
      AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = p.id))
  THEN
    RAISE EXCEPTION 'a liquidation is validated by someone else than who prepared it: %', NEW.data
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_liquidated_by_two AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type = 'liquidation-validated') EXECUTE FUNCTION liquidated_by_two();

CREATE FUNCTION heard_before() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;
CREATE TRIGGER journal_heard_before_termination AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type = 'convention-terminated' AND NEW.data->>'by' = 'region') EXECUTE FUNCTION heard_before();
CREATE TRIGGER journal_heard_before_recovery AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type = 'recovery-ordered') EXECUTE FUNCTION heard_before();

ALTER TABLE journal ADD CONSTRAINT journal_motives CHECK (private_digest IS NOT NULL OR type NOT IN (
  'project-withdrawn', 'pole-abandoned', 'convention-terminated', 'observations-invited', 'liquidation-returned',
  'recovery-waived', 'block-overridden', 'fact-retracted'));
`;
