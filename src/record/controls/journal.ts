import { onFacts, type Control } from './control.js';

const TRUTH = 'Le journal fait foi : il s’ajoute, ne se modifie pas';
const PRIVACY = 'RGPD art. 5';

const TRIGGERS = ['journal_rows_stay', 'journal_stays', 'journal_follows_on', 'journal_award_facts_in_order']
  .concat(['journal_paid_as_ordered', 'journal_liquidated_by_two', 'journal_heard_before_termination'])
  .concat(['journal_heard_before_withdrawal', 'journal_signed_after_text'])
  .concat(['journal_heard_before_recovery', 'ledger_paid_is_recorded', 'ledger_is_granted', 'ledger_stays_granted'])
  .concat(['grant_is_planned', 'dossier_head_is_last_line']);

/** Invariants 16 and 17: the journal is whole, chained, and nobody of the application can change it. */
export const JOURNAL: readonly Control[] = [
  {
    number: '16.1',
    name: 'le journal d’un dossier n’a pas de trou',
    source: TRUTH,
    sql: `SELECT d.id AS culprit FROM dossiers d LEFT JOIN journal j ON j.pole_id = d.id GROUP BY d.id
      HAVING min(j.sequence) IS DISTINCT FROM 1 OR max(j.sequence) <> count(*) OR max(j.sequence) <> d.sequence
      UNION ALL SELECT DISTINCT j.pole_id FROM journal j WHERE NOT EXISTS (SELECT FROM dossiers d WHERE d.id = j.pole_id)`,
  },
  {
    number: '16.2',
    name: 'chaque entrée est chaînée à la précédente',
    source: TRUTH,
    sql: `SELECT id AS culprit FROM (
        SELECT j.id, j.hash, journal_link(coalesce(lag(j.hash) OVER (PARTITION BY j.pole_id ORDER BY j.sequence),
          repeat('0', 64)), j) AS link FROM journal j) AS chain
      WHERE hash <> link`,
  },
  {
    number: '16.3',
    name: 'la tête d’un dossier est l’empreinte de sa dernière entrée, sa version celle de son dernier fait',
    source: TRUTH,
    sql: `SELECT d.id AS culprit FROM dossiers d WHERE
      d.head_hash IS DISTINCT FROM (SELECT j.hash FROM journal j WHERE j.pole_id = d.id ORDER BY j.sequence DESC LIMIT 1)
      OR d.version IS DISTINCT FROM (SELECT max(j.fact_version) FROM journal j WHERE j.pole_id = d.id)
      OR d.version IS DISTINCT FROM (SELECT count(DISTINCT j.fact_version) FROM journal j WHERE j.pole_id = d.id)
      OR d.seen_version > d.version`,
  },
  {
    number: '16.4',
    name: 'les données d’à côté sont celles que la chaîne a scellées',
    source: TRUTH,
    sql: `SELECT j.id AS culprit FROM journal j JOIN journal_private p ON p.event_id = j.id WHERE j.private_digest
      IS DISTINCT FROM encode(sha256(convert_to(p.salt || canonical_json(p.data), 'UTF8')), 'hex')`,
  },
  {
    number: '16.5',
    name: 'une entrée n’en annule qu’une autre, antérieure, du même dossier, et une fois',
    source: TRUTH,
    sql: `SELECT r.id AS culprit FROM journal r JOIN journal j ON j.id = r.retracts
      WHERE j.pole_id <> r.pole_id OR j.sequence >= r.sequence
      UNION ALL SELECT retracts FROM journal WHERE retracts IS NOT NULL GROUP BY retracts HAVING count(*) > 1`,
  },
  {
    number: '16.6',
    name: 'le rôle de l’application ne peut ni modifier ni effacer le journal',
    source: TRUTH,
    sql: `SELECT concat(privilege, ' ', name) AS culprit FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege,
        unnest(ARRAY['journal', 'journal_private']) AS name WHERE has_table_privilege('jalon_app', name, privilege)
      UNION ALL SELECT rolname FROM pg_roles WHERE rolname = 'jalon_app' AND (rolsuper OR rolbypassrls)`,
  },
  {
    number: '16.7',
    name: 'les gardiens de la base sont en place',
    source: TRUTH,
    sql: `SELECT wanted AS culprit FROM unnest(ARRAY[${TRIGGERS.map(name => `'${name}'`).join(', ')}]) AS wanted
      WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgname = wanted AND t.tgenabled IN ('O', 'A'))`,
  },
  {
    number: '17',
    name: 'aucun fait ne porte de texte libre ni de donnée personnelle',
    source: PRIVACY,
    sql: onFacts(` SELECT id AS culprit FROM written WHERE (type <> 'payment-rejected' AND data ? 'reason')
      OR data ?| array['iban', 'bic', 'accountHolder', 'signatory', 'capacity', 'groupName', 'bodyName', 'text', 'report_text',
        'analysis', 'advice', 'observations', 'statement', 'summary']`),
  },
];
