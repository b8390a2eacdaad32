import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { EventId } from '../kernel/ids.js';
import type { EventTypesOf } from '../dossier/event.js';
import type { Principal } from '../dossier/roles.js';
import type { ObservationMatter } from '../reglement/measures.js';
import type { ReportKind } from '../reglement/reglement.js';
import type { Ground } from './grounds.js';

export const LIFECYCLE_STATUSES = [
  'alive',
  'suspended',
  'withdrawn',
  'refused',
  'abandoned',
  'terminated',
  'revoked',
  'abrogated',
  'closed',
] as const;
export type LifecycleStatus = (typeof LIFECYCLE_STATUSES)[number];

export const RECOVERY_STATUSES = ['none', 'claimed', 'ordered', 'collected', 'waived'] as const;
export type RecoveryStatus = (typeof RECOVERY_STATUSES)[number];

export const EVALUATION_OUTCOMES = ['favourable', 'with-reserves', 'unfavourable'] as const;
export type EvaluationOutcome = (typeof EVALUATION_OUTCOMES)[number];

/** What a decision names of the hearing that it consumes: the event that invited to it. */
export type HeardOn = { readonly grounds: readonly Ground[]; readonly hearing: EventId | null };

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
  /** The claims that are neither collected nor waived: the grant, and the rank of the claim from the second on. */
  readonly recoveries?: readonly string[];
  /** Those among the claims that a withdrawal opened: the body was heard on them. */
  readonly claims?: readonly string[];
};

type OfAward<Data = object> = { award: string } & Data;
/** A hearing of an award: its measure, and its rank among those on this measure. */
type OfHearing<Data = object> = OfAward<{ matter: ObservationMatter; rank: number }> & Data;

export const WITHDRAWAL_BASES = ['illegal', 'conditions', 'commitment'] as const;
/**
 * Why a grant is withdrawn: it was illegal (CRPA art. L242-1), its conditions were not respected (art. L242-2 2°), the
 * contrat d'engagement républicain was breached (décret n° 2021-1947 art. 5).
 */
export type WithdrawalBasis = (typeof WITHDRAWAL_BASES)[number];

/** A withdrawal by the Région: what no longer is granted, in cents, and whether the dossier ends with it. */
export type Withdrawn = HeardOn & {
  /** The number of the délibération by which it is decided, as the grant was. */
  deliberation: string;
  basis: WithdrawalBasis;
  rank: number;
  amount: Cents;
  whole: boolean;
  ends: boolean;
  /** The day of the breach, of a withdrawal for the contrat d'engagement républicain. */
  breachOn: CivilDate | null;
  /** The rank of what is claimed back; null where nothing is. */
  claim: number | null;
};

export type LifecycleEvents = {
  'project-withdrawn': LeftAtEnd;
  'withdrawal-acknowledged': Record<string, never>;
  'project-refused': OfAward<LeftAtEnd>;
  'grant-withdrawn': LeftAtEnd & OfAward<Withdrawn>;
  'grant-abrogated': LeftAtEnd & OfAward<HeardOn & { from: CivilDate; deliberation: string }>;
  'step-not-applicable': { kind: string; instance: string };
  'dossier-suspended': Record<string, never>;
  'dossier-resumed': Record<string, never>;
  'pole-abandoned': LeftAtEnd;
  'convention-terminated': LeftAtEnd & { by: 'carrier' | 'region' } & HeardOn;
  'formal-notice-given': OfAward<{ grounds: readonly Ground[]; term: CivilDate }>;
  'observations-invited': OfHearing<{
    grounds: readonly Ground[];
    /** What would be claimed back, in cents; null where the measure bears on no amount. */
    amount: Cents | null;
    /** In the nature of a sanction: grievances were stated, and the file offered. */
    sanction: boolean;
    term: CivilDate;
  }>;
  'observations-presented': OfHearing;
  'observations-term-ended': OfHearing;
  'carrier-transferred': OfAward<{ amendment: string; from: string; to: string; paid: Cents }>;
  'former-carrier-settled': OfAward<{ amendment: string; carrier: string }>;
  'final-evaluation-recorded': OfAward<{ outcome: EvaluationOutcome; hash: string }>;
  'renewal-requested': OfAward<{ convention: string; rank: number; opinionRound: number | null }>;
  'excess-claimed': OfAward<{
    rank: number;
    amount: Cents;
    returnBy: CivilDate | null;
    /** The hearing on the withdrawal that claims it; null of what an account claims, on which a hearing follows. */
    hearing: EventId | null;
  }>;
  'recovery-ordered': OfAward<{ rank: number; order: string; amount: Cents; hearing: EventId | null }>;
  'recovery-collected': OfAward<{ rank: number; amount: Cents }>;
  'recovery-waived': OfAward<{ rank: number }>;
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
  'grant-withdrawn': { version: 1, label: 'Subvention retirée par la Région' },
  'grant-abrogated': { version: 1, label: 'Subvention abrogée par la Région' },
  'step-not-applicable': { version: 1, label: 'Étape sans objet pour ce dossier' },
  'dossier-suspended': { version: 1, label: 'Dossier suspendu' },
  'dossier-resumed': { version: 1, label: 'Dossier repris' },
  'pole-abandoned': { version: 1, label: 'Pôle abandonné' },
  'convention-terminated': {
    version: 2,
    label: 'Convention résiliée',
    upcast: { 1: data => ({ ...data, grounds: [], hearing: null }) },
  },
  'formal-notice-given': { version: 1, label: 'Mise en demeure' },
  'observations-invited': {
    version: 2,
    label: 'Observations demandées',
    upcast: { 1: data => ({ ...data, rank: 1, grounds: [], amount: null, sanction: false }) },
  },
  'observations-presented': {
    version: 2,
    label: 'Observations présentées',
    upcast: { 1: data => ({ ...data, rank: 1 }) },
  },
  'observations-term-ended': {
    version: 2,
    label: 'Délai des observations écoulé',
    upcast: { 1: data => ({ ...data, rank: 1 }) },
  },
  'carrier-transferred': { version: 1, label: 'Structure porteuse changée' },
  'former-carrier-settled': { version: 1, label: "Compte de l'ancienne structure porteuse arrêté" },
  'final-evaluation-recorded': { version: 1, label: 'Évaluation finale partagée' },
  'renewal-requested': { version: 1, label: 'Renouvellement demandé' },
  'excess-claimed': {
    version: 2,
    label: 'Trop-perçu constaté',
    upcast: { 1: data => ({ ...data, rank: 1, returnBy: null, hearing: null }) },
  },
  'recovery-ordered': {
    version: 2,
    label: 'Titre de recettes émis',
    upcast: { 1: data => ({ ...data, rank: 1, hearing: null }) },
  },
  'recovery-collected': { version: 2, label: 'Trop-perçu recouvré', upcast: { 1: data => ({ ...data, rank: 1 }) } },
  'recovery-waived': { version: 2, label: 'Trop-perçu remis', upcast: { 1: data => ({ ...data, rank: 1 }) } },
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

/** A hearing: the measure and the grounds that were put to the body, and what became of it. */
export interface Hearing {
  readonly award: string;
  readonly matter: ObservationMatter;
  readonly rank: number;
  /** The event that invited to it. */
  readonly event: EventId;
  /** The grounds put to it; none of an invitation recorded before they were named. */
  readonly grounds: readonly Ground[];
  /** What would be claimed back, in cents; null where no amount was put to it. */
  readonly amount: Cents | null;
  readonly sanction: boolean;
  readonly invitedOn: CivilDate;
  readonly term: CivilDate;
  /** When the adversarial phase ended: observations presented, or their term over. */
  readonly endedOn: CivilDate | null;
  /** When a decision consumed it. */
  readonly usedOn: CivilDate | null;
}

/** A formal notice to remedy some breaches by a day. */
export interface FormalNotice {
  readonly award: string;
  readonly grounds: readonly Ground[];
  readonly on: CivilDate;
  readonly term: CivilDate;
}

/** What is claimed back of a grant; one claim at a time. */
export interface Recovery {
  readonly rank: number;
  readonly status: RecoveryStatus;
  readonly amount: Cents;
  readonly since: CivilDate;
  readonly order: string | null;
  /** By when it is to be paid back, where the decision said so. */
  readonly returnBy: CivilDate | null;
  /** What the claims before it were for, in cents. */
  readonly claimedBefore: Cents;
  /** The hearing on the withdrawal that claims it; null of what an account claims. */
  readonly hearing: EventId | null;
}

/** A withdrawal of a grant by the Région, whole or in part. */
export interface Withdrawal {
  readonly award: string;
  readonly basis: WithdrawalBasis;
  readonly amount: Cents;
  /** Whether nothing of the grant remains. */
  readonly whole: boolean;
  readonly on: CivilDate;
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
  /** By convention, measure and rank. */
  readonly observations: Readonly<Record<string, Hearing>>;
  readonly formalNotices: readonly FormalNotice[];
  readonly withdrawals: readonly Withdrawal[];
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
  formalNotices: [],
  withdrawals: [],
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

/** The key of a hearing: convention and measure, and its rank from the second on. */
export function observationsKey(award: string, matter: ObservationMatter, rank = 1): string {
  return rank === 1 ? `${award}/${matter}` : `${award}/${matter}/${rank}`;
}
