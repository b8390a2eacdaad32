import { ActBody } from '../api/body.js';
import { Attachment, Code, CountOrNull, Euros, Fingerprint, Flag, OneOf, Pointer, Prose } from '../api/fields.js';
import { NestedList } from '../api/nested-fields.js';
import type { Assessment } from '../domain/funded-year/years-slice.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

export class FiledReportBody extends ActBody {
  @Fingerprint({ label: 'Le document', description: 'SHA-256 du fichier déposé', hint: '' })
  hash!: string;
}

export class AxisAssessmentBody {
  @Code({ description: 'Axe du document de référence', example: 'creation' })
  axis!: string;

  @OneOf(VOCABULARY.assessment, { description: 'Évaluation' })
  assessment!: Assessment;
}

export class ActivityReportBody extends FiledReportBody {
  @Code({ description: 'Document de référence', example: 'referentiel-2', from: 'document-of-exercise' })
  document!: string;

  @NestedList(() => AxisAssessmentBody, {
    ...{ description: 'Évaluation, axe par axe', keyedBy: 'axis', from: 'axes' },
    example: [{ axis: 'creation', assessment: 'reached' }],
  })
  evaluation!: AxisAssessmentBody[];
}

export class IndicatorValueBody {
  @Code({ description: 'Indicateur du document de référence', example: 'project-holders' })
  indicator!: string;

  @CountOrNull({
    ...{
      label: 'Valeur',
      hint: '',
      description: 'Dans l’unité de l’indicateur ; null : non renseigné, ce qui n’est pas zéro',
    },
    example: 9,
  })
  value!: number | null;
}

export class IndicatorsBody extends FiledReportBody {
  @Code({ description: 'Document de référence', example: 'referentiel-2', from: 'document-of-exercise' })
  document!: string;

  @NestedList(() => IndicatorValueBody, {
    ...{
      label: 'Indicateurs',
      description: 'Une valeur par indicateur du document',
      hint: 'Laissez vide ce que vous ne savez pas : ce n’est pas zéro.',
      keyedBy: 'indicator',
      from: 'indicators',
    },
    example: [{ indicator: 'members', value: 56 }],
  })
  values!: IndicatorValueBody[];
}

export class FinancialReportBody extends FiledReportBody {
  @Euros({
    label: 'Total des dépenses',
    description: 'Celles de l’action sur l’exercice, en euros',
    example: '48210.55',
  })
  totalExpenses!: string;

  @Euros({ description: 'Dépenses imputées à la subvention, en euros', example: '35000.00' })
  chargedToGrant!: string;

  @Euros({ description: 'Autres ressources de l’action, en euros', example: '13210.55' })
  otherResources!: string;

  @Euros({
    label: 'Dépenses éligibles',
    description: 'En euros : requises quand la subvention est en proportion de celles-ci',
    optional: true,
    example: '48210.55',
  })
  eligibleExpenses?: string;

  @Euros({
    label: 'Part de la subvention non employée',
    description: 'En euros : elle est calculée, et refusée quand elle est dite autrement',
    optional: true,
    example: '0.00',
  })
  unspent?: string;
}

export class ReportReviewBody extends ActBody {
  @Flag({ description: 'Avis favorable', example: true })
  favourable!: boolean;

  @Prose({ label: 'Avis', description: 'Il est conservé à côté du journal', example: 'Les objectifs sont tenus.' })
  advice!: string;

  @Attachment('L’avis signé')
  attachment?: string;
}

export class CorrectionBody {
  @Pointer({ description: 'Champ à corriger', from: 'report-fields', example: '/eligibleExpenses' })
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
