import { STANDING, type Control } from './control.js';

/** What a dossier asks and is granted is within its dated règlement. `$1` is the règlements, as JSON. */
export const reglementControls: readonly Control[] = [
  {
    invariant: 21,
    name: 'le montant et la durée restent dans le règlement du dossier',
    source: "Règlement de l'aide, plafond et durée",
    sql: `WITH ${STANDING}, rules AS (SELECT * FROM jsonb_to_recordset($1::jsonb)
        AS rule (id text, "yearlyCeiling" bigint, years int, "from" date, "to" date))
      SELECT a.id AS culprit FROM awards a JOIN dossiers d ON d.id = a.pole_id LEFT JOIN rules r ON r.id = d.reglement
      WHERE r.id IS NULL OR (a.kind = 'convention' AND (a.years > r.years
        OR coalesce(a.granted, 0) > r."yearlyCeiling" * a.years))`,
  },
  {
    invariant: 21,
    name: 'un dossier suit le règlement en vigueur le jour où il s’ouvre',
    source: "Règlement de l'aide, entrée en vigueur",
    sql: `WITH ${STANDING}, rules AS (SELECT * FROM jsonb_to_recordset($1::jsonb)
        AS rule (id text, "yearlyCeiling" bigint, years int, "from" date, "to" date))
      SELECT f.pole_id AS culprit FROM fact f JOIN dossiers d ON d.id = f.pole_id LEFT JOIN rules r ON r.id = d.reglement
      WHERE f.type = 'initiative-declared' AND (r.id IS NULL OR f.date < r."from" OR f.date > coalesce(r."to", 'infinity'))`,
  },
];
