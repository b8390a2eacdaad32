import type { Scenario } from './scenarios.js';

/** What is done to a sound house behind its back, and what the control must then name. */
export interface Break {
  readonly number: string;
  readonly in: Scenario;
  readonly by: readonly string[];
  readonly names: string | readonly string[];
}

const last = (type: string, more = 'true') =>
  `(SELECT id FROM journal WHERE type = '${type}' AND ${more} ORDER BY sequence DESC LIMIT 1)`;
const first = (type: string, more = 'true') =>
  `(SELECT id FROM journal WHERE type = '${type}' AND ${more} ORDER BY sequence LIMIT 1)`;
const set = (event: string, change: string) => `UPDATE journal SET ${change} WHERE id = ${event}`;
const say = (event: string, data: string) => set(event, `data = data || '${data}'`);
const remove = (where: string) => [
  `DELETE FROM journal_private WHERE event_id IN (SELECT id FROM journal WHERE ${where})`,
  `DELETE FROM journal WHERE ${where}`,
];
const convention = `(SELECT id FROM awards WHERE kind = 'convention' ORDER BY cycle LIMIT 1)`;
const pole = '(SELECT id FROM dossiers)';
const obligation = (kind: string) => `(SELECT id FROM obligations WHERE kind = '${kind}' AND state = 'open' LIMIT 1)`;
const later = (kind: string) => `UPDATE obligations SET due = due + 1 WHERE id = ${obligation(kind)}`;
const YEAR_1 = `data->>'year' = '1'`;
const SECOND_ADVANCE = `data->>'year' = '2' AND data->>'number' = '1'`;

/** Each control is broken at least once; 16.7, about the guards themselves, apart. */
export const BREAKS: readonly Break[] = [
  {
    number: '1.8',
    in: 'left unread',
    by: remove(`type = 'grant-notified'`),
    names: last('decision-made-available'),
  },
  {
    number: '1.7',
    in: 'whose study needs its convention',
    by: [`UPDATE obligations SET state = 'withdrawn' WHERE kind LIKE '%-signature'`],
    names: `(SELECT id FROM awards WHERE kind = 'study')`,
  },
  { number: '1.1', in: 'ordered', by: remove(`type = 'grant-notified'`), names: convention },
  {
    number: '1.2',
    in: 'ordered',
    by: remove(`type = 'convention-signed' AND data->>'party' = 'carrier'`),
    names: convention,
  },
  {
    number: '1.3',
    in: 'ordered',
    by: [say(last('vote-recorded'), '{"conventionRequired": false}')],
    names: convention,
  },
  {
    number: '1.4',
    in: 'ordered',
    by: [...remove(`type = 'convention-notified'`), say(last('vote-recorded'), '{"conventionRequired": false}')],
    names: last('payment-ordered'),
  },
  {
    number: '1.5',
    in: 'reviewed',
    by: [set(last('grant-notified'), 'date = date - 1')],
    names: last('grant-notified'),
  },
  {
    number: '1.6',
    in: 'judged',
    by: remove(`type = 'court-decision-recorded' AND data->>'decision' = 'suspension-lifted'`),
    names: last('payment-ordered'),
  },
  {
    number: '2.1',
    in: 'ordered',
    by: [set(last('deliberation-transmitted'), `date = '2026-02-01'`)],
    names: last('deliberation-transmitted'),
  },
  { number: '2.2', in: 'ordered', by: [set(last('convention-signed'), `date = '2026-02-01'`)], names: convention },
  { number: '2.3', in: 'ordered', by: [set(last('convention-notified'), `date = '2026-02-01'`)], names: convention },
  { number: '2.4', in: 'ordered', by: [set(last('payment-ordered'), `date = '2026-02-01'`)], names: convention },
  {
    number: '2.5',
    in: 'ordered',
    by: [set(last('convention-signed', `data->>'party' = 'carrier'`), `date = '1991-05-05'`)],
    names: last('convention-signed', `data->>'party' = 'carrier'`),
  },
  {
    number: '3.1',
    in: 'ordered',
    by: [say(last('convention-signed'), '{"textHash": "autre"}')],
    names: last('convention-signed'),
  },
  {
    number: '3.2',
    in: 'ordered',
    by: [say(last('vote-recorded'), '{"textHash": "autre"}')],
    names: last('vote-recorded'),
  },
  {
    number: '3.3',
    in: 'amended',
    by: [say(last('convention-amended'), '{"years": 3}')],
    names: last('convention-amended'),
  },
  { number: '4.1', in: 'amended', by: [say(last('convention-amended'), '{"amount": 1}')], names: convention },
  { number: '4.2', in: 'ordered', by: ['UPDATE awards SET voted = voted - 1'], names: convention },
  {
    number: '4.3',
    in: 'ordered',
    by: ['UPDATE ledger SET planned = planned + CASE year WHEN 2 THEN 1 ELSE -1 END WHERE number = 2 AND year > 1'],
    names: convention,
  },
  {
    number: '4.4',
    in: 'ordered',
    by: [say(last('payment-ordered'), '{"amount": 1}')],
    names: last('payment-ordered'),
  },
  { number: '4.5', in: 'closed', by: [say(last('payment-recorded'), '{"amount": 99999999}')], names: convention },
  {
    number: '4.6',
    in: 'closed',
    by: ['DROP INDEX journal_paid_once', say(last('payment-recorded'), '{"year": 1, "number": 1}')],
    names: convention,
  },
  {
    number: '4.7',
    in: 'ordered',
    by: [`UPDATE ledger SET status = 'liquidated' WHERE status = 'ordered'`],
    names: convention,
  },
  {
    number: '4.8',
    in: 'ordered',
    by: [say(last('payment-ordered'), '{"amount": 99999999}')],
    names: last('payment-ordered'),
  },
  {
    number: '6.1',
    in: 'closed',
    by: [
      ...remove(`type IN ('report-filed', 'report-accepted') AND ${YEAR_1} AND data->>'report' = 'indicators'`),
      set(last('instalment-claimed', SECOND_ADVANCE), `recorded_at = '2028-08-01'`),
    ],
    names: last('instalment-claimed', SECOND_ADVANCE),
  },
  {
    number: '6.2',
    in: 'closed',
    by: remove(`type = 'report-accepted' AND ${YEAR_1} AND data->>'report' = 'indicators'`),
    names: ['instalment-claimed', 'liquidation-prepared', 'liquidation-validated'].map(type =>
      first(type, `${YEAR_1} AND data->>'number' = '2'`),
    ),
  },
  { number: '7.1', in: 'closed', by: [say(last('convention-settled'), '{"due": -1}')], names: convention },
  {
    number: '7.2',
    in: 'closed',
    by: [say(first('report-filed', `data->>'report' = 'financial-report'`), '{"unspent": 3400000}')],
    names: convention,
  },
  {
    number: '7.3',
    in: 'closed',
    by: [say(first('report-filed', `data->>'report' = 'financial-report'`), '{"chargedToGrant": 99999999}')],
    names: first('report-filed', `data->>'report' = 'financial-report'`),
  },
  { number: '8.1', in: 'closed', by: remove(`type = 'excess-claimed'`), names: convention },
  {
    number: '8.2',
    in: 'closed',
    by: [say(last('convention-settled'), '{"released": 1}')],
    names: convention,
  },
  {
    number: '8.3',
    in: 'closed',
    by: remove(`type = 'recovery-ordered'`),
    names: last('recovery-collected'),
  },
  { number: '8.3', in: 'closed', by: remove(`type = 'recovery-collected'`), names: last('excess-claimed') },
  {
    number: '9.1',
    in: 'terminated',
    by: remove(`type = 'observations-presented'`),
    names: last('convention-terminated'),
  },
  { number: '9.2', in: 'closed', by: remove(`type = 'observations-invited'`), names: last('recovery-ordered') },
  {
    number: '9.3',
    in: 'unheard',
    by: [set(last('observations-term-ended'), 'date = date - 1')],
    names: last('observations-term-ended'),
  },
  {
    number: '9.1',
    in: 'terminated',
    by: [say(last('convention-terminated'), '{"grounds": ["late-report:9"]}')],
    names: last('convention-terminated'),
  },
  {
    number: '9.2',
    in: 'closed',
    by: [say(last('recovery-ordered'), '{"amount": 99999999}')],
    names: last('recovery-ordered'),
  },
  {
    number: '9.5',
    in: 'withdrawn in part',
    by: [say(last('grant-withdrawn'), '{"grounds": ["no-activity", "late-report:9"]}')],
    names: last('grant-withdrawn'),
  },
  { number: '9.5', in: 'abrogated', by: remove(`type = 'observations-presented'`), names: last('grant-abrogated') },
  {
    number: '9.6',
    in: 'withdrawn in part',
    by: [
      set(first('grant-withdrawn'), `data = data || jsonb_build_object('hearing', ${last('observations-invited')})`),
    ],
    names: last('grant-withdrawn'),
  },
  {
    number: '9.7',
    in: 'withdrawn in part',
    by: [set(last('grant-withdrawn'), `date = '2026-06-03', data = data || '{"basis": "illegal"}'`)],
    names: last('grant-withdrawn'),
  },
  {
    number: '9.8',
    in: 'abrogated',
    by: [say(last('grant-abrogated'), '{"from": "2020-01-01"}')],
    names: last('grant-abrogated'),
  },
  {
    number: '20.1',
    in: 'closed',
    by: [say(first('report-filed', `data->>'report' = 'indicators'`), '{"document": "referentiel-1"}')],
    names: first('report-filed', `data->>'report' = 'indicators'`),
  },
  {
    number: '22.2',
    in: 'withdrawn for its commitment',
    by: [say(last('grant-withdrawn'), '{"breachOn": "2020-01-01"}')],
    names: last('grant-withdrawn'),
  },
  {
    number: '22.2',
    in: 'withdrawn for its commitment',
    by: [say(last('excess-claimed'), '{"returnBy": "2028-03-02"}')],
    names: last('grant-withdrawn'),
  },
  {
    number: '22.1',
    in: 'withdrawn for its commitment',
    by: [say(last('grant-withdrawn'), '{"breachOn": "2027-07-16"}')],
    names: last('grant-withdrawn'),
  },
  {
    number: '9.4',
    in: 'terminated',
    by: [
      'ALTER TABLE journal DROP CONSTRAINT journal_motives',
      set(last('convention-terminated'), 'private_digest = NULL'),
    ],
    names: last('convention-terminated'),
  },
  {
    number: '11',
    in: 'ordered',
    by: ['ALTER TABLE journal DROP CONSTRAINT journal_votes_add_up', say(last('vote-recorded'), '{"abstentions": 6}')],
    names: last('vote-recorded'),
  },
  {
    number: '10.1',
    in: 'ordered',
    by: [
      'ALTER TABLE journal DROP CONSTRAINT journal_interested_apart',
      say(
        last('vote-recorded'),
        '{"aside": [{"member": 1, "ground": "own-interest", "absentFromRoom": true}], "parts": [{"member": 1, "part": "voter"}]}',
      ),
    ],
    names: last('vote-recorded'),
  },
  {
    number: '10.2',
    in: 'ordered',
    by: ['ALTER TABLE journal DROP CONSTRAINT journal_quorum', say(last('vote-recorded'), '{"members": 120}')],
    names: last('vote-recorded'),
  },
  {
    number: '11.2',
    in: 'ordered',
    by: [
      'ALTER TABLE journal DROP CONSTRAINT journal_votes_announced',
      say(last('vote-recorded'), '{"unanimous": true}'),
    ],
    names: last('vote-recorded'),
  },
  {
    number: '11.3',
    in: 'ordered',
    by: [
      'ALTER TABLE journal DROP CONSTRAINT journal_voted_in_session',
      say(last('vote-recorded'), '{"sessionOn": "2026-01-01"}'),
    ],
    names: last('vote-recorded'),
  },
  {
    number: '11.4',
    in: 'ordered',
    by: ['ALTER TABLE journal DROP CONSTRAINT journal_organs', say(last('vote-recorded'), '{"organ": "president"}')],
    names: last('vote-recorded'),
  },
  {
    number: '11.5',
    in: 'amended',
    by: [
      'ALTER TABLE journal DROP CONSTRAINT journal_voted_in_session',
      set(
        last('vote-recorded'),
        `data = data || '{"members": 84}' || (SELECT jsonb_build_object('number', data->'number', 'sessionOn', data->'sessionOn')
          FROM journal WHERE id = ${first('vote-recorded')})`,
      ),
    ],
    names: [first('vote-recorded'), last('vote-recorded')],
  },
  {
    number: '11.6',
    in: 'ordered',
    by: [
      'ALTER TABLE journal DROP CONSTRAINT journal_signed_by_delegation',
      say(last('convention-signed'), '{"delegation": {"reference": "A", "from": "2030-01-01", "to": null}}'),
    ],
    names: last('convention-signed'),
  },
  {
    number: '12.1',
    in: 'with pieces',
    by: [set(last('pieces-delivered'), 'date = date + 1')],
    names: obligation('decision'),
  },
  {
    number: '12.1',
    in: 'with overlapping pieces',
    by: [set(last('pieces-delivered'), 'date = date + 1')],
    names: obligation('decision'),
  },
  {
    number: '12.2',
    in: 'silently rejected',
    by: [set(last('request-implicitly-rejected'), 'date = date + 1')],
    names: last('request-implicitly-rejected'),
  },
  {
    number: '12.3',
    in: 'ordered',
    by: [set(last('convention-signed'), 'date = date + 1')],
    names: obligation('essential-data'),
  },
  { number: '12.4', in: 'first year over', by: [later('financial-report')], names: obligation('financial-report') },
  {
    number: '12.5',
    in: 'ordered',
    by: [set(last('grant-notified'), 'date = date - 1')],
    names: obligation('statutory-payment'),
  },
  {
    number: '12.6',
    in: 'with pieces',
    by: [say(last('due-date-moved'), '{"from": "2026-01-01"}')],
    names: last('due-date-moved'),
  },
  { number: '12.7', in: 'with pieces', by: [later('decision')], names: obligation('decision') },
  { number: '12.8', in: 'ordered', by: [later('legality-review')], names: obligation('legality-review') },
  {
    number: '12.8',
    in: 'reviewed',
    by: [say(last('legality-letter-recorded'), '{"nature": "information"}')],
    names: obligation('legality-review'),
  },
  {
    number: '15.1',
    in: 'ordered',
    by: [set(last('liquidation-validated'), `actor = 'instructor'`)],
    names: last('liquidation-validated'),
  },
  { number: '15.2', in: 'ordered', by: [`UPDATE ledger SET validated_by = 'personne'`], names: convention },
  {
    number: '15.3',
    in: 'ordered',
    by: [set(last('payment-ordered'), `role = 'instructor'`)],
    names: last('payment-ordered'),
  },
  { number: '16.1', in: 'ordered', by: remove(`type = 'council-designated'`), names: pole },
  {
    number: '16.2',
    in: 'ordered',
    by: [set(last('council-designated'), `act = 'autre'`)],
    names: last('council-designated'),
  },
  { number: '16.3', in: 'ordered', by: ['UPDATE dossiers SET version = version + 1'], names: pole },
  {
    number: '16.4',
    in: 'ordered',
    by: [`UPDATE journal_private SET data = '{"text": "autre"}' WHERE event_id = ${last('agenda-entered')}`],
    names: last('agenda-entered'),
  },
  {
    number: '16.5',
    in: 'ordered',
    by: [set(last('council-designated'), `retracts = ${last('payment-ordered')}`)],
    names: last('council-designated'),
  },
  { number: '16.6', in: 'ordered', by: ['GRANT UPDATE ON journal TO jalon_app'], names: `'UPDATE journal'` },
  {
    number: '17',
    in: 'ordered',
    by: [say(last('convention-signed'), '{"signatory": "X"}')],
    names: last('convention-signed'),
  },
  {
    number: '18.1',
    in: 'renewed',
    by: [say(last('grant-requested'), '{"period": {"from": "2029-12-31", "to": "2032-12-31"}}')],
    names: convention,
  },
  {
    number: '18.2',
    in: 'renewed',
    by: [
      'ALTER TABLE awards DROP CONSTRAINT awards_one_convention_at_a_time',
      `UPDATE awards SET period_from = '2029-12-31' WHERE cycle = 2`,
    ],
    names: convention,
  },
  { number: '18.3', in: 'ordered', by: [`UPDATE pole_cards SET pays_codes = '{02,02}'`], names: pole },
  {
    number: '18.4',
    in: 'ordered',
    by: [set(last('payment-ordered'), `type = 'carrier-transferred'`)],
    names: last('payment-ordered'),
  },
  {
    number: '21.1',
    in: 'ordered',
    by: [say(last('grant-requested'), '{"reglement": "poles-ess-2018"}')],
    names: convention,
  },
  {
    number: '21.6',
    in: 'ordered',
    by: [say(last('grant-requested'), '{"pieces": ["statutes"]}')],
    names: last('instruction-reported'),
  },
  { number: '21.7', in: 'ordered', by: [set(last('payment-ordered'), `reglement = 'poles-ess-2018'`)], names: pole },
  { number: '21.2', in: 'with pieces', by: [say(last('grant-requested'), '{"amount": 99999999}')], names: convention },
  { number: '21.3', in: 'ordered', by: [say(last('vote-recorded'), '{"amount": 99999999}')], names: convention },
  {
    number: '21.4',
    in: 'with pieces',
    by: [say(last('pieces-demanded'), '{"pieces": ["autre"]}')],
    names: last('pieces-demanded'),
  },
  {
    number: '21.5',
    in: 'ordered',
    by: [set(last('instalments-planned'), `data = jsonb_set(data, '{instalments,0,kind}', '"balance"')`)],
    names: convention,
  },
  {
    number: '22',
    in: 'ordered',
    by: [set(last('opinion-given'), `role = 'council', on_behalf_of = '01'`)],
    names: last('opinion-given'),
  },
];
