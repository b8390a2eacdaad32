import type { ExpectationKind } from './expectations.js';

/** Why an instalment is held for want of what is owed of a kind, and how much later its exercise comes. */
interface HoldFor {
  readonly code: string;
  readonly yearsAfter?: number;
}

const OF_REPORTS: readonly HoldFor[] = [
  { code: 'reports-not-accepted', yearsAfter: 0 },
  { code: 'report-overdue', yearsAfter: 1 },
];
const OF_THE_GRANT: readonly HoldFor[] = [{ code: 'convention-not-in-force' }, { code: 'convention-required-since' }];
const OF_THE_STUDY: readonly HoldFor[] = [{ code: 'study-not-validated' }];
const OF_THE_POST: readonly HoldFor[] = [{ code: 'post-vacant' }];

const HOLDS: Readonly<Partial<Record<ExpectationKind, readonly HoldFor[]>>> = {
  ...{ 'activity-report': OF_REPORTS, indicators: OF_REPORTS },
  ...{ 'financial-report': OF_REPORTS, 'approved-accounts': OF_REPORTS },
  'report-acceptance': [{ code: 'reports-not-accepted', yearsAfter: 0 }],
  ...{ transmission: OF_THE_GRANT, 'grant-notification': OF_THE_GRANT, 'carrier-signature': OF_THE_GRANT },
  ...{ 'region-signature': OF_THE_GRANT, 'convention-notification': OF_THE_GRANT },
  ...{ 'study-delivery': OF_THE_STUDY, 'study-review': OF_THE_STUDY },
  ...{ 'post-opening': OF_THE_POST, hiring: OF_THE_POST },
};

/** Why instalments are held for want of what is owed of a kind. */
export const holdsFor = (kind: string): readonly HoldFor[] => HOLDS[kind as ExpectationKind] ?? [];

/** The kinds of what is owed for want of which instalments are held for a reason. */
export const kindsHolding = (reason: string): readonly string[] =>
  Object.entries(HOLDS).flatMap(([kind, holds]) => (holds.some(({ code }) => code === reason) ? kind : []));
