import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf } from '../dossier/event.js';
import type { Principal } from '../dossier/roles.js';
import type { ReportKind } from '../reglement/reglement.js';

export const LIFECYCLE_STATUSES = [
  'alive',
  'suspended',
  'withdrawn',
  'refused',
  'abandoned',
  'terminated',
  'closed',
] as const;
export type LifecycleStatus = (typeof LIFECYCLE_STATUSES)[number];

export const RECOVERY_STATUSES = ['none', 'claimed', 'ordered', 'collected', 'waived'] as const;
export type RecoveryStatus = (typeof RECOVERY_STATUSES)[number];

export const EVALUATION_OUTCOMES = ['favourable', 'with-reserves', 'unfavourable'] as const;
export type EvaluationOutcome = (typeof EVALUATION_OUTCOMES)[number];

/** Why the body is invited to present its observations: the Région would terminate, or claim an excess. */
export const OBSERVATION_MATTERS = ['termination', 'recovery'] as const;
export type ObservationMatter = (typeof OBSERVATION_MATTERS)[number];

/** What an early end leaves to be done for a grant: the accounts of its years, its payments under way. */
export type CycleLeft = {
  readonly award: string;
  readonly years: readonly { readonly year: number; readonly reports: readonly ReportKind[] }[];
  /** `award/year/number/payment`. Ends recorded before named only those that were ordered. */
  readonly payments: readonly string[];
};

/** What an early end leaves to be done. Ends recorded before a duty outlived them do not name it. */
export type LeftAtEnd = {
  readonly cycles: readonly CycleLeft[];
  /** The awards signed by both parties whose essential data are yet to be published. */
  readonly publications?: readonly string[];
  /** The amendments that changed the carrier and left the account of the former one open. */
  readonly formerCarriers?: readonly string[];
  /** The grants settled with an excess that is neither collected nor waived. */
  readonly recoveries?: readonly string[];
};

type OfAward<Data = object> = { award: string } & Data;

export type LifecycleEvents = {
  'project-withdrawn': LeftAtEnd;
  'withdrawal-acknowledged': Record<string, never>;
  'project-refused': OfAward<LeftAtEnd>;
  'step-not-applicable': { kind: string; instance: string };
  'dossier-suspended': Record<string, never>;
  'dossier-resumed': Record<string, never>;
  'pole-abandoned': LeftAtEnd;
  'convention-terminated': LeftAtEnd & { by: 'carrier' | 'region' };
  'observations-invited': OfAward<{ matter: ObservationMatter; term: CivilDate }>;
  'observations-presented': OfAward<{ matter: ObservationMatter }>;
  'observations-term-ended': OfAward<{ matter: ObservationMatter }>;
  'carrier-transferred': OfAward<{ amendment: string; from: string; to: string; paid: Cents }>;
  'former-carrier-settled': OfAward<{ amendment: string; carrier: string }>;
  'final-evaluation-recorded': OfAward<{ outcome: EvaluationOutcome; hash: string }>;
  'renewal-requested': OfAward<{ convention: string; rank: number; opinionRound: number | null }>;
  'excess-claimed': OfAward<{ amount: Cents }>;
  'recovery-ordered': OfAward<{ order: string; amount: Cents }>;
  'recovery-collected': OfAward<{ amount: Cents }>;
  'recovery-waived': OfAward;
  'dossier-closed': Record<string, never>;
  'block-overridden': { gate: string; act: string; subject: string };
  'fact-retracted': { event: string; type: string };
  'represented-body-rectified': { event: string; from: string | null; to: string };
};

export const lifecycleEventTypes: EventTypesOf<LifecycleEvents> = {
  'project-withdrawn': {
    version: 2,
    label: 'Projet retiré par son porteur',
    upcast: { 1: data => ({ ...data, cycles: [] }) },
  },
  'withdrawal-acknowledged': { version: 1, label: 'Retrait pris en compte par la Région' },
  'project-refused': {
    version: 2,
    label: 'Projet refusé par la Région',
    upcast: { 1: data => ({ ...data, cycles: [] }) },
  },
  'step-not-applicable': { version: 1, label: 'Étape sans objet pour ce dossier' },
  'dossier-suspended': { version: 1, label: 'Dossier suspendu' },
  'dossier-resumed': { version: 1, label: 'Dossier repris' },
  'pole-abandoned': { version: 1, label: 'Pôle abandonné' },
  'convention-terminated': { version: 1, label: 'Convention résiliée' },
  'observations-invited': { version: 1, label: 'Observations demandées' },
  'observations-presented': { version: 1, label: 'Observations présentées' },
  'observations-term-ended': { version: 1, label: 'Délai des observations écoulé' },
  'carrier-transferred': { version: 1, label: 'Structure porteuse changée' },
  'former-carrier-settled': { version: 1, label: "Compte de l'ancienne structure porteuse arrêté" },
  'final-evaluation-recorded': { version: 1, label: 'Évaluation finale partagée' },
  'renewal-requested': { version: 1, label: 'Renouvellement demandé' },
  'excess-claimed': { version: 1, label: 'Trop-perçu constaté' },
  'recovery-ordered': { version: 1, label: 'Titre de recettes émis' },
  'recovery-collected': { version: 1, label: 'Trop-perçu recouvré' },
  'recovery-waived': { version: 1, label: 'Trop-perçu remis' },
  'dossier-closed': { version: 1, label: 'Dossier clos' },
  'block-overridden': { version: 1, label: 'Blocage levé sur décision motivée' },
  'fact-retracted': { version: 1, label: 'Fait annulé par rectification' },
  'represented-body-rectified': { version: 1, label: 'Organisme représenté rectifié' },
};

export interface Override {
  readonly gate: string;
  readonly act: string;
  readonly subject: string;
  /** Who overrode it: they do not do what it held back. */
  readonly by: Principal;
}

/** A time during which the dossier was suspended; `to` is the day of its resumption, null while it lasts. */
export interface Suspension {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export interface Observations {
  readonly award: string;
  readonly matter: ObservationMatter;
  readonly invitedOn: CivilDate;
  readonly term: CivilDate;
  /** When the adversarial phase ended: observations presented, or their term over. */
  readonly endedOn: CivilDate | null;
}

export interface Recovery {
  readonly status: RecoveryStatus;
  readonly amount: Cents;
  readonly since: CivilDate;
  readonly order: string | null;
}

export interface Transfer {
  readonly award: string;
  readonly amendment: string;
  readonly from: string;
  readonly to: string;
  readonly on: CivilDate;
  readonly settledOn: CivilDate | null;
}

export interface LifecycleSlice {
  readonly status: LifecycleStatus;
  readonly endedOn: CivilDate | null;
  readonly withdrawalAcknowledgedOn: CivilDate | null;
  readonly suspensions: readonly Suspension[];
  readonly observations: Readonly<Record<string, Observations>>;
  readonly recoveries: Readonly<Record<string, Recovery>>;
  readonly transfers: readonly Transfer[];
  readonly evaluations: Readonly<Record<string, { readonly outcome: EvaluationOutcome; readonly on: CivilDate }>>;
  /** How many times the renewal of each convention was asked for. */
  readonly renewals: Readonly<Record<string, number>>;
  readonly closedOn: CivilDate | null;
  readonly overrides: readonly Override[];
}

export const initialLifecycle: LifecycleSlice = {
  status: 'alive',
  endedOn: null,
  withdrawalAcknowledgedOn: null,
  suspensions: [],
  observations: {},
  recoveries: {},
  transfers: [],
  evaluations: {},
  renewals: {},
  closedOn: null,
  overrides: [],
};

/** Whether the dossier goes on, suspended or not. */
export function isAlive(status: LifecycleStatus): boolean {
  return status === 'alive' || status === 'suspended';
}

/** The key of an adversarial phase: convention and matter. */
export function observationsKey(award: string, matter: ObservationMatter): string {
  return `${award}/${matter}`;
}
