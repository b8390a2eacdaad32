/** The stream of the settings: a line for each right, each official name, each version of the rules that is applied. */
export const STREAM = `
CREATE TABLE settings_journal (
  id uuid PRIMARY KEY,
  sequence integer NOT NULL UNIQUE CHECK (sequence > 0),
  type text NOT NULL,
  schema_version integer NOT NULL,
  actor text NOT NULL,
  role text NOT NULL,
  recorded_at timestamptz NOT NULL,
  key uuid,
  request text,
  data jsonb NOT NULL,
  private_digest text,
  hash text NOT NULL,
  CHECK ((key IS NULL) = (request IS NULL))
);
CREATE UNIQUE INDEX settings_journal_keys ON settings_journal (actor, key) WHERE key IS NOT NULL;
CREATE INDEX settings_journal_rights ON settings_journal ((data->>'right')) WHERE type IN ('right-given', 'right-ended');
CREATE INDEX settings_journal_bodies ON settings_journal ((data->>'siret')) WHERE type IN ('body-registered', 'body-renamed');

CREATE TABLE settings_private (
  event_id uuid PRIMARY KEY REFERENCES settings_journal (id),
  salt text NOT NULL,
  data jsonb NOT NULL
);

/* The last line of the stream: one that is taken away at its end is missed. */
CREATE TABLE settings_head (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  sequence integer NOT NULL,
  hash text NOT NULL
);
INSERT INTO settings_head (sequence, hash) VALUES (0, repeat('0', 64));

CREATE TRIGGER settings_journal_rows_stay BEFORE UPDATE OR DELETE ON settings_journal
  FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER settings_journal_stays BEFORE TRUNCATE ON settings_journal
  FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();

CREATE FUNCTION settings_link(previous text, line settings_journal) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(previous || canonical_json((to_jsonb(line) - 'hash')
    || jsonb_build_object('recorded_at', to_char(line.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))), 'UTF8')), 'hex')
$$;
`;

/** Who holds what, and how bodies are named: what the stream comes to, which nobody writes but it. */
export const PROJECTION = `
CREATE TEMPORARY TABLE former_mandates ON COMMIT DROP AS TABLE mandates;
DELETE FROM mandates;
ALTER TABLE mandates DROP CONSTRAINT mandates_pkey;
ALTER TABLE mandates ADD COLUMN id uuid PRIMARY KEY, ADD COLUMN valid_from date NOT NULL;
ALTER TABLE mandates ALTER COLUMN bodies DROP DEFAULT, ALTER COLUMN pays DROP DEFAULT;
CREATE INDEX mandates_account ON mandates (account);
REVOKE INSERT, UPDATE, DELETE ON mandates FROM jalon_app;

CREATE FUNCTION apply_setting(line settings_journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE said jsonb := line.data;
BEGIN
  CASE line.type
    WHEN 'right-given' THEN
      INSERT INTO mandates (id, account, role, bodies, pays, valid_from)
      SELECT (said->>'right')::uuid, said->>'account', said->>'role', ARRAY(SELECT jsonb_array_elements_text(said->'bodies')),
        ARRAY(SELECT jsonb_array_elements_text(said->'pays')), (said->>'from')::date;
    WHEN 'right-ended' THEN
      DELETE FROM mandates WHERE id = (said->>'right')::uuid;
    WHEN 'body-registered', 'body-renamed' THEN
      INSERT INTO bodies (siret, name, rna, since)
      VALUES (said->>'siret', said->>'name', said->>'rna', (said->>'from')::date)
      ON CONFLICT (siret) DO UPDATE SET name = excluded.name, rna = excluded.rna, since = excluded.since
        WHERE excluded.since >= bodies.since;
    ELSE NULL;
  END CASE;
END $$;
`;

/** The one way in which the settings are written. */
export const PATH = `
CREATE FUNCTION check_setting(line settings_journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  said jsonb := line.data;
  today date := (line.recorded_at AT TIME ZONE 'Europe/Paris')::date;
  keepers text[] := CASE
    WHEN line.type IN ('right-given', 'right-ended') THEN '{engine,admin}'
    WHEN line.type IN ('body-registered', 'body-renamed') THEN '{instructor,manager,admin}'
    WHEN line.type IN ('reglement-applied', 'ladder-set-applied') THEN '{engine}'
    ELSE '{}' END;
BEGIN
  IF NOT line.role = ANY(keepers) THEN
    RAISE EXCEPTION 'the setting % is not for the role %', line.type, line.role USING ERRCODE = 'check_violation';
  END IF;
  IF line.role <> 'engine' AND NOT EXISTS (
    SELECT FROM mandates WHERE account = line.actor AND role = line.role AND valid_from <= today) THEN
    RAISE EXCEPTION '% does not hold the role %', line.actor, line.role USING ERRCODE = 'check_violation';
  END IF;
  IF line.type IN ('right-given', 'right-ended') AND said->>'account' = line.actor THEN
    RAISE EXCEPTION 'nobody gives or ends a right of their own' USING ERRCODE = 'check_violation';
  END IF;
  IF line.type = 'right-ended' THEN
    IF NOT EXISTS (SELECT FROM mandates WHERE id = (said->>'right')::uuid AND account = said->>'account') THEN
      RAISE EXCEPTION 'no such right is held' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM mandates WHERE id = (said->>'right')::uuid AND role = 'admin') AND NOT EXISTS (
      SELECT FROM mandates WHERE role = 'admin' AND valid_from <= today AND account <> said->>'account') THEN
      RAISE EXCEPTION 'the last admin stays' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END $$;

CREATE FUNCTION record_setting(entry jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head settings_head;
  line settings_journal := jsonb_populate_record(NULL::settings_journal, entry);
  sealed jsonb := entry->'sealed';
BEGIN
  SELECT * INTO STRICT head FROM settings_head FOR UPDATE;
  line.sequence := head.sequence + 1;
  line.private_digest := encode(sha256(convert_to(sealed->>'salt' || canonical_json(sealed->'data'), 'UTF8')), 'hex');
  line.hash := settings_link(head.hash, line);
  PERFORM check_setting(line);
  INSERT INTO settings_journal SELECT (line).*;
  IF sealed IS NOT NULL THEN
    INSERT INTO settings_private (event_id, salt, data) VALUES (line.id, sealed->>'salt', sealed->'data');
  END IF;
  UPDATE settings_head SET sequence = line.sequence, hash = line.hash;
  PERFORM apply_setting(line);
END $$;

CREATE FUNCTION rebuild_settings() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE line settings_journal;
BEGIN
  PERFORM FROM settings_head FOR UPDATE;
  DELETE FROM mandates;
  DELETE FROM bodies;
  FOR line IN SELECT * FROM settings_journal ORDER BY sequence LOOP
    PERFORM apply_setting(line);
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION apply_setting(settings_journal), check_setting(settings_journal), record_setting(jsonb), rebuild_settings()
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_setting(jsonb), rebuild_settings() TO jalon_app;
GRANT SELECT ON settings_journal, settings_private, settings_head TO jalon_app;
`;

/** The rights of before, whose author is unknown, become lines of the stream; the house says them. */
export const FORMER_RIGHTS = `
DO $$
DECLARE
  held former_mandates;
  hour timestamptz := date_trunc('second', coalesce((SELECT CASE mode WHEN 'stepping' THEN stands_at
    ELSE now() + make_interval(secs => offset_seconds) END FROM clock), now()));
BEGIN
  FOR held IN SELECT * FROM former_mandates ORDER BY account, role LOOP
    PERFORM record_setting(jsonb_build_object('id', gen_random_uuid(), 'type', 'right-given', 'schema_version', 1,
      'actor', 'jalon', 'role', 'engine', 'recorded_at', hour, 'data', jsonb_build_object('right', gen_random_uuid(),
        'account', held.account, 'role', held.role, 'bodies', held.bodies, 'pays', held.pays,
        'from', (hour AT TIME ZONE 'Europe/Paris')::date)));
  END LOOP;
END $$;
`;
