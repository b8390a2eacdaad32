import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runControls } from '../../src/record/upkeep/controls.js';
import { claimed, FIRST_ADVANCE } from '../builders/dossier.js';
import { like, line, measure, on, takenBack, withData } from '../builders/raw-lines.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { heardOnExcess } from '../builders/whole-life-dossiers.js';
import { heardFor } from '../builders/withdrawn.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

/** A house whose convention is settled, with an excess that is claimed back. */
let settled: BareHouse;
/** A house whose carrier was heard on every measure against it, its first advance liquidated. */
let heard: BareHouse;

beforeAll(async () => {
  settled = await bareHouse();
  await carryOut(settled, heardOnExcess().does('record-recovery-order', { order: 'T-1' }));
  heard = await bareHouse();
  const measured = heardFor(claimed(), 'withdrawal', ['illegal-grant']);
  heardFor(heardFor(measured, 'commitment', ['republican-commitment']), 'abrogation');
  const prepared = measured.does('prepare-liquidation', { amount: FIRST_ADVANCE });
  await carryOut(heard, prepared.does('validate-liquidation'));
});

afterAll(async () => {
  await settled.close();
  await heard.close();
});

const SETTLED = [
  ['a claim under a settled account', line('instalment-claimed', `'{}'`), /account is settled/],
  ['a liquidation under a settled account', line('liquidation-prepared', `'{}'`), /account is settled/],
  ['an order under a settled account', line('payment-ordered', withData('{"payment": 9}')), /account is settled/],
  [
    'a report reopened under a settled account',
    line('report-accepted', `'{"type": "report-reopened", "private_digest": "x"}'`),
    /account is settled/,
  ],
  [
    'a post left on a day whose account is settled',
    line('post-filled', `'{"type": "post-vacated", "date": "2028-01-01"}'`),
    /of that day is settled/,
  ],
  ['a report filed once more when it is accepted', line('report-filed', `'{}'`), /report is accepted/],
  [
    'a report sent back once it is accepted',
    line('report-accepted', `'{"type": "report-returned"}'`),
    /report is accepted/,
  ],
  ['a report taken back under a settled account', line('post-filled', takenBack('report-accepted')), /rests on it/],
  ['a post taken back under a settled account', line('post-filled', takenBack('post-filled')), /rests on it/],
  ['less than nothing due', line('convention-settled', withData('{"due": -1}')), /does not add up/],
  ['more due than granted', line('convention-settled', withData('{"due": 99999999}')), /does not add up/],
  [
    'an abandonment dated behind a payment',
    line('excess-claimed', `'{"type": "pole-abandoned", "private_digest": "x", "date": "2027-01-01"}'`),
    /behind a payment/,
  ],
  [
    'an indicator that is a word',
    line(
      'report-filed',
      withData('{"report": "indicators", "document": "referentiel-2", "indicators": {"members": "douze"}}'),
    ),
    /is a number/,
  ],
  [
    'indicators of another version than that of their year',
    line('report-filed', withData('{"report": "indicators", "document": "referentiel-1", "indicators": {}}')),
    /not the version/,
  ],
  [
    'more than six months to give back',
    line('excess-claimed', `'{"date": "2031-01-31"}' || ${withData('{"returnBy": "2031-08-01"}')}`),
    /within six months/,
  ],
  [
    'observations presented before they were asked for',
    line('observations-presented', on('2026-01-01')),
    /no hearing before its end/,
  ],
] as const;

const ILLEGAL = '{"basis": "illegal", "grounds": ["illegal-grant"], "amount": 10500000, "cycles": []}';
const BREACH = '{"basis": "commitment", "grounds": ["republican-commitment"], "breachOn": "2027-07-15", "cycles": []';

const HEARD = [
  [
    'an illegal grant withdrawn later than four months after it was made',
    like('observations-invited', 'grant-withdrawn', '2026-06-03', measure('withdrawal', ILLEGAL)),
    /within four months/,
  ],
  [
    'a withdrawal for its commitment a cent above the time still to run',
    like(
      'observations-invited',
      'grant-withdrawn',
      '2027-09-01',
      measure('commitment', `${BREACH}, "amount": 8631844}`),
    ),
    /pro rata/,
  ],
  [
    'a withdrawal for a breach that comes after it',
    like(
      'observations-invited',
      'grant-withdrawn',
      '2027-07-14',
      measure('commitment', `${BREACH}, "amount": 8631843}`),
    ),
    /pro rata/,
  ],
  [
    'a withdrawal of more than was granted',
    like(
      'observations-invited',
      'grant-withdrawn',
      '2026-03-01',
      measure('withdrawal', `${ILLEGAL.replace('10500000', '10500001')}`),
    ),
    /beyond what stays granted/,
  ],
  [
    'an abrogation for the past',
    like(
      'observations-invited',
      'grant-abrogated',
      '2026-03-01',
      measure('abrogation', '{"grounds": ["no-activity"], "from": "2026-02-28", "cycles": []}'),
    ),
    /for the past/,
  ],
  [
    'an order of another amount than what was liquidated',
    line(
      'liquidation-validated',
      `'{"type": "payment-ordered"}' || ${withData('{"amount": 1, "payment": 1, "order": "M-1"}')}`,
    ),
    /not what was liquidated/,
  ],
  [
    'an order of an instalment that nobody liquidated',
    line(
      'liquidation-validated',
      `'{"type": "payment-ordered"}' || ${withData('{"number": 2, "payment": 1, "order": "M-1"}')}`,
    ),
    /not what was liquidated/,
  ],
  [
    'more voted than was asked',
    line('vote-recorded', withData('{"amount": 10500001, "number": "26_9"}')),
    /voted beyond/,
  ],
  ['a vote taken back under a signature', line('liquidation-validated', takenBack('vote-recorded')), /rests on it/],
] as const;

describe('once an account is settled, the database refuses', () => {
  it.each(SETTLED)('%s, to the application and to the owner', async (_, statement, why) => {
    for (const who of [settled.source, settled.owner]) await expect(who.query(statement)).rejects.toThrow(why);
  });
});

describe('of what was voted, liquidated and heard, the database refuses', () => {
  it.each(HEARD)('%s, to the application and to the owner', async (_, statement, why) => {
    for (const who of [heard.source, heard.owner]) await expect(who.query(statement)).rejects.toThrow(why);
  });

  it('and nothing of all that left a trace', async () => {
    for (const { source, book } of [settled, heard]) expect(await runControls(source, book)).toEqual([]);
  });
});
