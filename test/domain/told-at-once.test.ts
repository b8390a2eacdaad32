import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/domain/dossier/roles.js';
import { EVENT_TYPES, fold, type EventName } from '../../src/domain/dossier/state.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { TOLD_TYPES, tellingsOf } from '../../src/domain/reminders/told-at-once.js';
import type { Directory } from '../../src/domain/reminders/recipients.js';
import {
  BEARER,
  because,
  belowThreshold,
  CARRIER,
  claimed,
  declared,
  FIRST_ADVANCE,
  GOOD_VOTE,
  grantedTo,
  inForce,
  onAgenda,
  ordered,
  someone,
  studyGranted,
  voted,
  type DossierBuilder,
} from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { EVERYONE } from '../builders/planned-notices.js';
import { onReport, type Named } from '../builders/subjects.js';
import { firstYearOver, REPORTS } from '../builders/whole-life-dossiers.js';

interface Doing {
  readonly by?: Actor;
  readonly date?: string;
}

/** Who is told of what an act leaves, and why not where they are not. */
function told(
  dossier: DossierBuilder,
  act: string,
  payload: object = {},
  { directory = EVERYONE, on, ...doing }: Doing & { readonly directory?: Directory; readonly on?: Named } = {},
): readonly string[] {
  const before = dossier.events.length;
  dossier.does(act, payload, { ...(on === undefined ? {} : { on }), ...doing });
  const events = dossier.events.slice(before);
  const around = { state: dossier.state, before: fold(dossier.id, dossier.events.slice(0, before)) };
  return tellingsOf(around, events, directory, dossier.today).map(({ event, recipient: { name, party }, reason }) => {
    const of = party.body === undefined ? '' : ` of ${party.body === CARRIER ? 'the carrier' : 'the bearer'}`;
    return `${event.type} to ${name}${of}${reason === null ? '' : `: ${reason}`}`;
  });
}

/** What is owed that the events of an act bear on, as they are told. */
function toldAbout(dossier: DossierBuilder, act: string, payload: object, doing: Doing & { readonly on?: Named }) {
  const before = dossier.events.length;
  dossier.does(act, payload, doing);
  const around = { state: dossier.state, before: fold(dossier.id, dossier.events.slice(0, before)) };
  return tellingsOf(around, dossier.events.slice(before), EVERYONE, dossier.today).map(
    ({ event, obligation }) => `${event.type}: ${obligation === null ? 'nothing' : obligation.kind}`,
  );
}

const asManager = { by: someone('manager') };
const asFinance = { by: someone('finance') };
const report = 'activity-report';

function filed(): { dossier: DossierBuilder; on: Named } {
  const dossier = firstYearOver();
  const on = onReport(dossier.award, 1, report);
  dossier.does(REPORTS[report].act, REPORTS[report].payload, { on });
  return { dossier, on };
}

const until = civilDate('2026-09-30');
const o1 = { on: { obligation: 'o-1' } };
const ofCarrier = () => owing({ debtor: { role: 'carrier', body: CARRIER } });
const asked = () => ofCarrier().does('request-extension', { ...because, until }, { ...o1, by: someone('carrier') });

describe('what is told at once names what is owed that it bears on', () => {
  it('what more time was asked for', () => {
    const payload = { ...because, until };
    expect(toldAbout(ofCarrier(), 'request-extension', payload, { ...o1, by: someone('carrier') })).toEqual([
      'extension-requested: grant-request',
    ]);
    expect(toldAbout(asked(), 'refuse-extension', because, { ...o1, ...asManager })).toEqual([
      'extension-refused: grant-request',
    ]);
  });

  it('the report that is owed again, once it is sent back', () => {
    const { dossier, on } = filed();
    const owed = {
      kind: report,
      instance: `${dossier.award.award}/1/2`,
      debtor: { role: 'carrier', body: CARRIER } as const,
    };
    const corrections = [{ field: '/evaluation', reason: 'À étayer.' }];
    expect(toldAbout(owing(owed, dossier), 'return-report', { corrections }, { on })).toEqual([
      `report-returned: ${report}`,
    ]);
  });

  it('nothing, where nothing is owed by it', () => {
    expect(toldAbout(onAgenda(), 'record-vote', { ...GOOD_VOTE, amount: cents(10_500_000) }, {})).toEqual([
      'vote-recorded: nothing',
    ]);
  });
});

describe('is told at once', () => {
  it('a report, sent back or accepted: its applicant', () => {
    const { dossier, on } = filed();
    const corrections = [{ field: '/evaluation', reason: 'À étayer.' }];
    expect(told(dossier, 'return-report', { corrections }, { on })).toEqual([
      'report-returned to carrier of the carrier',
    ]);
    const other = filed();
    expect(told(other.dossier, 'accept-report', {}, { on: other.on })).toEqual([
      'report-accepted to carrier of the carrier',
    ]);
  });

  it('a study, sent back or validated: who bears it', () => {
    const delivered = () => studyGranted().does('deliver-study', { reportHash: 'ab'.repeat(32) });
    expect(told(delivered(), 'review-study', { outcome: 'to-complete', remarks: 'À préciser.' })).toEqual([
      'study-sent-back to carrier of the bearer',
    ]);
    expect(told(delivered(), 'review-study', { outcome: 'validated' })).toEqual([
      'study-validated to carrier of the bearer',
    ]);
    expect(delivered().state.study.bearer).toBe(BEARER);
  });

  it('more time: when it is asked, who decides; when it is granted or refused, who owes', () => {
    const payload = { ...because, until };
    expect(told(ofCarrier(), 'request-extension', payload, { ...o1, by: someone('carrier') })).toEqual([
      'extension-requested to instructor',
    ]);
    expect(told(asked(), 'grant-extension', payload, o1)).toEqual(['extension-granted to carrier of the carrier']);
    expect(told(asked(), 'refuse-extension', because, o1)).toEqual(['extension-refused to carrier of the carrier']);
  });

  it('more time that an instructor asks: the manager', () => {
    const owed = owing({ debtor: { role: 'instructor' } });
    expect(told(owed, 'request-extension', { ...because, until }, o1)).toEqual(['extension-requested to manager']);
  });

  it('a vote, whatever its outcome: the applicant', () => {
    const amount = cents(10_500_000);
    const rejected = { outcome: 'rejected', votesFor: 5, votesAgainst: 50 };
    for (const vote of [{ amount }, { outcome: 'amended', amount, text: 'T' }, { outcome: 'adjourned' }, rejected])
      expect(told(onAgenda(), 'record-vote', { ...GOOD_VOTE, ...vote })).toEqual([
        'vote-recorded to carrier of the carrier',
      ]);
  });

  it('a notification, of a grant, of a refusal or of a convention: the applicant', () => {
    const transmitted = voted().does('transmit-deliberation', { receipt: 'R' });
    expect(told(transmitted, 'notify-grant')).toEqual(['grant-notified to carrier of the carrier']);
    const refused = onAgenda().does('record-vote', {
      ...{ ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 },
    });
    expect(told(refused, 'notify-refusal')).toEqual(['refusal-notified to carrier of the carrier']);
    expect(inForce().events.map(({ type }) => type)).toContain('convention-notified');
  });

  it('a payment: the carrier; a liquidation that is returned: who prepared it', () => {
    expect(told(ordered(), 'record-payment', { amount: FIRST_ADVANCE }, asFinance)).toEqual([
      'payment-recorded to carrier of the carrier',
    ]);
    const second = someone('instructor', 'instructeur-2');
    const [anyone] = EVERYONE.people;
    const people = [
      ...EVERYONE.people,
      { ...(anyone as (typeof EVERYONE.people)[number]), id: 'second', role: 'instructor', account: second.account },
    ];
    const prepared = () => claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE }, { by: second });
    expect(
      told(prepared(), 'return-liquidation', because, { ...asManager, directory: { ...EVERYONE, people } }),
    ).toEqual(['liquidation-returned to second']);
    expect(told(prepared(), 'return-liquidation', because, asManager)).toEqual(['liquidation-returned to instructor']);
  });

  it('a convention that a grant comes to need: the applicant', () => {
    const elsewhere = [grantedTo(CARRIER, '2027-06-01', 2_000_000)];
    const dossier = belowThreshold();
    const before = dossier.state;
    const [event] = dossier.looksAtThreshold(elsewhere).events.slice(-1);
    const around = { state: dossier.state, before };
    expect(
      tellingsOf(around, event ? [event] : [], EVERYONE, dossier.today).map(({ recipient }) => recipient.party),
    ).toEqual([{ role: 'carrier', body: CARRIER }]);
  });

  it('a suspension and its end: the carrier', () => {
    const dossier = declared();
    expect(told(dossier, 'suspend-dossier', because, asManager)).toEqual(['dossier-suspended to carrier']);
    expect(told(dossier, 'resume-dossier', because, asManager)).toEqual(['dossier-resumed to carrier']);
  });
});

describe('nobody is told', () => {
  it('of what they did themselves, alone or in the place of someone absent', () => {
    const doer = someone('instructor', 'instructor');
    const payload = { ...because, until };
    expect(told(ofCarrier(), 'request-extension', payload, { ...o1, by: doer })).toEqual([
      'extension-requested to instructor: own-act',
    ]);
    const instead = { ...someone('instructor', 'instructeur-2'), insteadOf: 'instructor' };
    expect(told(ofCarrier(), 'request-extension', payload, { ...o1, by: instead })).toEqual([
      'extension-requested to instructor: own-act',
    ]);
  });

  it('of a fact of the past that is entered late', () => {
    const vote = (date: string) =>
      told(
        onAgenda('2026-02-02', date).on('2026-04-04'),
        'record-vote',
        { ...GOOD_VOTE, amount: cents(10_500_000) },
        { date },
      );
    expect(vote('2026-02-03')).toEqual(['vote-recorded to carrier of the carrier']);
    expect(vote('2026-02-02')).toEqual(['vote-recorded to carrier of the carrier: long-past']);
  });

  it('who holds no address, or one that gives mails back, and it is said', () => {
    const nobody = { ...EVERYONE, people: [] };
    expect(told(declared(), 'suspend-dossier', because, { ...asManager, directory: nobody })).toEqual([
      'dossier-suspended to role:carrier: nobody',
    ]);
    const lost = { ...EVERYONE, people: EVERYONE.people.map(person => ({ ...person, reachable: false })) };
    expect(told(declared(), 'suspend-dossier', because, { ...asManager, directory: lost })).toEqual([
      'dossier-suspended to carrier: unreachable',
    ]);
  });

  it('at once of all these: a type of event that is new has its line here or is told', () => {
    const untold = (Object.keys(EVENT_TYPES) as EventName[]).filter(
      type => !(TOLD_TYPES as readonly string[]).includes(type),
    );
    expect(untold.sort()).toEqual([...UNTOLD].sort());
  });
});

/** What nobody is told of at once, by why. */
const UNTOLD: readonly EventName[] = [
  // What asks something of someone: the obligation that it opens has its reminders.
  ...([
    'grant-requested',
    'request-acknowledged',
    'pieces-demanded',
    'pieces-delivered',
    'instruction-reported',
  ] as const),
  ...(['agenda-entered', 'deliberation-transmitted', 'deliberation-published', 'convention-signed'] as const),
  ...(['instalment-claimed', 'liquidation-prepared', 'liquidation-validated', 'payment-ordered'] as const),
  ...(['payment-rejected', 'report-filed', 'study-commissioned', 'study-delivered', 'observations-invited'] as const),
  ...(['observations-presented', 'opinion-requested', 'revised-project-filed', 'amendment-proposed'] as const),
  ...(['renewal-requested', 'cofunding-sought', 'excess-claimed', 'recovery-ordered', 'project-withdrawn'] as const),
  // What the calendar, silence or the house brings: it is in the journal, and in what is owed.
  ...(['pieces-term-ended', 'pieces-term-superseded', 'request-implicitly-rejected'] as const),
  'deemed-notification-superseded',
  ...(['implicit-rejection-superseded', 'legality-term-ended', 'observations-term-ended'] as const),
  ...(['opinion-passed-over', 'report-review-lapsed', 'convention-ended', 'funded-year-opened'] as const),
  'convention-no-longer-required',
  ...(['instalments-planned', 'instalments-replanned', 'instalments-lapsed', 'year-reports-accepted'] as const),
  // What goes with an event that is told, or with an act of which both parties know.
  ...(['study-refused', 'project-refused', 'convention-amended', 'award-transferred', 'carrier-transferred'] as const),
  ...(['former-carrier-settled', 'amendment-lapsed', 'convention-settled', 'withdrawal-acknowledged'] as const),
  ...([
    'pole-abandoned',
    'convention-terminated',
    'grant-withdrawn',
    'dossier-closed',
    'essential-data-published',
  ] as const),
  ...([
    'grant-abrogated',
    'formal-notice-given',
    'report-reopened',
    'successor-examined',
    'cofunding-reduced',
  ] as const),
  ...(['final-evaluation-recorded', 'recovery-collected', 'recovery-waived'] as const),
  // What the parties tell, step by step.
  ...(['initiative-declared', 'local-group-formed', 'council-designated', 'study-skipped', 'opinion-given'] as const),
  'pole-labelled',
  ...(['opinion-waived', 'cress-meeting-held', 'legitimation-note-written', 'legality-letter-recorded'] as const),
  ...(['legality-letter-answered', 'court-decision-recorded'] as const),
  ...(['report-reviewed', 'post-opened', 'post-filled', 'post-vacated', 'post-ended', 'cofunding-decided'] as const),
  // What corrects, adjusts or watches over the dossier.
  ...([
    'block-overridden',
    'fact-retracted',
    'represented-body-rectified',
    'step-not-applicable',
    'ladders-applied',
    'referent-assigned',
  ] as const),
  ...(['document-attached', 'award-document-attached'] as const),
  // What is owed: reminders tell it.
  ...(['obligation-opened', 'obligation-done', 'obligation-withdrawn', 'obligation-escalated'] as const),
  ...(['obligation-waived', 'due-date-moved', 'debtor-changed', 'creditor-changed', 'rung-reached'] as const),
  ...(['ladder-changed', 'reminder-asked'] as const),
];
