/** A name told in a dossier names the body in that dossier alone; the register of bodies begins without any. */
export const TOLD_NAMES = `
CREATE TABLE told_names (
  pole_id uuid NOT NULL,
  siret text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (pole_id, siret)
);
INSERT INTO told_names
SELECT DISTINCT ON (j.pole_id, siret) j.pole_id, coalesce(j.data->>'applicant', j.data->>'carrier') AS siret, p.data->>'bodyName'
FROM journal j JOIN journal_private p ON p.event_id = j.id
WHERE p.data ? 'bodyName' AND coalesce(j.data->>'applicant', j.data->>'carrier') IS NOT NULL
  AND NOT EXISTS (SELECT FROM journal later WHERE later.retracts = j.id)
ORDER BY j.pole_id, siret, j.sequence DESC;
GRANT SELECT, INSERT, UPDATE, DELETE ON told_names TO jalon_app;

DELETE FROM bodies;
ALTER TABLE bodies ADD COLUMN since date NOT NULL;
REVOKE INSERT, UPDATE ON bodies FROM jalon_app;
`;
