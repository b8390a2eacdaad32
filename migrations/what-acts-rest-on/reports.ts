/** Indicators are of the version of the document de référence under which their year began; each has a number, or none is known. */
export const REPORTS = `
CREATE FUNCTION document_of_year(pole uuid, award text, year integer) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE asked journal; document text;
BEGIN
  SELECT g.* INTO asked FROM journal g WHERE g.pole_id = pole AND g.type = 'grant-requested' AND g.data->>'award' = award LIMIT 1;
  SELECT a.data->>'referenceDocument' INTO document FROM journal a WHERE a.pole_id = pole AND a.type = 'convention-amended'
    AND a.data->>'award' = award AND a.date <= (asked.data->'period'->>'from')::date + make_interval(years => year - 1)
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = pole AND later.retracts = a.id)
    ORDER BY a.sequence DESC LIMIT 1;
  RETURN CASE WHEN FOUND THEN document ELSE asked.data->>'referenceDocument' END;
END $$;
CREATE FUNCTION filed_on_its_version(line journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE wanted text := document_of_year(line.pole_id, line.data->>'award', (line.data->>'year')::int);
BEGIN
  IF line.data->>'report' NOT IN ('indicators', 'activity-report') THEN
    RETURN;
  END IF;
  IF line.data->>'document' IS DISTINCT FROM wanted THEN
    RAISE EXCEPTION 'not the version of its year: %, not %', line.data->>'document', wanted USING ERRCODE = 'check_violation';
  END IF;
  IF line.data->>'report' = 'indicators' AND (jsonb_typeof(line.data->'indicators') = 'object' AND NOT EXISTS (
    SELECT FROM jsonb_each(line.data->'indicators') AS entry WHERE jsonb_typeof(entry.value) NOT IN ('number', 'null'))) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'an indicator is a number, or is not known: %', line.data->'indicators' USING ERRCODE = 'check_violation';
  END IF;
END $$;
`;
