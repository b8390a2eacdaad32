import { Among, Amount, Day, Part, Parts, Text, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { NamedPoleAnswer, PeriodAnswer } from '../api/answers/party.js';
import { INSTALMENT_STEPS } from '../domain/funded-year/instalment-step.js';
import { REPORT_STATUSES } from '../domain/funded-year/years-slice.js';
import { REPORT_KINDS } from '../domain/reglement/reglement.js';

/** By when something about a report is owed. */
export class ReportTermAnswer {
  @Uuid({ description: 'L’échéance' })
  readonly obligation!: string;

  @Day('2027-06-30', { nullable: true })
  readonly due!: string | null;

  @Whole(0, { description: 'Jours de retard' })
  readonly daysLate!: number;
}

export const ADVICE = ['possible', 'favourable', 'unfavourable', 'lapsed'] as const;

/** What the CRESS may still say, or said, of a report. */
export class AdviceAnswer {
  @Among(ADVICE, { description: 'Possible, rendu, ou délai passé' })
  readonly state!: (typeof ADVICE)[number];

  @Day('2027-07-15', { description: 'Dernier jour où il est possible, ou jour où il fut rendu', nullable: true })
  readonly on!: string | null;
}

/** A report of an exercise. */
export class ReportCellAnswer {
  @Among(REPORT_KINDS)
  readonly kind!: string;

  @Text('indicateurs de l’exercice 1 (12 avril 2026 – 11 avril 2027)', { description: 'Avec son objet' })
  readonly label!: string;

  @Among(REPORT_STATUSES)
  readonly status!: string;

  @Text('À corriger')
  readonly statusLabel!: string;

  @YesNo(false, { description: 'Dispensé' })
  readonly waived!: boolean;

  @Day('2027-05-20', { nullable: true })
  readonly filedOn!: string | null;

  @Day('2027-05-28', { nullable: true })
  readonly returnedOn!: string | null;

  @Day('2027-06-02', { nullable: true })
  readonly acceptedOn!: string | null;

  @Part(() => ReportTermAnswer, { description: 'Son dépôt, tant qu’il est attendu', nullable: true })
  readonly filing!: ReportTermAnswer | null;

  @Part(() => ReportTermAnswer, { description: 'Son examen par la Région, tant qu’il est attendu', nullable: true })
  readonly acceptance!: ReportTermAnswer | null;

  @Part(() => AdviceAnswer, { description: 'Avis consultatif de la CRESS', nullable: true })
  readonly advice!: AdviceAnswer | null;
}

/** The balance that the reports of an exercise free once they are all accepted. */
export class FreedBalanceAnswer {
  @Uuid()
  readonly award!: string;

  @Whole(2)
  readonly number!: number;

  @Amount('10500.00')
  readonly amount!: string;

  @Among(Object.keys(INSTALMENT_STEPS))
  readonly step!: string;

  @Text('À venir')
  readonly stepLabel!: string;

  @YesNo(false)
  readonly held!: boolean;
}

/** An exercise of a pôle, and its reports. */
export class ReportLineAnswer {
  @Part(() => NamedPoleAnswer)
  readonly pole!: NamedPoleAnswer;

  @Text('Pays de Brest', { description: 'Noms de ses pays', nullable: true })
  readonly pays!: string | null;

  @Uuid()
  readonly award!: string;

  @Whole(1)
  readonly year!: number;

  @Part(() => PeriodAnswer, { description: 'L’exercice tel qu’il a couru' })
  readonly exercise!: PeriodAnswer;

  @Parts(() => ReportCellAnswer)
  readonly reports!: readonly ReportCellAnswer[];

  @Part(() => FreedBalanceAnswer, { description: 'Ce que leur acceptation débloque', nullable: true })
  readonly frees!: FreedBalanceAnswer | null;
}

/** How many reports are awaited, to be examined, to be corrected, late, or open to advice. */
export class ReportCountsAnswer {
  @Whole(2)
  readonly awaited!: number;

  @Whole(5)
  readonly toExamine!: number;

  @Whole(1)
  readonly toCorrect!: number;

  @Whole(2, { description: 'Dont le dépôt est en retard' })
  readonly late!: number;

  @Whole(1)
  readonly adviceOpen!: number;
}

/** The reports of the exercises that end in a year. */
export class ReportListAnswer {
  @Whole(2027)
  readonly year!: number;

  @Part(() => ReportCountsAnswer)
  readonly counts!: ReportCountsAnswer;

  @Parts(() => ReportLineAnswer)
  readonly items!: readonly ReportLineAnswer[];
}
