import { z } from 'zod';
import { CLAUSES } from '../domain/reglement/clauses.js';
import {
  AMOUNT_MODES,
  COMBINATIONS,
  DUE_RULES,
  SPENT_MODES,
  TIME_MODES,
  VACANCY_MODES,
  type SurplusClause,
  type VacancyRule,
} from '../domain/reglement/due-settings.js';
import { OBSERVATION_MATTERS } from '../domain/reglement/measures.js';
import type { PieceLabels } from '../domain/reglement/pieces.js';
import type { Catalogue } from '../domain/reglement/references.js';
import {
  INSTALMENT_CONDITIONS,
  REPORT_KINDS,
  type InstalmentRule,
  type LegalTexts,
  type PaymentClause,
  type ReferenceDocument,
  type RegionService,
  type Reglement,
  type RenewalRule,
} from '../domain/reglement/reglement.js';
import { dayOfYear, euros, inForce, integerFrom, legalDelay, reference, term, text, threshold } from './fields.js';
import { ladders } from './ladder-schema.js';

const conditions = z.array(z.enum(INSTALMENT_CONDITIONS));
const reports = z.array(z.enum(REPORT_KINDS));

const instalment = z.strictObject({
  number: integerFrom(1),
  kind: z.enum(['advance', 'balance']),
  weight: integerFrom(1).describe("Part de l'exercice, au plus fort reste"),
  firstYearConditions: conditions,
  conditions,
}) satisfies z.ZodType<InstalmentRule>;

const surplus = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['none', 'all', 'agreement']) }),
  z.strictObject({ kind: z.literal('percent'), percent: integerFrom(0) }),
  z.strictObject({ kind: z.literal('up-to'), amount: euros }),
]) satisfies z.ZodType<SurplusClause>;

const vacancy = z.strictObject({
  mode: z.enum(VACANCY_MODES),
  toleratedDays: integerFrom(0),
}) satisfies z.ZodType<VacancyRule>;

const paymentClause = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.enum(['statutory', 'dates-fixed-by-convention']) }),
  z.strictObject({ mode: z.literal('on-claim'), days: integerFrom(1).optional() }),
]) satisfies z.ZodType<PaymentClause>;

const renewal = z.strictObject({
  opensMonthsBefore: integerFrom(1),
  requestMonthsBefore: integerFrom(1),
  evaluationMonthsBefore: integerFrom(1),
  councilOpinion: z.boolean(),
}) satisfies z.ZodType<RenewalRule>;

const service = z
  .strictObject({ name: text, address: text, email: text, phone: text })
  .describe("Le service chargé des demandes, que nomme l'accusé de réception") satisfies z.ZodType<RegionService>;

/** A règlement as its file writes it. What crosses it (terms, gates, ladders, document) is checked after it is read. */
export const reglementSchema = z.strictObject({
  id: text,
  label: text,
  status: z.enum(['adopted', 'to-confirm']),
  service,
  inForce,
  yearlyCeiling: euros,
  years: integerFrom(1).describe('Exercices au plus'),
  studyCeiling: euros,
  voteMode: z.enum(['once', 'yearly']),
  commissionCastingVote: z
    .strictObject({ prevails: z.boolean(), source: text })
    .describe('La voix de qui préside la commission permanente : prépondérante ou non, selon le règlement intérieur'),
  instalments: z.array(instalment),
  studyInstalments: z.array(instalment),
  reports,
  studyReports: reports,
  reviewedReports: reports.describe('Les comptes rendus sur lesquels la CRESS donne son avis'),
  referenceDocument: text.describe('Un document de data/reference-documents, par son identifiant'),
  amountMode: z.enum(AMOUNT_MODES),
  surplus,
  spentIs: z
    .enum(SPENT_MODES)
    .describe(
      'Ce qui est employé : ce que le compte impute à la subvention, ou ce que les autres ressources ne couvrent pas',
    ),
  vacancy,
  postShare: z.enum(TIME_MODES).describe('Une quotité recrutée en deçà de celle du poste'),
  earlyEnd: z.enum(TIME_MODES).describe('Un exercice interrompu'),
  suspension: z.enum(TIME_MODES).describe('Les jours de suspension'),
  dueSources: z.record(z.enum(DUE_RULES), text).describe('L’article qui fonde chaque règle de ce qui est dû'),
  clauses: z
    .record(z.enum(CLAUSES), text)
    .describe(
      'Comment s’appelle, dans cette Région, chaque clause du règlement ou de la convention qui fonde un refus',
    ),
  combine: z
    .enum(COMBINATIONS)
    .describe(
      'Le plus bas de ce que chaque règle permet ; ou les règles de temps comptées ensemble, chaque jour une fois',
    ),
  renewal,
  formalNoticeFor: z
    .array(z.enum(OBSERVATION_MATTERS))
    .describe('Les mesures qui suivent une mise en demeure restée sans effet'),
  reportGraceDays: integerFrom(0),
  supportBody: z
    .string()
    .regex(/^\d{9}$/)
    .nullable()
    .describe('SIREN de la CRESS, qui ne se prononce pas sur elle-même'),
  mandatingStops: dayOfYear.describe('Le dernier jour où un paiement est mandaté sur les crédits, MM-JJ'),
  paymentClause: paymentClause.describe(
    'Le jour du paiement : celui de la loi, des dates de la convention, ou un délai compté de la demande de versement',
  ),
  pieces: z.record(z.string(), z.array(text)),
  terms: z.record(z.string(), term),
  ladders,
  cofunders: z.array(text),
  waivableGates: z.array(text),
}) satisfies z.ZodType<Reglement>;

const pieceCode = text.regex(/^[a-z][a-z0-9-]{1,40}$/, {
  error: ({ input }) => `« ${input} » n'est pas un nom de pièce (bank-details)`,
});

/** The French names of the pieces, as their file writes them: in lower case, as within a sentence. */
export const piecesSchema = z.strictObject({
  pieces: z.record(pieceCode, text.describe("Le nom de la pièce, comme au milieu d'une phrase")),
}) satisfies z.ZodType<{ readonly pieces: PieceLabels }>;

/** A document de référence as its file writes it. */
export const documentSchema = z.strictObject({
  id: text,
  label: text,
  axes: z.array(z.strictObject({ code: text, label: text })),
  indicators: z.array(
    z.strictObject({ code: text, label: text, unit: text, direction: z.enum(['up', 'down', 'neutral']) }),
  ),
}) satisfies z.ZodType<ReferenceDocument>;

/** The delays and the amounts of the law as their file writes them. */
export const lawSchema = z.strictObject({
  delays: z.array(legalDelay),
  thresholds: z.array(threshold),
}) satisfies z.ZodType<Omit<LegalTexts, keyof Catalogue>>;

/** The references of the law as their file writes them. */
export const referencesSchema = z.strictObject({
  references: z.array(reference),
}) satisfies z.ZodType<Catalogue>;
