import { randomUUID } from 'node:crypto';
import type { DossierEvents, DossierState, EventName, RecordedEvent } from '../../src/domain/dossier/state.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { BEARER, CARRIER, someone } from './dossier.js';
import { convention, firstYearOver } from './whole-life-dossiers.js';

const DAY = civilDate('2028-03-01');
const TERM = civilDate('2028-06-30');
const OBLIGATION = randomUUID();
const owed = { obligation: OBLIGATION };
const carrier = { role: 'carrier', body: CARRIER } as const;

/** What the events that no life of the tests holds may say of an award. */
const examplesOn = (award: string) =>
  ({
    'obligation-opened': {
      ...{ ...owed, kind: 'activity-report', instance: `${award}/1/1`, opening: 1, debtor: carrier },
      ...{ due: TERM, source: 'Convention', follows: null },
    },
    'pole-labelled': { reference: 'LABEL-1' },
    'revised-project-filed': { round: 1 },
    'award-transferred': { award, applicant: BEARER },
    'request-acknowledged': { award, silenceRejectsAfter: null },
    'pieces-delivered': { award, demand: 1, pieces: ['statutes'], complete: true },
    'pieces-term-ended': { award, demand: 1 },
    'pieces-term-superseded': { award, demand: 1 },
    'request-implicitly-rejected': { award },
    'implicit-rejection-superseded': { award },
    'legality-letter-recorded': { award, transmittedOn: DAY, nature: 'gracious-appeal', reference: 'L-1' },
    'legality-letter-answered': { award, letter: 1, answer: 'answered' },
    'court-decision-recorded': { award, decision: 'suspended', reference: 'J-1' },
    'legality-term-ended': { award, transmittedOn: DAY },
    'decision-made-available': { award, decision: 'grant', agreedOn: DAY },
    'deemed-notification-superseded': { award, decision: 'grant' },
    'deliberation-published': { award },
    'essential-data-published': { award },
    'instalments-replanned': { award, instalments: [] },
    'payment-rejected': { award, year: 1, number: 1, reason: 'wrong-bank-details', payment: 1 },
    'report-reviewed': { award, year: 1, report: 'indicators', round: 1, favourable: false },
    'report-review-lapsed': { award, year: 1, report: 'indicators', round: 1 },
    'report-reopened': { award, year: 1, report: 'approved-accounts', round: 1, rank: 1 },
    'withdrawal-acknowledged': {},
    'step-not-applicable': { kind: 'cress-meeting', instance: '1' },
    'formal-notice-given': { award, grounds: ['no-activity'], term: TERM },
    'observations-term-ended': { award, matter: 'recovery', rank: 1 },
    'former-carrier-settled': { award, amendment: award, carrier: BEARER },
    'final-evaluation-recorded': { award, outcome: 'favourable', hash: 'ab'.repeat(32) },
    'document-attached': { hash: 'ab'.repeat(32), kind: 'other' },
    'award-document-attached': { award, hash: 'ab'.repeat(32), kind: 'piece', piece: 'statutes' },
    'block-overridden': { gate: 'post-filled', act: 'claim-instalment', subject: '' },
    'fact-retracted': { event: OBLIGATION, type: 'opinion-given' },
    'represented-body-rectified': { event: OBLIGATION, from: null, to: CARRIER },
    'obligation-done': { ...owed, by: OBLIGATION },
    'obligation-withdrawn': owed,
    'debtor-changed': { ...owed, from: carrier, to: { role: 'carrier', body: BEARER } },
    'creditor-changed': { ...owed, from: carrier, to: { role: 'instructor' } },
    'rung-reached': { ...owed, rung: 'j+1', merged: [] },
    'obligation-escalated': owed,
    'ladder-changed': { ...owed, passed: [] },
    'reminder-asked': owed,
    'obligation-waived': owed,
    'ladders-applied': { ladders: 'fewer-reminders' },
    'referent-assigned': { referent: 'instructrice', second: null, manager: null },
  }) as const satisfies { readonly [Type in EventName]?: DossierEvents[Type] };

/** Each of them recorded by the role that a life would have it of, on a dossier in its second year. */
export function withExamples(): { readonly state: DossierState; readonly events: readonly RecordedEvent[] } {
  const dossier = firstYearOver();
  const [first] = dossier.events;
  const examples = Object.entries(examplesOn(convention(dossier).id));
  const events = examples.map(
    ([type, data]) =>
      ({
        ...first,
        id: randomUUID(),
        type,
        data,
        date: DAY,
        role: 'instructor',
        actor: someone('instructor').account,
      }) as RecordedEvent,
  );
  return { state: dossier.state, events };
}
