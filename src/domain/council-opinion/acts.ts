import { refuse } from '../kernel/refusal.js';
import { formatFrench } from '../kernel/civil-date.js';
import { isOver } from '../kernel/delay.js';
import { defineAct, type GateContext, type Reasoned } from '../dossier/act.js';
import { absolute, notBefore } from '../dossier/gates.js';
import { dueOf } from '../dossier/owing.js';
import type { OpinionOutcome } from './slice.js';

export interface Opinion {
  readonly outcome: OpinionOutcome;
  /** What the council says: reserves, reasons. */
  readonly statement?: string;
}

export interface RevisedProject {
  readonly summary: string;
}

const giveOpinion = defineAct<Opinion>({
  name: 'give-opinion',
  gravity: 'vote',
  capability: 'council-opinion',
  label: "Rendre l'avis du Conseil de développement",
  subject: 'pole',
  path: '/poles/:poleId/council-opinions',
  roles: ['council', 'instructor'],
  from: ['awaited'],
  to: ['favourable', 'with-reserves', 'unfavourable'],
  emits: ['opinion-given', 'document-attached'],
  carries: 'opinion',
  gates: [],
  decide: ({ state, payload, date }) => {
    if (payload.outcome !== 'favourable' && payload.statement === undefined)
      return refuse('opinion-without-statement', 'Un avis avec réserves ou défavorable doit être motivé.', {
        pointer: '/statement',
      });
    return (
      notBefore(date, state.opinion.revisedOn ?? state.initiative.declaredOn, 'le dépôt du projet soumis à avis') ?? [
        {
          type: 'opinion-given',
          data: { round: state.opinion.round, outcome: payload.outcome },
          ...(payload.statement === undefined ? {} : { private: { statement: payload.statement } }),
        },
      ]
    );
  },
});

/** The opinion is late by the day on which it is owed: more time that was granted, a suspension, count. */
function opinionIsLate({ state, rules, today }: GateContext) {
  const due = dueOf(`council-opinion/${state.opinion.round}`, state, rules);
  if (due?.on && isOver(due.on, today)) return undefined;
  const until = due?.on ? `avant le ${formatFrench(due.on)} inclus` : 'tant que son délai ne court pas';
  return refuse('opinion-not-late', `L'avis n'est pas en retard : il ne peut être passé outre ${until}.`, {
    source: due?.source ?? rules.reglement.clauses['council-opinion'],
    liftedBy: 'give-opinion',
  });
}

const passOverOpinion = defineAct<Reasoned>({
  name: 'pass-over-opinion',
  capability: 'council-opinion',
  label: 'Passer outre un avis en retard',
  subject: 'pole',
  path: '/poles/:poleId/passed-over-opinions',
  roles: ['instructor', 'manager'],
  from: ['awaited'],
  to: ['passed-over'],
  emits: ['opinion-passed-over'],
  gates: [absolute('opinion-late', opinionIsLate)],
  decide: ({ state, payload }) => [
    { type: 'opinion-passed-over', data: { round: state.opinion.round }, private: { reason: payload.reason } },
  ],
});

const waiveOpinion = defineAct<Reasoned>({
  name: 'waive-opinion',
  capability: 'council-opinion',
  label: "Dispenser d'avis par décision motivée",
  subject: 'pole',
  path: '/poles/:poleId/opinion-waivers',
  roles: ['manager'],
  from: ['awaited', 'unfavourable'],
  to: ['waived'],
  emits: ['opinion-waived'],
  gates: [],
  decide: ({ state, payload }) => [
    { type: 'opinion-waived', data: { round: state.opinion.round }, private: { reason: payload.reason } },
  ],
});

const fileRevisedProject = defineAct<RevisedProject>({
  name: 'file-revised-project',
  gravity: 'deposit',
  capability: 'council-opinion',
  label: 'Déposer le projet révisé',
  subject: 'pole',
  path: '/poles/:poleId/revised-projects',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['unfavourable'],
  to: ['awaited'],
  emits: ['revised-project-filed', 'document-attached'],
  carries: 'project',
  gates: [],
  decide: ({ state, payload, date }) =>
    notBefore(date, state.opinion.outcomeOn, "l'avis défavorable") ?? [
      {
        type: 'revised-project-filed',
        data: { round: state.opinion.round },
        private: { summary: payload.summary },
      },
    ],
});

export const councilOpinionActs = [giveOpinion, passOverOpinion, waiveOpinion, fileRevisedProject] as const;
