import type { ReportFigures } from '../../domain/funded-year/years-slice.js';
import { documentOf, type Rules } from '../../domain/reglement/reglement.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import { euros } from '../kit/words.js';

/** Something that a report says, as it is read. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

const AMOUNTS = {
  totalExpenses: 'Total des dépenses',
  chargedToGrant: 'Dépenses imputées à la subvention',
  otherResources: 'Autres ressources de l’action',
  eligibleExpenses: 'Dépenses éligibles',
  unspent: 'Part de la subvention non employée',
} as const;

/** What a report says: its amounts, its indicators, its assessment axis by axis; nothing of what its kind does not say. */
export function figuresOf(figures: ReportFigures, rules: Rules): readonly Figure[] {
  return [...amountsIn(figures), ...indicatorsIn(figures, rules), ...assessmentsIn(figures, rules)];
}

function amountsIn(figures: ReportFigures): readonly Figure[] {
  return (Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[]).flatMap(key => {
    const amount = figures[key];
    return amount === null ? [] : [{ key, label: AMOUNTS[key], value: euros(amount) }];
  });
}

function indicatorsIn({ document, indicators }: ReportFigures, rules: Rules): readonly Figure[] {
  const named = new Map(documentOf(rules, document)?.indicators.map(each => [each.code, each] as const));
  return Object.entries(indicators ?? {}).map(([code, value]) => {
    const { label = code, unit } = named.get(code) ?? {};
    return {
      key: code,
      label: unit === undefined ? label : `${label} (${unit})`,
      value: value === null ? 'Non renseigné' : value.toLocaleString('fr-FR'),
    };
  });
}

function assessmentsIn({ document, evaluation }: ReportFigures, rules: Rules): readonly Figure[] {
  const named = new Map(documentOf(rules, document)?.axes.map(({ code, label }) => [code, label] as const));
  return Object.entries(evaluation ?? {}).map(([axis, assessment]) => ({
    ...{ key: axis, label: named.get(axis) ?? axis, value: VOCABULARY.assessment[assessment] },
  }));
}
