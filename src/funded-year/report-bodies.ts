import { ActBody } from '../api/body.js';
import { Code, CountOrNull, Euros, Fingerprint, Flag, NestedList, OneOf, Pointer, Prose } from '../api/fields.js';
import { ASSESSMENTS, type Assessment } from '../domain/funded-year/years-slice.js';

export class FiledReportBody extends ActBody {
  @Fingerprint({ description: 'SHA-256 du document déposé' })
  hash!: string;
}

export class AxisAssessmentBody {
  @Code({ description: 'Axe du document de référence', example: 'creation' })
  axis!: string;

  @OneOf(ASSESSMENTS, { description: 'Atteint, en partie, non atteint' })
  assessment!: Assessment;
}

export class ActivityReportBody extends FiledReportBody {
  @Code({ description: 'Version du document de référence', example: 'referentiel-2' })
  document!: string;

  @NestedList(() => AxisAssessmentBody, {
    description: 'Évaluation, axe par axe',
    example: [{ axis: 'creation', assessment: 'reached' }],
  })
  evaluation!: AxisAssessmentBody[];
}

export class IndicatorValueBody {
  @Code({ description: 'Indicateur du document de référence', example: 'project-holders' })
  indicator!: string;

  @CountOrNull({ description: "Valeur dans l'unité de l'indicateur ; null : non renseigné", example: 9 })
  value!: number | null;
}

export class IndicatorsBody extends FiledReportBody {
  @Code({ description: 'Version du document de référence', example: 'referentiel-2' })
  document!: string;

  @NestedList(() => IndicatorValueBody, {
    description: 'Une valeur par indicateur du document',
    example: [{ indicator: 'members', value: 56 }],
  })
  values!: IndicatorValueBody[];
}

export class FinancialReportBody extends FiledReportBody {
  @Euros({ description: "Total des dépenses de l'action sur l'exercice, en euros", example: '48210.55' })
  totalExpenses!: string;

  @Euros({ description: 'Dépenses imputées à la subvention, en euros', example: '35000.00' })
  chargedToGrant!: string;

  @Euros({ description: 'Autres ressources de l’action, en euros', example: '13210.55' })
  otherResources!: string;

  @Euros({
    description: 'Dépenses éligibles, en euros : requises quand la subvention est en proportion de celles-ci',
    optional: true,
    example: '48210.55',
  })
  eligibleExpenses?: string;

  @Euros({
    description: 'Part de la subvention non employée, en euros : calculée, et refusée quand elle est dite autrement',
    optional: true,
    example: '0.00',
  })
  unspent?: string;
}

export class ReportReviewBody extends ActBody {
  @Flag({ description: 'Avis favorable', example: true })
  favourable!: boolean;

  @Prose({ description: 'Avis, conservé à côté du journal', example: 'Les objectifs sont tenus.' })
  advice!: string;
}

export class CorrectionBody {
  @Pointer({ description: 'Champ à corriger', example: '/eligibleExpenses' })
  field!: string;

  @Prose({ description: 'Ce qui est à corriger', example: 'Le total diffère du compte de résultat.' })
  reason!: string;
}

export class ReportReturnBody extends ActBody {
  @NestedList(() => CorrectionBody, {
    description: 'Corrections demandées, champ par champ',
    example: [{ field: '/unspent', reason: 'À justifier.' }],
  })
  corrections!: CorrectionBody[];
}
