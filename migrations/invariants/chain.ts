/** A journal without holes, whose last line is the head that its dossier holds; and its chain, computed in SQL. */
export const CHAIN = `
CREATE INDEX journal_retractions ON journal (retracts) WHERE retracts IS NOT NULL;

CREATE FUNCTION journal_follows_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM dossiers d WHERE d.id = NEW.pole_id AND d.version >= coalesce(NEW.fact_version, 0)
      AND (d.sequence > NEW.sequence OR (d.sequence = NEW.sequence AND d.head_hash = NEW.hash)))
    OR NEW.sequence < 1
    OR (NEW.sequence > 1 AND NOT EXISTS (
      SELECT FROM journal WHERE pole_id = NEW.pole_id AND sequence = NEW.sequence - 1))
  THEN
    RAISE EXCEPTION 'the journal of % does not go on with line %', NEW.pole_id, NEW.sequence
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_follows_on AFTER INSERT ON journal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_follows_on();

CREATE FUNCTION head_is_last_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last journal;
BEGIN
  SELECT * INTO last FROM journal WHERE pole_id = NEW.id ORDER BY sequence DESC LIMIT 1;
  IF last.sequence IS DISTINCT FROM NEW.sequence OR last.hash IS DISTINCT FROM NEW.head_hash THEN
    RAISE EXCEPTION 'the head of % is not the last line of its journal', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER dossier_head_is_last_line AFTER UPDATE ON dossiers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.sequence <> NEW.sequence OR OLD.head_hash <> NEW.head_hash) EXECUTE FUNCTION head_is_last_line();

CREATE FUNCTION canonical_json(said jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(said)
    WHEN 'object' THEN (SELECT '{' || coalesce(string_agg(to_jsonb(key)::text || ':'
      || CASE WHEN jsonb_typeof(value) IN ('object', 'array') THEN canonical_json(value) ELSE value::text END, ','
      ORDER BY key COLLATE "C"), '') || '}' FROM jsonb_each(said))
    WHEN 'array' THEN (SELECT '[' || coalesce(string_agg(canonical_json(value), ',' ORDER BY place), '') || ']'
      FROM jsonb_array_elements(said) WITH ORDINALITY AS element (value, place))
    ELSE said::text END;
END $$;

CREATE FUNCTION journal_link(previous text, line journal) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(previous || canonical_json(
    (to_jsonb(line) - 'hash' - 'date_precision')
    || jsonb_build_object('recorded_at', to_char(line.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    || CASE WHEN line.date_precision = 'day' THEN '{}' ELSE jsonb_build_object('date_precision', line.date_precision) END
  ), 'UTF8')), 'hex')
$$;
`;
