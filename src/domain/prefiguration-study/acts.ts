import { defineAct, type Reasoned } from '../dossier/act.js';
import type { DossierState } from '../dossier/state.js';
import { firstRefusal, notBefore } from '../dossier/gates.js';
import type { StudyReviewOutcome } from './slice.js';

export interface StudyReport {
  /** SHA-256 of the report, in hexadecimal. */
  readonly reportHash: string;
}

export interface StudyReview {
  readonly outcome: StudyReviewOutcome;
  readonly remarks?: string;
}

/** The attempt and the round that run now. */
const running = ({ study }: DossierState) => ({ attempt: study.attempt, round: study.round });

const skipStudy = defineAct<Reasoned>({
  name: 'skip-study',
  capability: 'prefiguration-study',
  label: "Se passer d'étude de préfiguration",
  subject: 'pole',
  path: '/poles/:poleId/study-skips',
  roles: ['instructor'],
  from: ['undecided', 'refused'],
  to: ['skipped'],
  emits: ['study-skipped'],
  gates: [],
  decide: ({ state, payload }) => [
    { type: 'study-skipped', data: { attempt: state.study.attempt + 1 }, private: { reason: payload.reason } },
  ],
});

const deliverStudy = defineAct<StudyReport>({
  name: 'deliver-study',
  gravity: 'deposit',
  capability: 'prefiguration-study',
  label: "Rendre l'étude de préfiguration",
  subject: 'pole',
  path: '/poles/:poleId/study-deliveries',
  roles: ['carrier', 'instructor'],
  party: 'study-bearer',
  from: ['commissioned', 'to-complete'],
  to: ['delivered'],
  emits: ['study-delivered'],
  carries: 'study-report',
  gates: [],
  decide: ({ state, payload, date }) =>
    notBefore(date, state.study.sentBackOn ?? state.study.commissionedOn, "la demande de l'étude ou son renvoi") ?? [
      { type: 'study-delivered', data: { ...running(state), reportHash: payload.reportHash } },
    ],
});

const reviewStudy = defineAct<StudyReview>({
  name: 'review-study',
  capability: 'prefiguration-study',
  label: "Valider l'étude ou la renvoyer",
  subject: 'pole',
  path: '/poles/:poleId/study-reviews',
  roles: ['instructor'],
  from: ['delivered'],
  to: ['validated', 'to-complete'],
  emits: ['study-validated', 'study-sent-back'],
  gates: [],
  decide: ({ state, payload, date }) => {
    const type = payload.outcome === 'validated' ? 'study-validated' : 'study-sent-back';
    return (
      firstRefusal(notBefore(date, state.study.deliveredOn, "la remise de l'étude")) ?? [
        {
          type,
          data: running(state),
          ...(payload.remarks === undefined ? {} : { private: { remarks: payload.remarks } }),
        },
      ]
    );
  },
});

export const studyActs = [skipStudy, deliverStudy, reviewStudy] as const;
