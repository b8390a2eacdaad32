import { expect, it } from '@jest/globals';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { LIFE, livedBefore } from '../builders/dated-life.js';
import { CARRIER } from '../builders/dossier.js';
import { named } from '../builders/facts.js';

/** What the story hears of a life, in order: the expectation that is met, and what it must know of how. */
const HEARD: readonly (readonly [key: string, value?: object])[] = [
  ['local-group/1'],
  ['council-designation/1'],
  ['study-choice/1', { choice: 'commissioned', award: 'study' }],
  ['acknowledgement/study'],
  ['instruction-report/study'],
  ['agenda-entry/study/1'],
  ['decision/study', { silent: false }],
  ['vote/study/1', { outcome: 'adopted', conventionRequired: false }],
  ['transmission/study', { on: '2026-02-23' }],
  ['grant-notification/study'],
  [
    'year-turn/study/0',
    {
      ended: false,
      year: 1,
      reports: ['financial-report'],
      instalments: [
        { number: 1, after: 'start' },
        { number: 2, after: 'study' },
      ],
      ownGrant: false,
    },
  ],
  ['instalment-claim/study/1/1'],
  ['liquidation/study/1/1/1'],
  ['liquidation-validation/study/1/1/1', { validated: true }],
  ['payment-order/study/1/1/1'],
  ['payment/study/1/1/1', { paid: true }],
  ['study-delivery/1/1'],
  ['study-review/1/1', { outcome: 'to-complete' }],
  ['study-delivery/1/2'],
  ['study-outcome/1'],
  ['study-review/1/2', { outcome: 'validated' }],
  ['council-opinion/1', { outcome: 'unfavourable' }],
  ['revised-project/1', { waived: false }],
  ['council-opinion/2', { outcome: 'favourable' }],
  ['cress-meeting/1'],
  ['legitimation-note/1', { conclusion: 'not-yet', carrier: CARRIER }],
  ['legitimation-note/2', { conclusion: 'legitimate', carrier: CARRIER }],
  ['grant-request/1', { award: 'convention' }],
  ['pieces-demand/convention/1'],
  ['missing-pieces/convention/1'],
  ['instruction-report/convention'],
  ['agenda-entry/convention/1'],
  ['vote/convention/1', { outcome: 'adjourned', conventionRequired: false }],
  ['agenda-entry/convention/2'],
  ['acknowledgement/convention'],
  ['decision/convention', { silent: false }],
  ['vote/convention/2', { outcome: 'adopted', conventionRequired: true }],
  ['transmission/convention', { on: '2026-04-29' }],
  ['grant-notification/convention'],
  ['carrier-signature/convention'],
  ['region-signature/convention'],
  ['convention-notification/convention'],
  [
    'year-turn/convention/0',
    {
      ended: false,
      year: 1,
      reports: ['activity-report', 'indicators', 'financial-report', 'approved-accounts'],
      instalments: [
        { number: 1, after: 'start' },
        { number: 2, after: 'reports' },
      ],
      ownGrant: false,
    },
  ],
  ['essential-data/convention'],
  ['post-opening/1'],
  ['hiring/1/1'],
  ['vacancy/1/1'],
  ['hiring/1/2'],
  ['instalment-claim/convention/1/1'],
  ['liquidation/convention/1/1/1'],
  ['liquidation-validation/convention/1/1/1', { validated: false }],
  ['liquidation/convention/1/1/2'],
  ['liquidation-validation/convention/1/1/2', { validated: true }],
  ['payment-order/convention/1/1/1'],
  ['payment/convention/1/1/1', { paid: false }],
  ['liquidation/convention/1/1/3'],
  ['liquidation-validation/convention/1/1/3', { validated: true }],
  ['payment-order/convention/1/1/2'],
  ['payment/convention/1/1/2', { paid: true }],
  ['year-turn/convention/1', { ended: true }],
  ['convention-end/convention'],
  ['activity-report/convention/1/1', { reviewed: true }],
  ['report-acceptance/convention/1/activity-report/1', { accepted: false }],
  ['activity-report/convention/1/2', { reviewed: true }],
  ['report-acceptance/convention/1/activity-report/2', { accepted: true }],
  ['indicators/convention/1/1', { reviewed: true }],
  ['approved-accounts/convention/1/1', { reviewed: false }],
  ['financial-report/convention/1/1', { reviewed: false }],
  ['report-acceptance/convention/1/indicators/1', { accepted: true }],
  ['report-acceptance/convention/1/approved-accounts/1', { accepted: true }],
  ['report-acceptance/convention/1/financial-report/1', { accepted: true }],
  ['reports-accepted/convention/1', { payable: false }],
  ['settlement/convention', { excess: true }],
  ['observations-invitation/convention/recovery'],
  ['observations/convention/recovery'],
  ['recovery-order/convention'],
  ['recovery/convention'],
];

it('the story hears of a life what was met, and no more than it must know of it', () => {
  const dossier = livedBefore(addDays(civilDate(LIFE.at(-1)?.[0] ?? ''), 1));
  const [study = '', of = ''] = Object.keys(dossier.state.awards);
  expect(named(factsOf(dossier.events), { [study]: 'study', [of]: 'convention' })).toEqual(
    HEARD.map(([key, value = {}]) => [key, value]),
  );
});
