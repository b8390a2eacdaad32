/** Figures that add up, an organ that may grant, a day that is the session's. Votes of the first version told less. */
export const FIGURES = `
ALTER TABLE journal DROP CONSTRAINT journal_votes_add_up;

CREATE FUNCTION vote_figure(vote jsonb, name text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT (vote->>name)::int
$$;

/* Members who stepped aside, on one ground or on any, and stayed in the room or not. */
CREATE FUNCTION members_aside(vote jsonb, on_ground text, in_room boolean) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT count(*)::int FROM jsonb_array_elements(coalesce(vote->'aside', '[]')) AS a
  WHERE (on_ground IS NULL OR a->>'ground' = on_ground) AND (NOT in_room OR a->>'absentFromRoom' = 'false')
$$;

/*
 * What a check calls is written in plpgsql: the body of a function in SQL would be read again, to be inlined, at each
 * statement that writes a line, whatever its type.
 */
CREATE FUNCTION vote_adds_up(vote jsonb, version integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE WHEN version = 1 THEN
      vote_figure(vote, 'votesFor') + vote_figure(vote, 'votesAgainst') + vote_figure(vote, 'abstentions')
        = vote_figure(vote, 'present') AND vote_figure(vote, 'present') <= vote_figure(vote, 'members')
    ELSE
      CASE num_nonnulls(vote->>'votesFor', vote->>'votesAgainst', vote->>'abstentions', vote->>'voters')
        WHEN 0 THEN true
        WHEN 4 THEN
          least(vote_figure(vote, 'votesFor'), vote_figure(vote, 'votesAgainst'), vote_figure(vote, 'abstentions')) >= 0
          AND vote_figure(vote, 'votesFor') + vote_figure(vote, 'votesAgainst') + vote_figure(vote, 'abstentions')
            = vote_figure(vote, 'voters')
          AND vote_figure(vote, 'voters') <= coalesce(
            vote_figure(vote, 'present') + coalesce(vote_figure(vote, 'represented'), 0) - members_aside(vote, NULL, true),
            vote_figure(vote, 'members'), vote_figure(vote, 'voters'))
        ELSE false END
      AND coalesce(vote_figure(vote, 'represented') <= vote_figure(vote, 'present'), true)
      AND coalesce(vote_figure(vote, 'present') + coalesce(vote_figure(vote, 'represented'), 0)
        <= vote_figure(vote, 'members'), true)
    END;
END
$$;

CREATE FUNCTION vote_announced_rightly(vote jsonb, version integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN version = 1 OR vote->>'outcome' = 'adjourned' OR (
    coalesce((vote->>'outcome' IN ('adopted', 'amended')) = CASE
      WHEN vote->>'votesFor' = vote->>'votesAgainst' THEN
        coalesce(vote->>'castingVote' = 'for' AND vote->>'ballot' <> 'secret', false)
      ELSE vote_figure(vote, 'votesFor') > vote_figure(vote, 'votesAgainst') END, true)
    AND (vote->>'unanimous' = 'false'
      OR vote->>'outcome' IN ('adopted', 'amended') AND coalesce(vote_figure(vote, 'votesAgainst'), 0) = 0));
END
$$;

/* More than half of the members in exercise, or the second meeting; the commission since loi 2009-526. */
CREATE FUNCTION vote_had_quorum(vote jsonb, day date, version integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  by_law boolean := day >= date '2022-02-23';
  base integer := vote_figure(vote, 'members') - CASE WHEN by_law THEN members_aside(vote, 'mandate-by-law', false) ELSE 0 END;
  here integer := vote_figure(vote, 'present') - CASE WHEN by_law THEN members_aside(vote, 'mandate-by-law', true) ELSE 0 END;
BEGIN
  RETURN version = 1 OR vote->>'outcome' = 'adjourned' OR coalesce(CASE
    WHEN vote->>'firstMeetingOn' IS NOT NULL THEN (vote->>'firstMeetingOn')::date + 3 <= day
    WHEN vote->>'organ' = 'assembly' THEN 2 * here > base
    WHEN day >= date '2009-05-14' THEN 2 * least(here + coalesce(vote_figure(vote, 'represented'), 0), base) > base
    END, true);
END
$$;

CREATE FUNCTION interested_apart(vote jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(vote->'aside', '[]')) AS a,
    jsonb_array_elements(coalesce(vote->'parts', '[]')) AS p WHERE a->>'member' = p->>'member');
END
$$;

ALTER TABLE journal
  ADD CONSTRAINT journal_votes_add_up CHECK (type <> 'vote-recorded' OR vote_adds_up(data, schema_version) IS TRUE),
  ADD CONSTRAINT journal_votes_announced CHECK (
    type <> 'vote-recorded' OR vote_announced_rightly(data, schema_version) IS TRUE),
  ADD CONSTRAINT journal_quorum CHECK (type <> 'vote-recorded' OR vote_had_quorum(data, date, schema_version) IS TRUE),
  ADD CONSTRAINT journal_interested_apart CHECK (type <> 'vote-recorded' OR interested_apart(data) IS TRUE),
  ADD CONSTRAINT journal_organs CHECK (type NOT IN ('agenda-entered', 'vote-recorded') OR schema_version = 1
    OR (data->>'organ' IN ('assembly', 'permanent-commission')) IS TRUE),
  ADD CONSTRAINT journal_voted_in_session CHECK (type <> 'vote-recorded' OR schema_version = 1
    OR (data->>'sessionOn' = to_char(date, 'YYYY-MM-DD')) IS TRUE),
  ADD CONSTRAINT journal_signed_by_delegation CHECK (type <> 'convention-signed' OR schema_version = 1
    OR data->>'delegation' IS NULL OR (data->>'party' = 'region' AND data->'delegation'->>'from' <= to_char(date, 'YYYY-MM-DD')
      AND coalesce(data->'delegation'->>'to' >= to_char(date, 'YYYY-MM-DD'), true)) IS TRUE);
`;

/** A vote is that of the session entered; one délibération is of one session, with one vote unless one was voted apart. */
export const SESSIONS = `
CREATE INDEX journal_deliberations ON journal ((data->>'number')) WHERE type = 'vote-recorded';

CREATE FUNCTION voted_as_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM (SELECT entered.data FROM journal entered WHERE entered.pole_id = NEW.pole_id
        AND entered.type = 'agenda-entered' AND entered.data->>'award' = NEW.data->>'award'
        AND entered.data->>'round' = NEW.data->>'round'
        AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = NEW.pole_id AND later.retracts = entered.id)
      ORDER BY entered.sequence DESC LIMIT 1) AS agenda
    WHERE agenda.data->>'sessionOn' = NEW.data->>'sessionOn' AND agenda.data->>'organ' = NEW.data->>'organ')
  THEN
    RAISE EXCEPTION 'not the session entered: award %', NEW.data->>'award' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.data->>'outcome' <> 'adjourned' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('deliberation/' || (NEW.data->>'number'), 0));
    IF EXISTS (
      SELECT FROM journal other WHERE other.type = 'vote-recorded' AND other.data->>'number' = NEW.data->>'number'
        AND other.id <> NEW.id AND other.data->>'outcome' <> 'adjourned' AND other.data->>'organ' = NEW.data->>'organ'
        AND left(other.data->>'sessionOn', 4) = left(NEW.data->>'sessionOn', 4)
        AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = other.pole_id AND later.retracts = other.id)
        AND (other.data->>'sessionOn' <> NEW.data->>'sessionOn' OR (
          other.data->>'separateVote' = 'false' AND NEW.data->>'separateVote' = 'false' AND (
            other.data->>'members' <> NEW.data->>'members' OR other.data->>'present' <> NEW.data->>'present'
            OR other.data->>'represented' <> NEW.data->>'represented' OR other.data->>'votesFor' <> NEW.data->>'votesFor'
            OR other.data->>'votesAgainst' <> NEW.data->>'votesAgainst'
            OR other.data->>'abstentions' <> NEW.data->>'abstentions'))))
    THEN
      RAISE EXCEPTION 'another vote of the same deliberation: %', NEW.data->>'number' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_voted_as_entered AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type = 'vote-recorded' AND NEW.schema_version > 1) EXECUTE FUNCTION voted_as_entered();
`;
