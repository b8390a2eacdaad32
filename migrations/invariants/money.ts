/** The ledger and the awards: what is paid was ordered by two people, and one convention runs at a time. */
export const MONEY = `
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE awards ADD CONSTRAINT awards_one_convention_at_a_time
  EXCLUDE USING gist (pole_id WITH =, daterange(period_from, period_to, '[]') WITH &&)
  WHERE (kind = 'convention' AND status <> 'rejected');

DROP TRIGGER ledger_within_vote ON ledger;
DROP FUNCTION ledger_within_vote();
ALTER TABLE ledger ADD COLUMN validated_by text;
UPDATE ledger SET validated_by = (
  SELECT actor FROM journal WHERE type = 'liquidation-validated' AND data->>'award' = award_id::text
    AND (data->>'year')::int = year AND (data->>'number')::int = number
  ORDER BY (data->>'attempt')::int DESC LIMIT 1)
WHERE status IN ('liquidated', 'ordered', 'paid');
ALTER TABLE ledger
  ADD CONSTRAINT ledger_two_persons CHECK (prepared_by <> validated_by),
  ADD CONSTRAINT ledger_validated CHECK (
    status NOT IN ('liquidated', 'ordered', 'paid') OR (prepared_by IS NOT NULL AND validated_by IS NOT NULL)),
  ADD CONSTRAINT ledger_ordered CHECK (status NOT IN ('ordered', 'paid') OR payment_order IS NOT NULL),
  ADD CONSTRAINT ledger_paid_in_full CHECK (
    CASE WHEN status = 'paid' THEN paid > 0 AND paid = liquidated AND paid_on IS NOT NULL ELSE paid = 0 END);

CREATE UNIQUE INDEX journal_ordered_once ON journal
  ((data->>'award'), (data->>'year'), (data->>'number'), (data->>'payment')) WHERE type = 'payment-ordered';
CREATE UNIQUE INDEX journal_paid_once ON journal
  ((data->>'award'), (data->>'year'), (data->>'number')) WHERE type = 'payment-recorded';

CREATE FUNCTION payment_was_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM journal o WHERE o.type = 'payment-ordered' AND o.pole_id = NEW.pole_id AND o.date <= NEW.date
      AND o.data->>'award' = NEW.data->>'award' AND o.data->>'year' = NEW.data->>'year'
      AND o.data->>'number' = NEW.data->>'number' AND o.data->>'payment' = NEW.data->>'payment'
      AND (NEW.type <> 'payment-recorded' OR o.data->>'amount' = NEW.data->>'amount'))
  THEN
    RAISE EXCEPTION 'no such payment order before: %', NEW.data USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_paid_as_ordered AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type IN ('payment-recorded', 'payment-rejected')) EXECUTE FUNCTION payment_was_ordered();

CREATE FUNCTION ledger_paid_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM journal p WHERE p.type = 'payment-recorded' AND p.data->>'award' = NEW.award_id::text
      AND p.data->>'year' = NEW.year::text AND p.data->>'number' = NEW.number::text
      AND (p.data->>'amount')::bigint = NEW.paid)
  THEN
    RAISE EXCEPTION 'paid without a recorded payment: %/%/%', NEW.award_id, NEW.year, NEW.number
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_paid_is_recorded AFTER INSERT OR UPDATE ON ledger FOR EACH ROW
  WHEN (NEW.paid > 0) EXECUTE FUNCTION ledger_paid_is_recorded();

CREATE FUNCTION planned_is_granted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE award uuid; allowed bigint; planned_total bigint;
BEGIN
  IF TG_TABLE_NAME = 'awards' THEN award := NEW.id; ELSE award := coalesce(NEW.award_id, OLD.award_id); END IF;
  SELECT granted INTO allowed FROM awards WHERE id = award FOR UPDATE;
  SELECT sum(planned) INTO planned_total FROM ledger WHERE award_id = award;
  IF planned_total IS NOT NULL AND planned_total IS DISTINCT FROM allowed THEN
    RAISE EXCEPTION 'the ledger is not the grant: award %, planned %, granted %', award, planned_total, allowed
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_is_granted AFTER INSERT OR DELETE ON ledger
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION planned_is_granted();
CREATE CONSTRAINT TRIGGER ledger_stays_granted AFTER UPDATE ON ledger
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.planned <> NEW.planned OR OLD.award_id <> NEW.award_id) EXECUTE FUNCTION planned_is_granted();
CREATE CONSTRAINT TRIGGER grant_is_planned AFTER UPDATE ON awards
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.granted IS DISTINCT FROM NEW.granted) EXECUTE FUNCTION planned_is_granted();
`;
