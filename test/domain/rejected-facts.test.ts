import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import {
  BEARER,
  because,
  breach,
  declared,
  type DossierBuilder,
  GOOD_VOTE,
  onAgenda,
  requested,
  SIGNED,
} from '../builders/dossier.js';
import {
  amended,
  convention,
  firstYearOver,
  HASH,
  heardOnExcess,
  RENEWAL,
  REPORTS,
  running,
  settled,
  withExcess,
} from '../builders/whole-life-dossiers.js';
import { heardFor } from '../builders/withdrawn.js';
import { named } from '../builders/facts.js';
import type { Named } from '../builders/subjects.js';
import { secondYearOpen, yearGrant } from '../builders/yearly-votes.js';

const on = (dossier: DossierBuilder) => ({ award: convention(dossier).id });
const report = (dossier: DossierBuilder) => ({ ...on(dossier), year: 1, report: 'activity-report' as const });
const REJECTED = { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 };
const KINDS = Object.keys(REPORTS);
const YEARS_OF = (...years: readonly number[]) =>
  years.map(year => ({ year, reports: ['activity-report', 'indicators', 'financial-report', 'approved-accounts'] }));
/** What an end leaves of a convention: the accounts of its years, the payments that may still be made, its publication. */
const LEFT_BY = (years: readonly number[], payments: readonly string[]) => ({
  cycles: [{ award: 'A', years: YEARS_OF(...years), payments }],
  ...{ publications: ['A'], formerCarriers: [], recoveries: [], claims: [] },
});
/** What the Région proposes itself: nobody is to acknowledge it, and silence rejects nothing. */
const OWN_ACT: readonly (readonly [string, object?])[] = [['acknowledgement/B'], ['decision/B', { silent: false }]];
const NO_DUTY = { publications: [], formerCarriers: [], recoveries: [], claims: [] };
const invited = (matter: string, build: () => DossierBuilder) => {
  const dossier = build();
  const why = matter === 'recovery' ? because : breach;
  return dossier.does('invite-observations', { matter, ...why }, { on: on(dossier) });
};

describe('on a side path the story hears', () => {
  it.each<
    readonly [
      what: string,
      build: () => DossierBuilder,
      act: string,
      said: object,
      heard: readonly (readonly [key: string, value?: object])[],
      on?: (dossier: DossierBuilder) => Named,
    ]
  >([
    [
      'that a study is skipped',
      () => declared(),
      'skip-study',
      because,
      [['study-choice/1', { choice: 'skipped' }], ['study-outcome/1']],
    ],
    [
      'that an opinion is waived',
      () => declared(),
      'waive-opinion',
      because,
      [
        ['council-opinion/1', { outcome: 'waived' }],
        ['revised-project/1', { waived: true }],
      ],
    ],
    [
      'that an opinion is passed over',
      () => declared().on('2026-06-01'),
      'pass-over-opinion',
      because,
      [['council-opinion/1', { outcome: 'passed-over' }]],
    ],
    [
      'of an adjournment, that the session was held',
      () => onAgenda(),
      'record-vote',
      { ...GOOD_VOTE, outcome: 'adjourned' },
      [['vote/A/1', { outcome: 'adjourned', conventionRequired: false }]],
    ],
    [
      'of a first rejection, that the project is refused',
      () => onAgenda(),
      'record-vote',
      REJECTED,
      [
        ['acknowledgement/A'],
        ['decision/A', { silent: false }],
        ['vote/A/1', { outcome: 'rejected', conventionRequired: false }],
        ['ending/1', { how: 'refused', award: 'A', cycles: [], ...NO_DUTY }],
      ],
    ],
    [
      'that a refusal is notified',
      () => onAgenda().does('record-vote', REJECTED),
      'notify-refusal',
      {},
      [['refusal-notification/A'], ['refusal-receipt/A']],
    ],
    [
      'of a part of the pieces, nothing',
      () => requested().does('demand-pieces', { pieces: ['statutes', 'officers'] }),
      'deliver-pieces',
      { pieces: ['officers'] },
      [],
    ],
    [
      'that a project is withdrawn',
      () => requested(),
      'withdraw-project',
      because,
      [['ending/1', { how: 'withdrawn', cycles: [], ...NO_DUTY }]],
    ],
    [
      'that a withdrawal is acknowledged',
      () => requested().does('withdraw-project', because),
      'acknowledge-withdrawal',
      {},
      [['withdrawal-acknowledgement/1']],
    ],
    [
      'that a pôle is abandoned, and which accounts and publication it leaves',
      firstYearOver,
      'abandon-pole',
      because,
      [['ending/1', { how: 'abandoned', ...LEFT_BY([1, 2], ['A/1/2/1', 'A/2/1/1', 'A/2/2/1']) }]],
    ],
    [
      'that a convention is terminated, and which accounts and publication it leaves',
      () => heardFor(running(), 'termination'),
      'terminate-by-region',
      breach,
      [['ending/1', { how: 'terminated', ...LEFT_BY([1], ['A/1/1/1', 'A/1/2/1']) }]],
    ],
    [
      'that a convention that changed hands is abandoned, and which account of its former carrier it leaves',
      () => amended(running().does('publish-essential-data'), { carrier: { name: 'R', siret: BEARER } }),
      'abandon-pole',
      because,
      [
        [
          'ending/1',
          { how: 'abandoned', ...LEFT_BY([1], ['A/1/1/1', 'A/1/2/1']), publications: ['B'], formerCarriers: ['B'] },
        ],
      ],
    ],
    ['that a post is suppressed', running, 'end-post', {}, [['post-end/1']], () => ({ post: 1 })],
    [
      'that the CRESS advised',
      () => firstYearOver().does('file-activity-report', REPORTS['activity-report'].payload),
      'review-report',
      { favourable: true, advice: 'A' },
      [['report-review/A/1/activity-report/1']],
      report,
    ],
    [
      'that a convention is evaluated',
      firstYearOver,
      'record-final-evaluation',
      { outcome: 'favourable', hash: HASH },
      [['final-evaluation/A']],
      on,
    ],
    [
      'that an amendment is proposed',
      running,
      'request-amendment',
      { ...because, years: 2, amount: 7_000_000 },
      [...OWN_ACT, ['amendment-request/A/1', { award: 'B', transfers: false }]],
      on,
    ],
    [
      'that an amendment would transfer',
      running,
      'request-amendment',
      { ...because, commitment: SIGNED, carrier: { name: 'R', siret: BEARER } },
      [...OWN_ACT, ['amendment-request/A/1', { award: 'B', transfers: true }]],
      on,
    ],
    [
      'that a former carrier is settled',
      () => amended(running(), { carrier: { name: 'R', siret: BEARER } }),
      'settle-former-carrier',
      {},
      [['former-carrier-account/B']],
      on,
    ],
    [
      'that a renewal is asked for, and heard anew',
      () => firstYearOver().on('2029-02-01'),
      'request-renewal',
      RENEWAL,
      [['renewal-request/A/1', { award: 'B', opinionRound: 2 }]],
    ],
    [
      'that the grant of a year is asked for',
      secondYearOpen,
      'request-year-grant',
      yearGrant(2),
      [['year-grant-request/A/2', { award: 'B' }]],
      on,
    ],
    ['that an excess is waived', withExcess, 'waive-recovery', because, [['recovery-waiver/A']], on],
    ['that a dossier is closed', settled, 'close-dossier', {}, [['closure/1']]],
    [
      'that a hearing is opened',
      running,
      'invite-observations',
      { matter: 'termination', ...breach },
      [['observations-invitation/A/termination']],
      on,
    ],
    ['that a recovery is ordered', heardOnExcess, 'record-recovery-order', { order: 'T' }, [['recovery-order/A']], on],
    [
      'of a second meeting, its rank',
      () => declared().does('hold-cress-meeting', { participants: 1 }),
      'hold-cress-meeting',
      { participants: 2 },
      [['cress-meeting/2']],
    ],
  ])('%s', (...[, build, act, payload, heard, of]) => {
    const dossier = build();
    const before = factsOf(dossier.events).length;
    dossier.does(act, payload, of ? { on: of(dossier) } : {});
    const [a = 'none', b = 'none'] = Object.keys(dossier.state.awards);
    const namedFacts = named(factsOf(dossier.events).slice(before), { [a]: 'A', [b]: 'B' });
    expect(namedFacts).toEqual(heard.map(([key, value = {}]) => [key, value]));
  });

  it.each<
    readonly [
      what: string,
      build: () => DossierBuilder,
      day: string,
      heard: readonly (readonly [key: string, value?: object])[],
    ]
  >([
    ['a silence that rejects', () => requested('2026-02-02'), '2026-04-03', [['decision/A', { silent: true }]]],
    [
      'a term of pieces that ends',
      () => requested('2026-02-02').does('demand-pieces', { pieces: ['statutes'] }),
      '2026-03-05',
      [['missing-pieces/A/1']],
    ],
    ['a hearing that ends', () => invited('termination', running), '2026-02-18', [['observations/A/termination']]],
    [
      'an advice that lapses',
      () => firstYearOver().does('file-activity-report', REPORTS['activity-report'].payload),
      '2028-02-01',
      [['legality-review/A/2026-02-02'], ['report-review/A/1/activity-report/1']],
    ],
    [
      'a year that turns',
      running,
      '2028-01-01',
      [
        ['legality-review/A/2026-02-02'],
        [
          'year-turn/A/1',
          {
            ended: false,
            year: 2,
            reports: KINDS,
            instalments: [
              { number: 1, after: 'start' },
              { number: 2, after: 'reports' },
            ],
            ownGrant: false,
            owedInTime: [],
          },
        ],
      ],
    ],
  ])('%s', async (_what, build, day, heard) => {
    const dossier = build();
    const before = factsOf(dossier.events).length;
    await dossier.on(day).settlesSilences();
    const [a = 'none'] = Object.keys(dossier.state.awards);
    expect(named(factsOf(dossier.events).slice(before), { [a]: 'A' })).toEqual(
      heard.map(([key, value = {}]) => [key, value]),
    );
  });
});
