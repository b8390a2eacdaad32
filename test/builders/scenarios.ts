import { cents } from '../../src/domain/kernel/cents.js';
import { addMonths } from '../../src/domain/kernel/civil-date.js';
import type { DossierBuilder } from './dossier.js';
import { abrogated, withdrawnForCommitment, withdrawnTwice } from './withdrawn.js';
import { breach, claimed, FIRST_ADVANCE, ordered, requested, studyNeedingConvention, voted } from './dossier.js';
import {
  amended,
  firstYearOver,
  heardOnExcess,
  pays,
  RENEWAL,
  REPORTS,
  running,
  withExcess,
} from './whole-life-dossiers.js';

/** A hearing to whose invitation nobody answered: its term is over. */
async function unheard(): Promise<DossierBuilder> {
  const dossier = withExcess().does('invite-observations', { matter: 'recovery', reason: 'Trop-perçu.' });
  const later = await dossier.on(addMonths(dossier.today, 1)).settlesSilences();
  return later.does('record-recovery-order', { order: 'T-1' });
}

/** A vote that was made available to its body, who read it in no time. */
async function leftUnread(): Promise<DossierBuilder> {
  const available = voted('2026-03-02')
    .does('transmit-deliberation', { receipt: 'R' })
    .does('notify-grant', { means: 'electronic', agreedOn: '2026-02-02', availableOn: '2026-03-02' });
  const later = await available.on('2026-04-20').settlesSilences();
  return later.does('publish-deliberation');
}

/** Lives that together hold what every control looks at. */
export const SCENARIOS = {
  closed: () =>
    heardOnExcess().does('record-recovery-order', { order: 'T-1' }).does('record-recovery').does('close-dossier'),
  unheard,
  'left unread': leftUnread,
  ordered: () => ordered(),
  amended: () => amended(pays(running(), 1, 1), { years: 2, amount: cents(7_000_000) }),
  'first year over': () => firstYearOver().does('file-activity-report', REPORTS['activity-report'].payload),
  terminated: () =>
    running()
      .does('invite-observations', { matter: 'termination', ...breach })
      .does('present-observations', { matter: 'termination', observations: 'Aucune.' })
      .does('terminate-by-region', breach),
  'withdrawn in part': () => withdrawnTwice(),
  'withdrawn for its commitment': () => withdrawnForCommitment(),
  abrogated: () => abrogated(),
  'silently rejected': () => requested().on('2026-04-10').does('report-instruction', { favourable: true, report: 'R' }),
  'with pieces': () =>
    requested()
      .on('2026-02-05')
      .does('demand-pieces', { pieces: ['statutes'] })
      .on('2026-02-20')
      .does('deliver-pieces', { pieces: ['statutes'] }),
  'with overlapping pieces': () =>
    requested()
      .on('2026-02-05')
      .does('demand-pieces', { pieces: ['statutes'] })
      .on('2026-02-20')
      .does('deliver-pieces', { pieces: ['statutes'] })
      .on('2026-02-25')
      .does('demand-pieces', { pieces: ['officers'] }, { date: '2026-02-10' })
      .does('deliver-pieces', { pieces: ['officers'] }),
  reviewed: () =>
    voted('2026-03-02')
      .does('transmit-deliberation', { receipt: 'R' })
      .on('2026-04-20')
      .does('notify-grant', {
        ...{ means: 'electronic', agreedOn: '2026-02-02', availableOn: '2026-03-10', consultedOn: '2026-03-12' },
      })
      .does('record-legality-letter', { nature: 'completion', reference: 'PREF-1' })
      .does('answer-legality-letter', { letter: 1, answer: 'pieces-received' }),
  judged: () =>
    claimed()
      .does('prepare-liquidation', { amount: FIRST_ADVANCE })
      .does('validate-liquidation')
      .does('record-court-decision', { decision: 'suspended', reference: 'TA-1' })
      .on('2026-02-20')
      .does('record-court-decision', { decision: 'suspension-lifted', reference: 'TA-1' })
      .does('record-payment-order', { order: 'M-1' }),
  'whose study needs its convention': () => studyNeedingConvention(),
  renewed: () => firstYearOver().on('2029-02-01').does('request-renewal', RENEWAL),
} as const satisfies Readonly<Record<string, () => DossierBuilder | Promise<DossierBuilder>>>;

export type Scenario = keyof typeof SCENARIOS;
