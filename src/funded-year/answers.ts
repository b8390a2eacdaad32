import { Among, Amount, Day, Moment, Part, Parts, Text, Uuid, Whole } from '../api/answers/fields.js';
import { PeriodAnswer } from '../api/answers/party.js';
import { INSTALMENT_STATUSES, type InstalmentStatus } from '../domain/funded-year/slice.js';
import { REPORT_KINDS, type ReportKind } from '../domain/reglement/reglement.js';

/** An exercise that opens in the year. */
export class OpeningYearAnswer {
  @Uuid()
  readonly award!: string;

  @Whole(2)
  readonly year!: number;

  @Day('2027-01-01')
  readonly on!: string;
}

/** A report that the year calls for. */
export class CalledReportAnswer {
  @Uuid()
  readonly award!: string;

  @Whole(1)
  readonly year!: number;

  @Among(REPORT_KINDS)
  readonly kind!: ReportKind;

  @Text("Rapport d'activité et évaluation de l'exercice")
  readonly label!: string;

  @Part(() => PeriodAnswer)
  readonly exercise!: PeriodAnswer;

  @Day('2027-06-30', { nullable: true })
  readonly due!: string | null;
}

/** An instalment to prepare. */
export class PaymentToPrepareAnswer {
  @Uuid()
  readonly award!: string;

  @Whole(2)
  readonly year!: number;

  @Whole(1)
  readonly number!: number;

  @Among(INSTALMENT_STATUSES)
  readonly status!: InstalmentStatus;

  @Text('Prévu')
  readonly label!: string;

  @Amount('24500.00')
  readonly amount!: string;
}

/** What the Région has to do in a year for one pôle. */
export class CampaignLineAnswer {
  @Uuid()
  readonly pole!: string;

  @Text('Collectif fictif')
  readonly name!: string;

  @Parts(() => OpeningYearAnswer)
  readonly opens!: readonly OpeningYearAnswer[];

  @Parts(() => CalledReportAnswer)
  readonly reports!: readonly CalledReportAnswer[];

  @Parts(() => PaymentToPrepareAnswer)
  readonly payments!: readonly PaymentToPrepareAnswer[];

  @Day('2027-11-30', { description: 'Dernier jour où un mandat part sur les crédits de l’année' })
  readonly mandatingStops!: string;
}

/** The sheet of a year. */
export class CampaignAnswer {
  @Whole(2027)
  readonly year!: number;

  @Parts(() => CampaignLineAnswer)
  readonly lines!: readonly CampaignLineAnswer[];
}

export class CampaignMadeAnswer {
  @Moment('2027-01-04T06:00:00Z')
  readonly at!: string;

  @Part(() => CampaignAnswer)
  readonly sheet!: CampaignAnswer;
}

/** The sheet of a year as it stands now, and as the campaign made it. */
export class CampaignSheetAnswer extends CampaignAnswer {
  @Moment('2027-01-04T06:00:00Z')
  readonly at!: string;

  @Part(() => CampaignMadeAnswer, {
    description: 'La feuille telle que la campagne du 4 janvier l’a établie ; nulle si elle ne l’est pas encore',
    nullable: true,
  })
  readonly made!: CampaignMadeAnswer | null;
}
