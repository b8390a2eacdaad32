/** An invariant of the domain told in SQL, independently of the code that wrote the rows. */
export interface Control {
  /** Its number in the invariants of the domain; 0 for one of the house's own. */
  readonly invariant: number;
  readonly name: string;
  /** Its legal or contractual ground. */
  readonly source: string;
  /** Rows are breaches; the column `culprit` names what is at fault. */
  readonly sql: string;
}

/** The facts of the journal that were not retracted. */
export const STANDING = `fact AS (
  SELECT j.* FROM journal j WHERE j.fact_version IS NOT NULL
    AND NOT EXISTS (SELECT FROM journal r WHERE r.retracts = j.id))`;

/** The vote that carried each award, with its day, its text and what it granted. */
export const CARRIED = `carried AS (
  SELECT DISTINCT ON (data->>'award') data->>'award' AS award, date AS voted_on, data->>'textHash' AS text_hash,
    (data->>'amount')::bigint AS amount, data->>'conventionRequired' = 'true' AS convention_required
  FROM fact WHERE type = 'vote-recorded' AND data->>'outcome' IN ('adopted', 'amended')
  ORDER BY data->>'award', sequence DESC)`;
