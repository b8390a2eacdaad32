/** What the law fixes of a withdrawal: its term, its amount, what is left of the grant. The amounts are those of the list of awards. */
export const WITHDRAWALS = `
CREATE FUNCTION day_voted(pole uuid, award text) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT max(fact.date) FROM journal fact WHERE fact.pole_id = pole AND fact.type = 'vote-recorded'
    AND fact.data->>'award' = award AND fact.data->>'outcome' IN ('adopted', 'amended')
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = fact.id));
END $$;

/* What a grant and the votes of its years come to, in cents, as they stand, and what was withdrawn of it before a line. */
CREATE FUNCTION granted_of(award uuid) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT sum(a.granted) FROM awards a WHERE a.id = award OR (a.parent = award AND a.kind = 'year'));
END $$;
CREATE FUNCTION withdrawn_before(pole uuid, award text, line integer) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(sum((fact.data->>'amount')::bigint), 0) FROM journal fact WHERE fact.pole_id = pole
    AND fact.type = 'grant-withdrawn' AND fact.data->>'award' = award AND fact.sequence < line
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = fact.id));
END $$;

/* Décret n° 2021-1947 art. 5: the part of the grant that pays the days still to run at the breach, that day included. */
CREATE FUNCTION withdrawn_pro_rata(granted bigint, since date, until date, breach date) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN granted * (until - greatest(breach, since) + 1) / (until - since + 1);
END $$;

CREATE FUNCTION withdrawn_lawfully(line journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  taking awards;
  voted date := day_voted(line.pole_id, line.data->>'award');
  stays bigint;
  amount bigint := (line.data->>'amount')::bigint;
  breach date := (line.data->>'breachOn')::date;
BEGIN
  IF line.data->>'basis' = 'illegal' AND (line.date <= voted + interval '4 months') IS NOT TRUE THEN
    RAISE EXCEPTION 'an illegal grant is withdrawn within four months of its making: award % of %, on %',
      line.data->>'award', voted, line.date USING ERRCODE = 'check_violation';
  END IF;
  SELECT * INTO taking FROM awards WHERE id = (line.data->>'award')::uuid;
  stays := granted_of(taking.id) - withdrawn_before(line.pole_id, line.data->>'award', line.sequence);
  IF (amount BETWEEN 0 AND stays) IS NOT TRUE THEN
    RAISE EXCEPTION 'withdrawn beyond what stays granted: award %, % of %', line.data->>'award', amount, stays
      USING ERRCODE = 'check_violation';
  END IF;
  IF line.data->>'basis' = 'commitment' AND (breach BETWEEN voted AND least(taking.period_to, line.date)
    AND standing_day(line.pole_id, line.data->>'award', 'grant-requested') >= date '2022-01-02'
    AND amount = least(stays, withdrawn_pro_rata(granted_of(taking.id), taking.period_from, taking.period_to, breach))) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'not pro rata of what was to run after the breach: award %, % on %', line.data->>'award', amount, breach
      USING ERRCODE = 'check_violation';
  END IF;
END $$;

/* Six months at most to give back (the same décret). */
CREATE FUNCTION returned_in_six_months(line journal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF line.data->>'returnBy' IS NOT NULL
    AND ((line.data->>'returnBy')::date BETWEEN line.date AND line.date + interval '6 months') IS NOT TRUE THEN
    RAISE EXCEPTION 'given back within six months: not by % from %', line.data->>'returnBy', line.date
      USING ERRCODE = 'check_violation';
  END IF;
END $$;

/* CRPA art. L242-2 1°: an abrogation is for what comes. */
CREATE FUNCTION abrogated_for_what_comes(line journal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF ((line.data->>'from')::date >= line.date) IS NOT TRUE THEN
    RAISE EXCEPTION 'abrogated for the past: from % on %', line.data->>'from', line.date USING ERRCODE = 'check_violation';
  END IF;
END $$;

/* A hearing ends after it began: with what was answered, or the day after its term. */
CREATE FUNCTION heard_after_invited(line journal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM journal i WHERE i.pole_id = line.pole_id AND i.type = 'observations-invited'
    AND i.data->>'award' = line.data->>'award' AND i.data->>'matter' = line.data->>'matter'
    AND coalesce(i.data->>'rank', '1') = coalesce(line.data->>'rank', '1') AND i.sequence < line.sequence
    AND i.date <= line.date AND (line.type = 'observations-presented' OR (i.data->>'term')::date < line.date)
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = line.pole_id AND later.retracts = i.id))
  THEN
    RAISE EXCEPTION 'no hearing before its end: %', line.data USING ERRCODE = 'check_violation';
  END IF;
END $$;
`;
