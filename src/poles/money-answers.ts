import {
  Among,
  Amount,
  Day,
  Part,
  Parts,
  Text,
  Texts,
  Uuid,
  ValuesByKey,
  Whole,
  YesNo,
} from '../api/answers/fields.js';
import { FaultAnswer } from '../api/answers/fault.js';
import { PeriodAnswer } from '../api/answers/party.js';
import { CONTRIBUTION_STATUSES, type ContributionStatus } from '../domain/cofunding/slice.js';
import { INSTALMENT_STATUSES, type InstalmentStatus } from '../domain/funded-year/slice.js';
import { ASSESSMENTS, REPORT_STATUSES, type Assessment, type ReportStatus } from '../domain/funded-year/years-slice.js';
import { REPORT_KINDS, type ReportKind } from '../domain/reglement/reglement.js';

/** An instalment of a grant: its amounts, where its payment stands, and what holds it. */
export class InstalmentAnswer {
  @Uuid()
  readonly award!: string;

  @Whole(1)
  readonly year!: number;

  @Whole(1)
  readonly number!: number;

  @Among(['advance', 'balance'])
  readonly kind!: 'advance' | 'balance';

  @Among(INSTALMENT_STATUSES)
  readonly status!: InstalmentStatus;

  @Amount('24500.00')
  readonly planned!: string;

  @Amount('24500.00', { description: 'Ce qui peut encore être liquidé' })
  readonly left!: string;

  @Amount('0.00')
  readonly liquidated!: string;

  @Amount('0.00')
  readonly paid!: string;

  @Parts(() => FaultAnswer, { description: 'Ce qui le retient' })
  readonly held!: readonly FaultAnswer[];

  @Parts(() => FaultAnswer, { description: 'Ce qui appelle l’attention sans rien retenir' })
  readonly alerts!: readonly FaultAnswer[];

  @Whole(0, { description: 'Demandes de versement' })
  readonly claim!: number;

  @Whole(1, { description: 'Rang de la liquidation ; un de plus à chaque renvoi ou rejet' })
  readonly attempt!: number;

  @Whole(1, { description: 'Rang du mandat ; un de plus à chaque rejet' })
  readonly payment!: number;

  @Text('2027-1042', { description: 'Numéro du mandat', nullable: true })
  readonly order!: string | null;

  @Day('2027-01-10', { nullable: true })
  readonly claimedOn!: string | null;

  @Day('2027-01-12', { nullable: true })
  readonly preparedOn!: string | null;

  @Day('2027-01-13', { nullable: true })
  readonly returnedOn!: string | null;

  @Day('2027-01-15', { nullable: true })
  readonly liquidatedOn!: string | null;

  @Day('2027-01-20', { nullable: true })
  readonly orderedOn!: string | null;

  @Day('2027-02-01', { nullable: true })
  readonly paidOn!: string | null;

  @Day('2027-01-25', { nullable: true })
  readonly rejectedOn!: string | null;
}

/** What a report says in figures; null where its kind says nothing of it. */
export class ReportFiguresAnswer {
  @Amount('48210.55', { nullable: true })
  readonly totalExpenses!: string | null;

  @Amount('35000.00', { nullable: true })
  readonly chargedToGrant!: string | null;

  @Amount('13210.55', { nullable: true })
  readonly otherResources!: string | null;

  @Amount('48210.55', { nullable: true })
  readonly eligibleExpenses!: string | null;

  @Amount('0.00', { nullable: true })
  readonly unspent!: string | null;

  @Text('referentiel-2', { nullable: true })
  readonly document!: string | null;

  @ValuesByKey(
    { type: 'integer', nullable: true },
    { members: 56 },
    { description: 'Par indicateur ; nul : non renseigné', nullable: true },
  )
  readonly indicators!: Readonly<Record<string, number | null>> | null;

  @ValuesByKey(
    { type: 'string', enum: ASSESSMENTS },
    { creation: 'reached' },
    { description: 'Par axe du document de référence', nullable: true },
  )
  readonly evaluation!: Readonly<Record<string, Assessment>> | null;
}

/** A report or the accounts of a year. */
export class ReportAnswer {
  @Among(REPORT_KINDS)
  readonly kind!: ReportKind;

  @Among(REPORT_STATUSES)
  readonly status!: ReportStatus;

  @Whole(1)
  readonly round!: number;

  @Day('2028-03-01', { nullable: true })
  readonly filedOn!: string | null;

  @Day('2028-03-10', { nullable: true })
  readonly returnedOn!: string | null;

  @Day('2028-04-01', { nullable: true })
  readonly acceptedOn!: string | null;

  @Whole(0, { description: 'Fois où il a été rouvert après son acceptation' })
  readonly reopened!: number;

  @Texts(['/unspent'], { description: 'Champs à corriger, en pointeurs JSON' })
  readonly toCorrect!: readonly string[];

  @YesNo(false, { description: 'La CRESS peut encore donner son avis' })
  readonly reviewOpen!: boolean;

  @Part(() => ReportFiguresAnswer, { nullable: true })
  readonly figures!: ReportFiguresAnswer | null;
}

/** What one rule allows of the grant of a year: what is due is the lowest. */
export class DueStepAnswer {
  @Text('vacancy')
  readonly rule!: string;

  @Text('Vacance : poste 1 du 1er mars 2027 au 18 juin 2027, 20 jours comptés')
  readonly explanation!: string;

  @Amount('33082.19', { description: 'Ce que cette règle permet à elle seule, sur toute la subvention de l’exercice' })
  readonly allowed!: string;

  @Text("Règlement de l'aide, vacance de poste", { description: 'L’article qui fonde cette règle' })
  readonly source!: string;

  @YesNo(true, { description: 'C’est elle qui fixe le montant dû' })
  readonly decides!: boolean;
}

/** A funded year: its accounts, and what is due for it, step by step. */
export class FundedYearAnswer {
  @Uuid()
  readonly award!: string;

  @Whole(1)
  readonly year!: number;

  @Day('2027-01-01')
  readonly openedOn!: string;

  @Part(() => PeriodAnswer)
  readonly exercise!: PeriodAnswer;

  @Text('referentiel-2', {
    description: 'La version du document de référence sous laquelle il a commencé',
    nullable: true,
  })
  readonly referenceDocument!: string | null;

  @Parts(() => ReportAnswer)
  readonly reports!: readonly ReportAnswer[];

  @Amount('35000.00')
  readonly granted!: string;

  @Amount('33082.19')
  readonly due!: string;

  @Parts(() => DueStepAnswer)
  readonly steps!: readonly DueStepAnswer[];

  @Parts(() => FaultAnswer, { description: 'Ce qui appelle l’attention sans rien retenir' })
  readonly alerts!: readonly FaultAnswer[];
}

/** What another public body is asked to bring to a convention. */
export class ContributionAnswer {
  @Whole(1)
  readonly number!: number;

  @Uuid()
  readonly convention!: string;

  @Whole(1, { description: 'Rang parmi celles de sa convention' })
  readonly rank!: number;

  @Text('22220001600012', { description: 'SIRET' })
  readonly cofunder!: string;

  @Among(CONTRIBUTION_STATUSES)
  readonly status!: ContributionStatus;

  @Whole(1, { description: 'Rang de la décision attendue ; un de plus à chaque ajournement' })
  readonly round!: number;

  @Amount('15000.00')
  readonly sought!: string;

  @Amount('15000.00', { nullable: true })
  readonly voted!: string | null;

  @Day('2026-09-01')
  readonly soughtOn!: string;

  @Day('2026-09-01')
  readonly awaitedSince!: string;

  @Day('2026-11-20', { nullable: true })
  readonly decidedOn!: string | null;
}
