import { Among, Amount, Day, Part, Parts, Text, Texts, Uuid, Whole } from '../api/answers/fields.js';
import { FaultAnswer } from '../api/answers/fault.js';
import { PeriodAnswer } from '../api/answers/party.js';
import {
  AWARD_KINDS,
  COURT_DECISIONS,
  LEGALITY_ANSWERS,
  LEGALITY_LETTERS,
  REQUEST_CHANNELS,
  REQUESTERS,
  type AwardKind,
  type CourtDecisionKind,
  type LegalityAnswerKind,
  type LegalityLetterNature,
  type RequestChannel,
  type Requester,
} from '../domain/award/events.js';
import {
  COMMITMENT_GROUNDS,
  COMMITMENT_KINDS,
  UNCONCERNED,
  type RecordedCommitment,
} from '../domain/award/commitment-kinds.js';
import { AWARD_STATUSES, type AwardStatus } from '../domain/award/slice.js';
import { AcknowledgementAnswer } from './acknowledgement-answers.js';
import { AmendmentChangesAnswer } from './amendment-answers.js';
import { ReglementAnswer } from './step-answers.js';
import { AgendaAnswer, ConventionNeedAnswer, SignatureDelegationAnswer, VoteAnswer } from './vote-answers.js';

export class ApplicantAnswer {
  @Text('23350001600040')
  readonly siret!: string;

  @Text('Association fictive du pôle (démonstration)', { nullable: true })
  readonly name!: string | null;
}

/** How the applicant stands to the contrat d'engagement républicain. */
export class CommitmentAnswer {
  @Among(COMMITMENT_KINDS)
  readonly kind!: RecordedCommitment['kind'];

  @Day('2026-01-15', { optional: true })
  readonly signedOn?: string;

  @Among(COMMITMENT_GROUNDS, { optional: true })
  readonly ground?: RecordedCommitment['ground'];

  @Text('AGR-35-2024-118', { optional: true })
  readonly reference?: string;

  @Among(UNCONCERNED, { optional: true })
  readonly nature?: RecordedCommitment['nature'];
}

/** Pieces asked for, and what becomes of the suspension that they bring. */
export class PieceDemandAnswer {
  @Whole(1)
  readonly number!: number;

  @Texts(['action-budget'])
  readonly pieces!: readonly string[];

  @Texts(['action-budget'], { description: 'Celles qui manquent encore' })
  readonly missing!: readonly string[];

  @Day('2026-02-02')
  readonly on!: string;

  @Day('2026-03-04')
  readonly term!: string;

  @Day('2026-02-22', { description: 'Fin de la suspension', nullable: true })
  readonly endedOn!: string | null;

  @Uuid({ description: 'Le fait par lequel le terme y a mis fin', nullable: true })
  readonly termEnded!: string | null;
}

export class LegalityReplyAnswer {
  @Among(LEGALITY_ANSWERS)
  readonly kind!: LegalityAnswerKind;

  @Day('2026-10-25')
  readonly on!: string;
}

export class LegalityLetterAnswer {
  @Among(LEGALITY_LETTERS)
  readonly nature!: LegalityLetterNature;

  @Text('PREF35-2026-1412')
  readonly reference!: string;

  @Day('2026-10-15')
  readonly on!: string;

  @Part(() => LegalityReplyAnswer, { description: 'Ce que la Région y a répondu', nullable: true })
  readonly answer!: LegalityReplyAnswer | null;
}

export class CourtDecisionAnswer {
  @Among(COURT_DECISIONS)
  readonly kind!: CourtDecisionKind;

  @Text('TA-2600001', { description: "Numéro de l'affaire" })
  readonly reference!: string;

  @Day('2026-11-20')
  readonly on!: string;
}

/** What the State's representative wrote about the decision, and what the judge decided. */
export class LegalityAnswer {
  @Parts(() => LegalityLetterAnswer)
  readonly letters!: readonly LegalityLetterAnswer[];

  @Parts(() => CourtDecisionAnswer, { description: 'Décisions du juge administratif' })
  readonly decisions!: readonly CourtDecisionAnswer[];

  @Day('2026-12-02', { description: 'Dernier jour où la délibération peut être déférée', nullable: true })
  readonly lastDay!: string | null;

  @Day('2026-12-15', { description: 'Fin du délai de déféré', nullable: true })
  readonly termEndedOn!: string | null;
}

const known = { nullable: true } as const;

/** A grant asked for: of a study, of a convention, of one of its years, or an amendment. */
export class AwardAnswer {
  @Uuid()
  readonly id!: string;

  @Among(AWARD_KINDS)
  readonly kind!: AwardKind;

  @Whole(1)
  readonly cycle!: number;

  @Among(AWARD_STATUSES)
  readonly status!: AwardStatus;

  @Part(() => ReglementAnswer, { description: 'Le règlement en vigueur à la demande, qui la régit' })
  readonly reglement!: ReglementAnswer;

  @Among(REQUESTERS, { description: 'Qui la demande : la structure porteuse, ou la Région' })
  readonly requestedBy!: Requester;

  @Among(REQUEST_CHANNELS, { description: 'Comment la demande est venue' })
  readonly channel!: RequestChannel;

  @Texts(['statutes', 'bank-details'], { description: 'Pièces reçues' })
  readonly pieces!: readonly string[];

  @Texts(['officers'], { description: "Pièces qu'une autre administration détient" })
  readonly knownPieces!: readonly string[];

  @Texts(['action-budget'], { description: 'Pièces du règlement qui manquent' })
  readonly missingPieces!: readonly string[];

  @Part(() => AcknowledgementAnswer, { description: "Mentions de l'accusé de réception", ...known })
  readonly acknowledgement!: AcknowledgementAnswer | null;

  @Part(() => ApplicantAnswer)
  readonly applicant!: ApplicantAnswer;

  @Amount('105000.00')
  readonly requested!: string;

  @Amount('105000.00', { description: 'Accordé, avenants compris', ...known })
  readonly granted!: string | null;

  @Amount('150000.00', { description: 'Budget prévisionnel de la période', ...known })
  readonly budget!: string | null;

  @Amount('50000.00', { description: 'Dépenses éligibles prévues pour un an', ...known })
  readonly yearlyForecast!: string | null;

  @Whole(3)
  readonly years!: number;

  @Part(() => PeriodAnswer)
  readonly period!: PeriodAnswer;

  @Uuid({ description: 'La convention dont elle est l’avenant ou le vote annuel', ...known })
  readonly parent!: string | null;

  @Whole(2, { description: "L'exercice qu'un vote annuel paie", ...known })
  readonly year!: number | null;

  @Text('referentiel-2', { description: 'Document de référence', ...known })
  readonly referenceDocument!: string | null;

  @Part(() => AmendmentChangesAnswer, { description: 'Ce qu’un avenant propose', ...known })
  readonly changes!: AmendmentChangesAnswer | null;

  @Whole(0, { description: 'Avenants proposés' })
  readonly amendments!: number;

  @Texts(['23350001600040'], { description: 'SIRET des structures qui la portaient avant' })
  readonly formerApplicants!: readonly string[];

  @Whole(1)
  readonly round!: number;

  @Parts(() => PieceDemandAnswer)
  readonly demands!: readonly PieceDemandAnswer[];

  @Part(() => AgendaAnswer, known)
  readonly agenda!: AgendaAnswer | null;

  @Part(() => VoteAnswer, known)
  readonly vote!: VoteAnswer | null;

  @Parts(() => FaultAnswer, { description: 'Ce qui appelle l’attention dans le vote, sans rien retenir' })
  readonly alerts!: readonly FaultAnswer[];

  @Part(() => LegalityAnswer)
  readonly legality!: LegalityAnswer;

  @Part(() => CommitmentAnswer, { nullable: true })
  readonly commitment!: CommitmentAnswer | null;

  @Day('2026-02-02')
  readonly receivedOn!: string;

  @Day('2026-01-28', { description: "Quand une autre administration l'a reçue d'abord", ...known })
  readonly receivedElsewhereOn!: string | null;

  @Day('2026-02-05', known)
  readonly acknowledgedOn!: string | null;

  @Day('2026-06-02', known)
  readonly instructedOn!: string | null;

  @Day('2026-09-28', known)
  readonly adjournedOn!: string | null;

  @Day('2026-08-02', { description: 'Rejet implicite', ...known })
  readonly implicitlyRejectedOn!: string | null;

  @Day('2026-10-01', { description: "Transmission au représentant de l'État", ...known })
  readonly transmittedOn!: string | null;

  @Day('2026-10-02', known)
  readonly deliberationPublishedOn!: string | null;

  @Day('2026-10-02', { description: 'Depuis quand la délibération est exécutoire', ...known })
  readonly executoryOn!: string | null;

  @Day('2026-10-03', known)
  readonly grantNotifiedOn!: string | null;

  @Day('2026-10-03', known)
  readonly refusalNotifiedOn!: string | null;

  @Day('2026-10-10', known)
  readonly carrierSignedOn!: string | null;

  @Day('2026-10-12', known)
  readonly regionSignedOn!: string | null;

  @Part(() => SignatureDelegationAnswer, { description: 'Délégation de qui a signé pour le président', ...known })
  readonly signatureDelegation!: SignatureDelegationAnswer | null;

  @Day('2026-10-13', known)
  readonly conventionNotifiedOn!: string | null;

  @Day('2026-10-20', { description: 'Publication des données essentielles', ...known })
  readonly dataPublishedOn!: string | null;

  @Part(() => ConventionNeedAnswer, { description: 'Depuis quand une convention lui est devenue nécessaire', ...known })
  readonly conventionNeed!: ConventionNeedAnswer | null;

  @Day('2029-12-31', known)
  readonly endedOn!: string | null;

  @Day('2030-06-30', known)
  readonly settledOn!: string | null;
}
