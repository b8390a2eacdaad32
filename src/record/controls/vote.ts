import { onFacts, type Control } from './control.js';

const SCDL = 'Schéma national SCDL délibérations 2.1.5';

/** The votes that decide, as they stand, of the versions that say who decided and when. */
const DECIDED = `, decided AS NOT MATERIALIZED (
  SELECT v.*, (data->>'members')::int AS members, (data->>'present')::int AS present,
    coalesce((data->>'represented')::int, 0) AS represented, (data->>'votesFor')::int AS votes_for,
    (data->>'votesAgainst')::int AS votes_against, data->>'organ' AS organ, (data->>'sessionOn')::date AS session_on
  FROM standing v WHERE type = 'vote-recorded' AND schema_version > 1 AND data->>'outcome' <> 'adjourned')`;

/** The law on the day of a session: `required('assembly-quorum', 'v.session_on')`. */
const required = (id: string, on: string) => `EXISTS (
  SELECT FROM jsonb_array_elements($1::jsonb->'law'->'references') AS r, jsonb_array_elements(r->'versions') AS text
  WHERE r->>'id' = '${id}' AND (text->>'from')::date <= ${on}
    AND (text->>'to' IS NULL OR ${on} <= (text->>'to')::date))`;

/** Invariants 10 and 11: who took part in a vote, in what number, and what its figures say. */
export const VOTE: readonly Control[] = [
  {
    number: '10.1',
    name: 'aucun élu intéressé ne prend part à la délibération, ni par pouvoir',
    source: 'CGCT art. L4142-5 (loi n° 2025-1249 art. 32)',
    sql: onFacts(`, named AS (
        SELECT v.id, a.value->>'member' AS aside, p.value->>'member' AS part FROM standing v,
          LATERAL jsonb_array_elements(v.data->'aside') AS a, LATERAL jsonb_array_elements(v.data->'parts') AS p
        WHERE v.type = 'vote-recorded' AND v.schema_version > 1)
      SELECT DISTINCT n.id AS culprit FROM named n LEFT JOIN journal_private t ON t.event_id = n.id
      WHERE n.aside = n.part OR lower(t.data->>('member-' || n.aside)) = lower(t.data->>('member-' || n.part))`),
  },
  {
    number: '10.2',
    name: 'rien n’est décidé sans le quorum de l’organe, hors la seconde réunion trois jours après',
    source: 'CGCT art. L4132-13, L4132-13-1 et L1111-6',
    sql: onFacts(`${DECIDED}, seated AS (
        SELECT v.*, (SELECT count(*) FROM jsonb_array_elements(v.data->'aside') AS a WHERE a->>'ground' = 'mandate-by-law'
            AND ${required('members-seated-by-law', 'v.session_on')}) AS by_law,
          (SELECT count(*) FROM jsonb_array_elements(v.data->'aside') AS a WHERE a->>'ground' = 'mandate-by-law'
            AND a->>'absentFromRoom' = 'false' AND ${required('members-seated-by-law', 'v.session_on')}) AS by_law_here
        FROM decided v)
      SELECT v.id AS culprit FROM seated v WHERE CASE
        WHEN v.data->>'firstMeetingOn' IS NOT NULL THEN v.session_on - (v.data->>'firstMeetingOn')::date < 3
        WHEN v.organ = 'assembly' AND ${required('assembly-quorum', 'v.session_on')}
          THEN v.present - by_law_here < (v.members - by_law) / 2 + 1
        WHEN v.organ = 'permanent-commission' AND ${required('commission-quorum', 'v.session_on')}
          THEN least(v.present - by_law_here + v.represented, v.members - by_law) < (v.members - by_law) / 2 + 1 END`),
  },
  {
    number: '11',
    name: 'les votes s’additionnent, et ne dépassent ni les présents et représentés ni l’effectif',
    source: SCDL,
    sql: `SELECT id AS culprit FROM journal WHERE type = 'vote-recorded' AND CASE WHEN schema_version = 1 THEN (
        (data->>'votesFor')::int + (data->>'votesAgainst')::int + (data->>'abstentions')::int = (data->>'present')::int
        AND (data->>'present')::int <= (data->>'members')::int
        AND least((data->>'votesFor')::int, (data->>'votesAgainst')::int, (data->>'abstentions')::int) >= 0) IS NOT TRUE
      ELSE num_nonnulls(data->>'votesFor', data->>'votesAgainst', data->>'abstentions', data->>'voters') NOT IN (0, 4)
        OR (data->>'votesFor')::int + (data->>'votesAgainst')::int + (data->>'abstentions')::int <> (data->>'voters')::int
        OR least((data->>'votesFor')::int, (data->>'votesAgainst')::int, (data->>'abstentions')::int) < 0
        OR (data->>'represented')::int > (data->>'present')::int
        OR (data->>'present')::int + coalesce((data->>'represented')::int, 0) > (data->>'members')::int
        OR (data->>'voters')::int > (data->>'members')::int
        OR (data->>'voters')::int > (data->>'present')::int + coalesce((data->>'represented')::int, 0) - (
          SELECT count(*) FROM jsonb_array_elements(data->'aside') AS a WHERE a->>'absentFromRoom' = 'false') END`,
  },
  {
    number: '11.2',
    name: 'le résultat annoncé ne contredit pas les voix, ni la voix prépondérante à égalité',
    source: 'CGCT art. L4132-13 et L4132-14',
    sql: onFacts(`${DECIDED} SELECT id AS culprit FROM decided WHERE CASE
        WHEN votes_for > votes_against THEN data->>'outcome' = 'rejected'
        WHEN votes_for < votes_against THEN data->>'outcome' <> 'rejected'
        WHEN votes_for = votes_against THEN (data->>'outcome' <> 'rejected')
          <> coalesce(data->>'castingVote' = 'for' AND data->>'ballot' <> 'secret', false) END
      OR (data->>'unanimous')::boolean AND (data->>'outcome' = 'rejected' OR votes_against > 0)`),
  },
  {
    number: '11.3',
    name: 'le vote est celui de la session et de l’organe inscrits, et en porte la date',
    source: 'Ordre du jour de la session',
    sql: onFacts(`SELECT v.id AS culprit FROM standing v LEFT JOIN LATERAL (
        SELECT a.data FROM standing a WHERE a.type = 'agenda-entered' AND a.pole_id = v.pole_id AND a.award = v.award
          AND a.data->>'round' = v.data->>'round' ORDER BY a.sequence DESC LIMIT 1) AS agenda ON true
      WHERE v.type = 'vote-recorded' AND v.schema_version > 1 AND ((v.data->>'sessionOn')::date = v.date
        AND agenda.data->>'sessionOn' = v.data->>'sessionOn' AND agenda.data->>'organ' = v.data->>'organ') IS NOT TRUE`),
  },
  {
    number: '11.4',
    name: 'une subvention est attribuée par l’assemblée ou par sa commission permanente, jamais par le président',
    source: 'CGCT art. L4221-5',
    sql: onFacts(`SELECT id AS culprit FROM standing WHERE type IN ('agenda-entered', 'vote-recorded') AND schema_version > 1
      AND (data->>'organ' IN ('assembly', 'permanent-commission')) IS NOT TRUE`),
  },
  {
    number: '11.5',
    name: 'une délibération est d’une session, et d’un vote sauf vote séparé',
    source: 'CE 5 juillet 2021 n° 433537',
    sql: onFacts(`${DECIDED} SELECT DISTINCT v.id AS culprit FROM decided v JOIN decided o
        ON o.data->>'number' = v.data->>'number' AND o.organ = v.organ AND o.id <> v.id
        AND extract(year FROM o.session_on) = extract(year FROM v.session_on)
      WHERE o.session_on <> v.session_on OR NOT (o.data->>'separateVote')::boolean AND NOT (v.data->>'separateVote')::boolean
        AND (o.members <> v.members OR o.present <> v.present OR o.votes_for <> v.votes_for
          OR o.votes_against <> v.votes_against OR o.data->>'abstentions' <> v.data->>'abstentions')`),
  },
  {
    number: '11.6',
    name: 'qui signe pour le président le fait dans les dates de sa délégation',
    source: 'CGCT art. L4231-3',
    sql: onFacts(`SELECT id AS culprit FROM standing WHERE type = 'convention-signed' AND data->>'delegation' IS NOT NULL AND (
      data->>'party' = 'region' AND (data->'delegation'->>'from')::date <= date
      AND coalesce((data->'delegation'->>'to')::date >= date, true)) IS NOT TRUE`),
  },
];
