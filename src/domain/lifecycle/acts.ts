import { refuse } from '../kernel/refusal.js';
import { defineAct } from '../dossier/act.js';
import { absolute, notBefore } from '../dossier/gates.js';
import type { Reasoned } from '../prefiguration-study/acts.js';

const noConventionInForce = absolute('no-convention-in-force', ({ state }) =>
  Object.values(state.awards).some(award => award.kind === 'convention' && award.conventionNotifiedOn !== null)
    ? refuse('convention-in-force', 'La convention est notifiée : le pôle ne se retire plus, il se résilie.', {
        source: 'Convention, clause de résiliation',
        absolute: true,
      })
    : undefined,
);

const withdrawProject = defineAct<Reasoned>({
  name: 'withdraw-project',
  capability: 'lifecycle',
  label: 'Retirer le projet',
  subject: 'pole',
  path: '/poles/:poleId/withdrawals',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['alive'],
  to: ['withdrawn'],
  emits: ['project-withdrawn'],
  gates: [noConventionInForce],
  decide: ({ payload }) => [{ type: 'project-withdrawn', data: {}, private: { reason: payload.reason } }],
});

const acknowledgeWithdrawal = defineAct<object>({
  name: 'acknowledge-withdrawal',
  capability: 'lifecycle',
  label: 'Prendre acte du retrait',
  subject: 'pole',
  path: '/poles/:poleId/withdrawal-acknowledgements',
  roles: ['instructor'],
  from: ['withdrawn'],
  to: ['withdrawn'],
  emits: ['withdrawal-acknowledged'],
  afterEnd: true,
  gates: [
    absolute('withdrawal-acknowledged-once', ({ state }) =>
      state.lifecycle.withdrawalAcknowledgedOn === null
        ? undefined
        : refuse('already-done', 'La Région a déjà pris acte du retrait.', { absolute: true }),
    ),
  ],
  decide: ({ state, date }) =>
    notBefore(date, state.lifecycle.endedOn, 'le retrait') ?? [{ type: 'withdrawal-acknowledged', data: {} }],
});

export const lifecycleActs = [withdrawProject, acknowledgeWithdrawal] as const;
