import { own } from '../kernel/own.js';
import { defineAct, type Reasoned } from '../dossier/act.js';
import { EXPECTATIONS, factsOf } from '../dossier/expectations.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { AnyExpectation } from '../dossier/expectation.js';

/** A step that the path gained after a dossier had passed it. */
export interface StepNotApplicable extends Reasoned {
  readonly kind: string;
  readonly instance: string;
}

const kinds: Readonly<Record<string, Pick<AnyExpectation, 'mayNotApply'> | undefined>> = EXPECTATIONS;

function unmarkable(kind: string): Refusal | undefined {
  if (own(kinds, kind)?.mayNotApply) return undefined;
  return refuse('step-always-applies', 'Cette étape ne peut être écartée : la loi ou le règlement la demande.', {
    pointer: '/kind',
  });
}

/**
 * Marks that a step does not apply to a dossier, because the path gained it behind where the dossier stands: the story
 * goes on as if it were met. Refuses a step that law or règlement asks for, and one that was met.
 */
export const markStepNotApplicable = defineAct<StepNotApplicable>({
  name: 'mark-step-not-applicable',
  capability: 'lifecycle',
  label: 'Marquer une étape sans objet pour ce dossier',
  subject: 'pole',
  path: '/poles/:poleId/not-applicable-steps',
  roles: ['manager', 'admin'],
  from: ['alive', 'suspended'],
  to: ['alive', 'suspended'],
  emits: ['step-not-applicable'],
  readsHistory: true,
  gates: [],
  decide: ({ payload: { kind, instance, reason }, history }) => {
    const refusal = unmarkable(kind);
    if (refusal) return refusal;
    if (factsOf(history).some(({ key }) => key === `${kind}/${instance}`))
      return refuse('already-done', 'Cette étape est faite, ou déjà marquée sans objet.', { pointer: '/instance' });
    return [{ type: 'step-not-applicable', data: { kind, instance }, private: { reason } }];
  },
});
