/** An order is of what was liquidated since, within what stays granted; a vote within what was asked; an end not behind a payment. */
export const MONEY = `
CREATE FUNCTION ordered_as_liquidated(line journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before journal;
  paying awards;
  root uuid;
  stays bigint;
  ordered bigint;
BEGIN
  SELECT s.* INTO before FROM journal s WHERE s.pole_id = line.pole_id AND s.sequence < line.sequence
    AND s.type IN ('liquidation-validated', 'payment-ordered', 'payment-recorded', 'payment-rejected')
    AND s.data->>'award' = line.data->>'award' AND s.data->>'year' = line.data->>'year' AND s.data->>'number' = line.data->>'number'
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = line.pole_id AND later.retracts = s.id)
    ORDER BY s.sequence DESC LIMIT 1;
  IF (before.type = 'liquidation-validated' AND before.data->>'amount' = line.data->>'amount' AND before.date <= line.date) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'not what was liquidated: %', line.data USING ERRCODE = 'check_violation';
  END IF;
  SELECT * INTO paying FROM awards WHERE id = (line.data->>'award')::uuid;
  root := CASE paying.kind WHEN 'year' THEN paying.parent ELSE paying.id END;
  stays := granted_of(root) - withdrawn_before(line.pole_id, root::text, line.sequence);
  SELECT sum((o.data->>'amount')::bigint) INTO ordered FROM journal o JOIN awards a ON a.id = (o.data->>'award')::uuid
    WHERE o.pole_id = line.pole_id AND o.type = 'payment-ordered' AND o.sequence <= line.sequence
    AND (a.id = root OR (a.parent = root AND a.kind = 'year'))
    AND NOT EXISTS (SELECT FROM journal r WHERE r.pole_id = o.pole_id AND r.type = 'payment-rejected'
      AND r.data->>'award' = o.data->>'award' AND r.data->>'year' = o.data->>'year' AND r.data->>'number' = o.data->>'number'
      AND r.data->>'payment' = o.data->>'payment');
  IF (ordered <= stays) IS NOT TRUE THEN
    RAISE EXCEPTION 'ordered beyond what stays granted: award %, % of %', root, ordered, stays USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION voted_as_asked(line journal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF line.data->>'outcome' IN ('adopted', 'amended') AND NOT EXISTS (SELECT FROM journal g WHERE g.pole_id = line.pole_id AND g.type = 'grant-requested'
    AND g.data->>'award' = line.data->>'award' AND (line.data->>'amount')::bigint BETWEEN 1 AND (g.data->>'amount')::bigint)
  THEN
    RAISE EXCEPTION 'voted beyond what was asked: %', line.data USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION ended_after_payments(line journal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM journal p WHERE p.pole_id = line.pole_id AND p.type = 'payment-recorded' AND p.date > line.date
    AND NOT EXISTS (SELECT FROM journal later WHERE later.pole_id = line.pole_id AND later.retracts = p.id))
  THEN
    RAISE EXCEPTION 'an end behind a payment: % on %', line.type, line.date USING ERRCODE = 'check_violation';
  END IF;
END $$;
`;
