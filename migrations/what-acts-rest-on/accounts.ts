/** What is due lies within what was granted; nothing changes under a settled account, nor under a report that is accepted. */
export const ACCOUNTS = `
CREATE FUNCTION settlement_adds_up(line journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  granted bigint := line.data->>'granted';
  due bigint := line.data->>'due';
  paid bigint := line.data->>'paid';
BEGIN
  IF (due BETWEEN 0 AND granted AND paid BETWEEN 0 AND granted AND (line.data->>'released')::bigint = granted - paid
    AND (line.data->>'excess')::bigint BETWEEN 0 AND greatest(0, paid - due)) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'a settlement that does not add up: %', line.data USING ERRCODE = 'check_violation';
  END IF;
END $$;

/* The line at which the account of a grant, or of the grant that an award pays a year of, was settled. */
CREATE FUNCTION line_settled(pole uuid, award text) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT max(s.sequence) FROM journal s WHERE s.pole_id = pole AND s.type = 'convention-settled'
    AND s.data->>'award' IN (award, (SELECT a.parent::text FROM awards a WHERE a.id::text = award AND a.kind = 'year'))
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = s.id));
END $$;

/* What was ordered before and came back since is liquidated and ordered again. */
CREATE FUNCTION not_under_settled_account(line journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE settled integer := line_settled(line.pole_id, line.data->>'award');
BEGIN
  IF settled < line.sequence AND (line.type = 'report-reopened' OR NOT EXISTS (
    SELECT FROM journal r WHERE r.pole_id = line.pole_id AND r.type = 'payment-rejected' AND r.sequence BETWEEN settled AND line.sequence
      AND r.data->>'award' = line.data->>'award' AND r.data->>'year' = line.data->>'year' AND r.data->>'number' = line.data->>'number'))
  THEN
    RAISE EXCEPTION 'the account is settled: % of %', line.type, line.data USING ERRCODE = 'check_violation';
  END IF;
END $$;

/* Whether a convention is settled, from a line on, that ended on this day or later, and began by then. */
CREATE FUNCTION is_settled(pole uuid, line integer, ends_from date, begins_by date) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM journal s JOIN awards a ON a.id = (s.data->>'award')::uuid AND a.kind = 'convention'
    WHERE s.pole_id = pole AND s.type = 'convention-settled' AND s.sequence > line
      AND a.period_to >= ends_from AND a.period_from <= begins_by
      AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = s.id));
END $$;
CREATE FUNCTION not_on_settled_day(line journal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF is_settled(line.pole_id, 0, line.date, line.date) THEN
    RAISE EXCEPTION 'the account of that day is settled: % on %', line.type, line.date USING ERRCODE = 'check_violation';
  END IF;
END $$;

/* An accepted report is reopened before anything more is written of it. */
CREATE FUNCTION report_is_open(line journal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT f.type FROM journal f WHERE f.pole_id = line.pole_id AND f.sequence < line.sequence
      AND f.type IN ('report-filed', 'report-returned', 'report-accepted', 'report-reopened')
      AND f.data->>'award' = line.data->>'award' AND f.data->>'year' = line.data->>'year' AND f.data->>'report' = line.data->>'report'
      AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = line.pole_id AND later.retracts = f.id)
    ORDER BY f.sequence DESC LIMIT 1) = 'report-accepted'
  THEN
    RAISE EXCEPTION 'the report is accepted: % of %', line.type, line.data USING ERRCODE = 'check_violation';
  END IF;
END $$;

/* Whether a fact needs another of the same award, and falls with it. */
CREATE FUNCTION needs_before(fact journal, earlier journal) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE
    WHEN fact.data->>'hearing' = earlier.id::text THEN true
    WHEN fact.data->>'award' IS DISTINCT FROM earlier.data->>'award' THEN false
    WHEN fact.type = 'convention-settled' THEN true
    ELSE CASE earlier.type
      WHEN 'vote-recorded' THEN fact.type IN
        ('deliberation-transmitted', 'grant-notified', 'convention-signed', 'convention-notified', 'payment-ordered')
      WHEN 'deliberation-transmitted' THEN fact.type IN ('grant-notified', 'payment-ordered')
        OR (fact.type = 'convention-signed' AND fact.data->>'party' = 'region')
      WHEN 'grant-notified' THEN fact.type = 'payment-ordered'
        OR (fact.type = 'convention-signed' AND fact.data->>'party' = 'region')
      WHEN 'convention-signed' THEN fact.type IN ('convention-notified', 'payment-ordered')
      WHEN 'convention-notified' THEN fact.type = 'payment-ordered'
      WHEN 'liquidation-validated' THEN fact.type = 'payment-ordered' AND fact.data->>'year' = earlier.data->>'year'
        AND fact.data->>'number' = earlier.data->>'number'
      ELSE false END END;
END $$;
CREATE FUNCTION nothing_rests_on_it(line journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE undone journal;
BEGIN
  SELECT * INTO undone FROM journal WHERE id = line.retracts;
  IF EXISTS (SELECT FROM journal fact WHERE fact.pole_id = line.pole_id AND fact.fact_version > undone.fact_version
      AND needs_before(fact, undone)
      AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = line.pole_id AND later.retracts = fact.id))
    OR (undone.type IN ('post-opened', 'post-filled', 'post-vacated', 'post-ended', 'dossier-suspended', 'dossier-resumed')
      AND is_settled(line.pole_id, undone.sequence, undone.date, 'infinity'))
  THEN
    RAISE EXCEPTION 'what is taken back has what rests on it: %', undone.type USING ERRCODE = 'check_violation';
  END IF;
END $$;
`;
