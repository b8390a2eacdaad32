import { defineAct, type Reasoned } from '../dossier/act.js';
import { notBefore } from '../dossier/gates.js';
import { underSettledAccount } from '../funded-year/exercise.js';

const suspendDossier = defineAct<Reasoned>({
  name: 'suspend-dossier',
  gravity: 'ending',
  capability: 'lifecycle',
  label: 'Suspendre le dossier',
  subject: 'pole',
  path: '/poles/:poleId/suspensions',
  roles: ['manager'],
  from: ['alive'],
  to: ['suspended'],
  emits: ['dossier-suspended'],
  gates: [],
  decide: ({ payload, state, date, rules }) =>
    underSettledAccount({ state, rules }, date) ??
    notBefore(date, state.lifecycle.suspensions.at(-1)?.to ?? state.initiative.declaredOn, 'la dernière reprise') ?? [
      { type: 'dossier-suspended', data: {}, private: { reason: payload.reason } },
    ],
});

const resumeDossier = defineAct<Reasoned>({
  name: 'resume-dossier',
  capability: 'lifecycle',
  label: 'Reprendre le dossier',
  subject: 'pole',
  path: '/poles/:poleId/resumptions',
  roles: ['manager'],
  from: ['suspended'],
  to: ['alive'],
  emits: ['dossier-resumed'],
  gates: [],
  decide: ({ payload, state, date, rules }) =>
    underSettledAccount({ state, rules }, date) ??
    notBefore(date, state.lifecycle.suspensions.at(-1)?.from ?? null, 'la suspension') ?? [
      { type: 'dossier-resumed', data: {}, private: { reason: payload.reason } },
    ],
});

export const suspensionActs = [suspendDossier, resumeDossier] as const;
