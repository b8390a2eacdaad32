import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Delay } from '../kernel/delay.js';
import type { Clause } from './clauses.js';
import type { DueRule, DueRules } from './due-settings.js';
import type { Ladder, LadderSet } from './ladder.js';
import type { PieceLabels } from './pieces.js';
import type { ObservationMatter } from './measures.js';
import { textOn, type Catalogue } from './references.js';
import type { TermName } from './terms.js';

export const INSTALMENT_CONDITIONS = [
  'convention-in-force',
  'previous-report-not-overdue',
  'reports-accepted',
  'study-validated',
] as const;
export type InstalmentCondition = (typeof INSTALMENT_CONDITIONS)[number];

export type VoteMode = 'once' | 'yearly';

/** One instalment of a funded year; `weight` is its share in the split of the year by largest remainder. */
export interface InstalmentRule {
  readonly number: number;
  readonly kind: 'advance' | 'balance';
  readonly weight: number;
  /** What must hold in the first funded year, then in the following ones. */
  readonly firstYearConditions: readonly InstalmentCondition[];
  readonly conditions: readonly InstalmentCondition[];
}

/** A term of the règlement, with the sentence that a person is shown as its source. */
export interface Term extends Delay {
  readonly source: string;
  /** Whether the law asks for what is due, though the term is the règlement's: it may be put off, never waived. */
  readonly askedByLaw: boolean;
}

/** What a funded exercise is accounted for by. */
export const REPORT_KINDS = ['activity-report', 'indicators', 'financial-report', 'approved-accounts'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The report of a name; undefined when it is none's. */
export const reportNamed = (name: string): ReportKind | undefined => REPORT_KINDS.find(kind => kind === name);

/** When a convention may be asked for again, by when it should be, when it must be evaluated, whether the council is heard anew. */
export interface RenewalRule {
  readonly opensMonthsBefore: number;
  readonly requestMonthsBefore: number;
  readonly evaluationMonthsBefore: number;
  readonly councilOpinion: boolean;
}

/** The service of the Région in charge of the requests, as acknowledgements name it (CRPA art. R112-11-1). */
export interface RegionService {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
}

/**
 * What the conventions say of the day of a payment: nothing (the law's term runs), days that they fix, or that it depends
 * on its claim.
 */
export type PaymentClause =
  | { readonly mode: 'statutory' | 'dates-fixed-by-convention' }
  | {
      readonly mode: 'on-claim';
      /** Days from the claim; those of the law where nothing is said. */
      readonly days?: number | undefined;
    };

/** The rules of the dispositif in force at a date. An award keeps the version in force at its request. */
export interface Reglement extends DueRules {
  readonly id: string;
  readonly label: string;
  readonly status: 'adopted' | 'to-confirm';
  readonly service: RegionService;
  readonly inForce: { readonly from: CivilDate; readonly to: CivilDate | null };
  readonly yearlyCeiling: Cents;
  readonly years: number;
  readonly studyCeiling: Cents;
  readonly voteMode: VoteMode;
  /** Whether the règlement intérieur makes the voice of who presides the commission permanente prevail, and where. */
  readonly commissionCastingVote: { readonly prevails: boolean; readonly source: string };
  readonly instalments: readonly InstalmentRule[];
  readonly studyInstalments: readonly InstalmentRule[];
  readonly reports: readonly ReportKind[];
  readonly studyReports: readonly ReportKind[];
  /** The reports on which the CRESS gives its advice. */
  readonly reviewedReports: readonly ReportKind[];
  /** The document de référence that the conventions of this version take, by its id. */
  readonly referenceDocument: string;
  /** The article on which each rule of what is due rests, as people are shown it. */
  readonly dueSources: Readonly<Record<DueRule, string>>;
  /** What the clauses on which the rules rest are called, as people are shown them. */
  readonly clauses: Readonly<Record<Clause, string>>;
  readonly renewal: RenewalRule;
  readonly reportGraceDays: number;
  /** SIREN of the CRESS, which writes no note on itself; null where it is not known. */
  readonly supportBody: string | null;
  /** The measures that a formal notice comes before, by the matter of their hearing. */
  readonly formalNoticeFor: readonly ObservationMatter[];
  /** The last day of each year on which payments are ordered on its credits, as `MM-DD`: a setting of the exercise. */
  readonly mandatingStops: string;
  readonly paymentClause: PaymentClause;
  /** The pieces of each kind of request, by their codes. */
  readonly pieces: Readonly<Record<string, readonly string[]>>;
  readonly terms: Readonly<Record<string, Term>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly cofunders: readonly string[];
  readonly waivableGates: readonly string[];
}

/** A legal deadline and the dates between which it was in force; its text is in the catalogue of references. */
export interface LegalDelay extends Delay {
  readonly id: string;
  readonly startEvent: string;
  readonly reference: string;
  readonly inForce: { readonly from: CivilDate; readonly to: CivilDate | null };
}

export interface LegalThreshold {
  readonly id: string;
  readonly amount: Cents;
  readonly reference: string;
  readonly inForce: { readonly from: CivilDate; readonly to: CivilDate | null };
}

export interface LegalTexts extends Catalogue {
  readonly delays: readonly LegalDelay[];
  readonly thresholds: readonly LegalThreshold[];
}

/** With its text as it read on the day it was looked for. */
type Sourced<T> = T & { readonly source: string };

/** An indicator of a document de référence: a whole number in its unit, or « non renseigné ». */
export interface Indicator {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'neutral';
}

/** A version of the negotiated document against which a pôle is evaluated: its axes and its indicators. */
export interface ReferenceDocument {
  readonly id: string;
  readonly label: string;
  readonly axes: readonly { readonly code: string; readonly label: string }[];
  readonly indicators: readonly Indicator[];
}

/**
 * Everything dated that the rules read: a règlement, the law, the documents de référence. The règlement is that of the
 * dossier before any request, then that of the award at hand.
 */
export interface Rules {
  readonly reglement: Reglement;
  /** Every version of the règlement, among which each award finds its own. */
  readonly versions: readonly Reglement[];
  readonly law: LegalTexts;
  readonly documents: readonly ReferenceDocument[];
  /** The sets of ladders that may be applied to dossiers that run, by their identifiers. */
  readonly ladderSets: Readonly<Record<string, LadderSet>>;
  readonly pieceLabels: PieceLabels;
}

interface InForce {
  readonly inForce: { readonly from: CivilDate; readonly to: CivilDate | null };
}

/** Whether a text was in force on the given day. */
export function wasInForce(text: InForce, on: CivilDate): boolean {
  return text.inForce.from <= on && (text.inForce.to === null || on <= text.inForce.to);
}

function sourcedOn<T extends LegalDelay | LegalThreshold>(law: LegalTexts, text: T | undefined, on: CivilDate) {
  return text && { ...text, source: textOn(law, text.reference, on) ?? '' };
}

/** The legal delay in force on the day its start event happened, or undefined when the law did not exist yet. */
export function legalDelay(law: LegalTexts, id: string, on: CivilDate): Sourced<LegalDelay> | undefined {
  return sourcedOn(
    law,
    law.delays.find(delay => delay.id === id && wasInForce(delay, on)),
    on,
  );
}

/** The legal threshold in force on the given day, or undefined when the law did not exist yet. */
export function legalThreshold(law: LegalTexts, id: string, on: CivilDate): Sourced<LegalThreshold> | undefined {
  return sourcedOn(
    law,
    law.thresholds.find(threshold => threshold.id === id && wasInForce(threshold, on)),
    on,
  );
}

/** The règlement in force on a day; refused (undefined) when none was. */
export function reglementInForce(reglements: readonly Reglement[], on: CivilDate): Reglement | undefined {
  return reglements.find(reglement => wasInForce(reglement, on));
}

/** A document de référence by its id, if the house has it. */
export function documentOf({ documents }: Rules, id: string | null): ReferenceDocument | undefined {
  return documents.find(document => document.id === id);
}

/** The term of the règlement by its name. Throws when the règlement lacks it: validated at boot. */
export function termOf(reglement: Reglement, name: TermName): Term {
  const term = reglement.terms[name];
  if (!term) throw new Error(`Le règlement ${reglement.id} ne fixe pas le délai « ${name} ».`);
  return term;
}
