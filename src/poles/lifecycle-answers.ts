import {
  Among,
  Amount,
  Day,
  Part,
  Parts,
  PartsByKey,
  Text,
  Texts,
  Uuid,
  ValuesByKey,
  Whole,
  YesNo,
} from '../api/answers/fields.js';
import { OBSERVATION_MATTERS, type ObservationMatter } from '../domain/reglement/measures.js';
import {
  EVALUATION_OUTCOMES,
  LIFECYCLE_STATUSES,
  RECOVERY_STATUSES,
  WITHDRAWAL_BASES,
  type EvaluationOutcome,
  type LifecycleStatus,
  type RecoveryStatus,
  type WithdrawalBasis,
} from '../domain/lifecycle/slice.js';
import { POST_STATUSES, type PostStatus } from '../domain/recruitment/slice.js';

/** From a day to its last one; still running when it has none. */
export class OpenPeriodAnswer {
  @Day('2027-03-01')
  readonly from!: string;

  @Day('2027-06-18', { nullable: true })
  readonly to!: string | null;
}

/** A time during which someone held a post. */
export class HoldingAnswer extends OpenPeriodAnswer {
  @Whole(80, { description: 'Part de temps plein recrutée, en pour cent' })
  readonly share!: number;
}

/** A post of the team. */
export class PostAnswer {
  @Whole(1)
  readonly number!: number;

  @Whole(80, { description: 'Part de temps plein pour laquelle il est ouvert, en pour cent' })
  readonly share!: number;

  @Among(POST_STATUSES)
  readonly status!: PostStatus;

  @Whole(1, { description: 'Rang du recrutement ; un de plus à chaque vacance' })
  readonly round!: number;

  @Day('2026-06-01')
  readonly openedOn!: string;

  @Day('2027-03-01', { nullable: true })
  readonly vacantSince!: string | null;

  @Day('2028-03-01', { nullable: true })
  readonly endedOn!: string | null;

  @Parts(() => HoldingAnswer, { description: 'Quand il a été tenu, et à quelle part' })
  readonly held!: readonly HoldingAnswer[];
}

/** A hearing: the measure and the grounds put to the body, and what became of it. */
export class ObservationsAnswer {
  @Uuid()
  readonly award!: string;

  @Among(OBSERVATION_MATTERS)
  readonly matter!: ObservationMatter;

  @Whole(1, { description: 'Rang parmi les invitations sur cette mesure' })
  readonly rank!: number;

  @Uuid()
  readonly event!: string;

  @Texts(['late-report:1'], { description: 'Motifs soumis à la structure porteuse' })
  readonly grounds!: readonly string[];

  @Amount('5000.00', { nullable: true })
  readonly amount!: string | null;

  @YesNo(false, { description: 'Mesure qui a le caractère d’une sanction : griefs énoncés, dossier proposé' })
  readonly sanction!: boolean;

  @Day('2027-09-01')
  readonly invitedOn!: string;

  @Day('2027-09-16')
  readonly term!: string;

  @Day('2027-09-10', { nullable: true })
  readonly endedOn!: string | null;

  @Day('2027-10-01', { description: 'Jour de la décision qui l’a employée', nullable: true })
  readonly usedOn!: string | null;
}

/** A formal notice. */
export class FormalNoticeAnswer {
  @Uuid()
  readonly award!: string;

  @Texts(['late-report:1'], { description: 'Motifs' })
  readonly grounds!: readonly string[];

  @Day('2027-09-01')
  readonly on!: string;

  @Day('2027-10-01')
  readonly term!: string;
}

/** A withdrawal of a grant by the Région, whole or in part. */
export class WithdrawalAnswer {
  @Uuid()
  readonly award!: string;

  @Among(WITHDRAWAL_BASES)
  readonly basis!: WithdrawalBasis;

  @Amount('5000.00')
  readonly amount!: string;

  @YesNo(false, { description: 'Plus rien ne reste accordé' })
  readonly whole!: boolean;

  @Day('2028-09-01')
  readonly on!: string;
}

/** An excess to be paid back. */
export class RecoveryAnswer {
  @Whole(1, { description: 'Rang parmi les réclamations de cette subvention' })
  readonly rank!: number;

  @Among(RECOVERY_STATUSES)
  readonly status!: RecoveryStatus;

  @Amount('1200.00')
  readonly amount!: string;

  @Day('2028-09-01')
  readonly since!: string;

  @Text('T-2028-14', { description: 'Numéro du titre de recettes', nullable: true })
  readonly order!: string | null;

  @Day('2029-03-01', { description: 'Terme fixé par la décision', nullable: true })
  readonly returnBy!: string | null;

  @Amount('0.00', { description: 'Déjà réclamé auparavant' })
  readonly claimedBefore!: string;

  @Uuid({ description: 'Invitation sur le retrait qui le réclame', nullable: true })
  readonly hearing!: string | null;
}

/** A convention that passed from one body to another. */
export class TransferAnswer {
  @Uuid()
  readonly award!: string;

  @Uuid()
  readonly amendment!: string;

  @Text('23350001600040', { description: 'SIRET' })
  readonly from!: string;

  @Text('22220001600012', { description: 'SIRET' })
  readonly to!: string;

  @Day('2027-05-01')
  readonly on!: string;

  @Day('2027-06-01', { description: "Compte de l'ancienne structure arrêté", nullable: true })
  readonly settledOn!: string | null;
}

export class EvaluationAnswer {
  @Among(EVALUATION_OUTCOMES)
  readonly outcome!: EvaluationOutcome;

  @Day('2029-06-30')
  readonly on!: string;
}

/** In whose hands an act was. */
export class PrincipalAnswer {
  @Text('cheffe-de-service')
  readonly account!: string;

  @Text('instructrice', { description: 'Compte de la personne absente, suppléée', optional: true })
  readonly insteadOf?: string;
}

/** A block lifted by a reasoned decision. */
export class OverrideAnswer {
  @Text('study-settled')
  readonly gate!: string;

  @Text('enter-agenda')
  readonly act!: string;

  @Text('')
  readonly subject!: string;

  @Part(() => PrincipalAnswer)
  readonly by!: PrincipalAnswer;
}

/** How the dossier goes on, and how it ends. */
export class LifecycleAnswer {
  @Among(LIFECYCLE_STATUSES)
  readonly status!: LifecycleStatus;

  @Day('2029-12-31', { nullable: true })
  readonly endedOn!: string | null;

  @Day('2026-05-01', { nullable: true })
  readonly withdrawalAcknowledgedOn!: string | null;

  @Parts(() => OpenPeriodAnswer)
  readonly suspensions!: readonly OpenPeriodAnswer[];

  @PartsByKey(ObservationsAnswer, { description: 'Par convention, mesure et rang' })
  readonly observations!: Readonly<Record<string, ObservationsAnswer>>;

  @Parts(() => FormalNoticeAnswer)
  readonly formalNotices!: readonly FormalNoticeAnswer[];

  @Parts(() => WithdrawalAnswer)
  readonly withdrawals!: readonly WithdrawalAnswer[];

  @PartsByKey(RecoveryAnswer, { description: 'Par convention' })
  readonly recoveries!: Readonly<Record<string, RecoveryAnswer>>;

  @Parts(() => TransferAnswer)
  readonly transfers!: readonly TransferAnswer[];

  @PartsByKey(EvaluationAnswer, { description: 'Par convention' })
  readonly evaluations!: Readonly<Record<string, EvaluationAnswer>>;

  @ValuesByKey({ type: 'integer' }, {}, { description: 'Renouvellements demandés, par convention' })
  readonly renewals!: Readonly<Record<string, number>>;

  @Day('2030-06-30', { nullable: true })
  readonly closedOn!: string | null;

  @Parts(() => OverrideAnswer)
  readonly overrides!: readonly OverrideAnswer[];
}
