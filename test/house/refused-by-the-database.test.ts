import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runControls } from '../../src/record/upkeep/controls.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { because, claimed, FIRST_ADVANCE } from '../builders/dossier.js';
import { line, on, withData } from '../builders/raw-lines.js';
import { heardOnExcess } from '../builders/whole-life-dossiers.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
/** A house whose convention the judge has suspended, an amendment of the Région proposed. */
let stopped: BareHouse;

beforeAll(async () => {
  house = await bareHouse();
  await carryOut(house, heardOnExcess().does('record-recovery-order', { order: 'T-1' }));
  stopped = await bareHouse();
  const liquidated = claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE }).does('validate-liquidation');
  const suspended = liquidated.does('record-court-decision', { decision: 'suspended', reference: 'TA-1' });
  await carryOut(stopped, suspended.does('request-amendment', { ...because, years: 2, amount: cents(7_000_000) }));
});

afterAll(async () => {
  await house.close();
  await stopped.close();
});

/** A member whom a text seats in the body. */
const seated = (member: number, absentFromRoom: boolean) =>
  JSON.stringify({ member, ground: 'mandate-by-law', absentFromRoom });

const ofAnother = '{"award": "0190a0aa-0000-7000-8000-000000000009"}';
const anOther = '0190a0aa-0000-7000-8000-000000000001';

const LEDGER = [
  ['a payment above what was liquidated', 'UPDATE ledger SET paid = liquidated + 1', /ledger_paid|check/],
  ['a payment of an instalment that is not paid', `UPDATE ledger SET paid = 1 WHERE status <> 'paid'`, /check/],
  ['a payment without its order', `UPDATE ledger SET payment_order = NULL WHERE status = 'paid'`, /ledger_ordered/],
  ['a liquidation by one person', 'UPDATE ledger SET validated_by = prepared_by', /ledger_two_persons/],
  ['a liquidation that nobody validated', 'UPDATE ledger SET validated_by = NULL', /ledger_validated/],
  ['more planned than granted', 'UPDATE ledger SET planned = planned + 1 WHERE number = 1', /is not the grant/],
  ['an instalment that is left out', `DELETE FROM ledger WHERE year = 2 AND number = 1`, /is not the grant/],
  ['a grant that is not planned', 'UPDATE awards SET granted = granted - 1', /is not the grant/],
  ['more voted than asked for', 'UPDATE awards SET voted = requested + 1', /check/],
  [
    'a payment that the journal does not hold',
    `INSERT INTO ledger SELECT award_id, year, 3, kind, status, 0 + 1, 1, 1, prepared_by, payment_order, paid_on, validated_by
     FROM ledger WHERE year = 1 AND number = 1`,
    /without a recorded payment/,
  ],
] as const;

const AWARDS = [
  [
    'two conventions of one pôle for one day',
    `INSERT INTO awards SELECT gen_random_uuid(), pole_id, kind, 2, applicant, 'requested', requested, NULL, 1, NULL,
       period_to, period_to, NULL, NULL FROM awards WHERE kind = 'convention'`,
    /one_convention_at_a_time/,
  ],
] as const;

const FACTS = [
  ['a vote that does not add up', line('vote-recorded', withData('{"abstentions": 6}')), /votes_add_up/],
  ['more voters than members', line('vote-recorded', withData('{"members": 59}')), /votes_add_up/],
  ['a quorum that is not met', line('vote-recorded', withData('{"members": 120}')), /journal_quorum/],
  [
    'a quorum made by the proxy of the last member, whom a text seats',
    line(
      'vote-recorded',
      withData(
        `{"organ": "permanent-commission", "members": 2, "present": 1, "represented": 1, "aside": [${seated(1, false)}, ${seated(2, true)}]}`,
      ),
    ),
    /journal_quorum/,
  ],
  ['a second meeting too soon', line('vote-recorded', withData('{"firstMeetingOn": "2026-02-01"}')), /journal_quorum/],
  ['a result that its votes contradict', line('vote-recorded', withData('{"outcome": "rejected"}')), /votes_announced/],
  ['a vote of the president', line('vote-recorded', withData('{"organ": "president"}')), /journal_organs/],
  ['an agenda of the president', line('agenda-entered', withData('{"organ": "president"}')), /journal_organs/],
  ['a vote on another day than its session', line('vote-recorded', on('2026-01-01')), /voted_in_session/],
  [
    'a vote of a session that was not entered',
    line('vote-recorded', `'{"date": "2026-01-05"}' || ${withData('{"sessionOn": "2026-01-05"}')}`),
    /not the session entered/,
  ],
  [
    'another vote of the same délibération',
    line('vote-recorded', withData('{"votesFor": 51, "abstentions": 4}')),
    /another vote of the same/,
  ],
  [
    'an interested member who votes',
    line(
      'vote-recorded',
      withData(
        '{"aside": [{"member": 1, "ground": "own-interest", "absentFromRoom": true}], "parts": [{"member": 1, "part": "voter"}]}',
      ),
    ),
    /interested_apart/,
  ],
  [
    'a signature out of its delegation',
    line('convention-signed', withData('{"delegation": {"reference": "A", "from": "2030-01-01", "to": null}}')),
    /signed_by_delegation/,
  ],
  ['a transmission before the vote', line('deliberation-transmitted', on('2026-01-01')), /out of order/],
  ['a transmission without a vote', line('deliberation-transmitted', withData(ofAnother)), /out of order/],
  ['a notification before the transmission', line('grant-notified', on('2026-01-01')), /out of order/],
  ['a signature of the Région before the executory day', line('convention-signed', on('2026-01-01')), /out of order/],
  ['a notified convention before its signatures', line('convention-notified', on('2026-01-01')), /out of order/],
  [
    'a signature of another text than the one voted',
    line('convention-signed', withData('{"textHash": "other"}')),
    /not the text voted/,
  ],
  [
    'an order before the convention is notified',
    line('payment-ordered', `'{"date": "2026-01-01"}' || ${withData('{"payment": 9}')}`),
    /out of order/,
  ],
  ['an order given twice', line('payment-ordered', `'{}'`), /ordered_once/],
  ['a payment recorded twice', line('payment-recorded', `'{}'`), /paid_once/],
  ['a payment that was not ordered', line('payment-recorded', withData('{"number": 9}')), /no such payment order/],
  [
    'a liquidation validated by who prepared it',
    line('liquidation-validated', `'{"actor": "instructor"}'`),
    /someone else than who prepared/,
  ],
  [
    'a liquidation validated for another amount',
    line('liquidation-validated', withData('{"amount": 1}')),
    /someone else than who prepared/,
  ],
  ['a recovery without a hearing', line('recovery-ordered', on('2026-01-01')), /no hearing before/],
  [
    'a termination by the Région without a hearing',
    line(
      'excess-claimed',
      `jsonb_build_object('type', 'convention-terminated', 'private_digest', 'x', 'data', '{"by": "region", "cycles": []}'::jsonb)`,
    ),
    /no hearing before/,
  ],
  [
    'a termination on a ground that was not heard',
    line(
      'excess-claimed',
      `jsonb_build_object('type', 'convention-terminated', 'private_digest', 'x', 'data', jsonb_build_object('by', 'region',
        'cycles', '[]'::jsonb, 'grounds', '["no-activity"]'::jsonb, 'hearing',
        (SELECT id FROM journal WHERE type = 'observations-invited')))`,
    ),
    /no hearing before/,
  ],
  [
    'a withdrawal without a hearing',
    line(
      'excess-claimed',
      `jsonb_build_object('type', 'grant-withdrawn', 'private_digest', 'x', 'data', '{"basis": "conditions", "grounds": []}'::jsonb)`,
    ),
    /no hearing before/,
  ],
  ['a recovery above what was heard', line('recovery-ordered', withData('{"amount": 99999999}')), /this amount/],
  [
    'a signature of the carrier before its text',
    line('convention-signed', `'{"date": "1991-05-05"}' || ${withData('{"party": "carrier"}')}`),
    /before its text existed/,
  ],
  ['a second order on one hearing', line('recovery-ordered', `'{}'`), /serves one decision/],
  ['an end without a motive', line('excess-claimed', `'{"type": "pole-abandoned"}'`), /motives/],
  ['a day that never comes', line('grant-notified', on('infinity')), /days_are_days/],
] as const;

const CHAIN = [
  ['a line after the head', line('council-designated', `'{}'`), /does not go on/],
  ['a line after a hole', line('council-designated', `'{"sequence": 9999}'`), /does not go on/],
  ['a line numbered twice', line('council-designated', `'{"sequence": 1}'`), /duplicate key/],
  ['a line of no dossier', line('council-designated', `'{"sequence": 1, "pole_id": "${anOther}"}'`), /does not go on/],
  ['another head', `UPDATE dossiers SET head_hash = repeat('0', 64)`, /is not the last line/],
  ['a journal longer than it is', 'UPDATE dossiers SET sequence = sequence + 1', /is not the last line/],
] as const;

describe('the database refuses', () => {
  it.each([...LEDGER, ...AWARDS, ...FACTS, ...CHAIN])(
    '%s, to the application and to the owner',
    async (_, statement, why) => {
      for (const who of [house.source, house.owner]) await expect(who.query(statement)).rejects.toThrow(why);
    },
  );

  it.each([
    ['a signature while the judge suspends the decision', line('convention-signed', on('2026-02-03')), /by the judge/],
    [
      'an order while the judge suspends the decision',
      line('liquidation-validated', `'{"type": "payment-ordered", "date": "2026-02-03"}'`),
      /by the judge/,
    ],
    [
      'the silence of the Région on what it proposes itself',
      line(
        'amendment-proposed',
        `jsonb_build_object('type', 'request-implicitly-rejected', 'data', jsonb_build_object('award', j.data->>'award'))`,
      ),
      /silence rejects nothing/,
    ],
    [
      'a notification consulted before it was made available',
      line(
        'grant-notified',
        withData('{"means": "electronic", "agreedOn": "2026-01-01", "availableOn": "2026-03-01", "consultedOn": null}'),
      ),
      /electronic_notification/,
    ],
  ])('%s, to the application and to the owner', async (_, statement, why) => {
    for (const who of [stopped.source, stopped.owner]) await expect(who.query(statement)).rejects.toThrow(why);
  });

  it.each(['UPDATE journal SET act = act', 'DELETE FROM journal', 'TRUNCATE journal CASCADE'])(
    '%s, to the application and to the owner',
    async statement => {
      await expect(house.source.query(statement)).rejects.toThrow(/permission denied/);
      await expect(house.owner.query(statement)).rejects.toThrow(/append-only/);
    },
  );

  it('and nothing of all that left a trace', async () => {
    expect(await runControls(house.source, house.book)).toEqual([]);
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });
});
