import type { Params } from '../../api/subject-of-address.js';
import type { Act } from '../../domain/dossier/act.js';
import { ACTS } from '../../domain/dossier/acts.js';
import { unaccented } from '../../domain/kernel/french.js';
import type { Subject } from '../../domain/dossier/subject.js';
import { REPORT_KINDS, type ReportKind } from '../../domain/reglement/reglement.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';

/** Words in an address: small letters without accents, hyphens between them. */
function slug(text: string): string {
  return unaccented(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const BY_SLUG: ReadonlyMap<string, Act<never>> = new Map(ACTS.map(act => [slug(act.label), act]));
const REPORTS: ReadonlyMap<string, ReportKind> = new Map(
  REPORT_KINDS.map(kind => [slug(VOCABULARY.report[kind]), kind]),
);

/** What an act is called in its address: « accepter-un-compte-rendu ». */
export const actSlug = ({ label }: Pick<Act<never>, 'label'>): string => slug(label);

/** The act that an address calls so; undefined when none is. */
export const actOfSlug = (name: string): Act<never> | undefined => BY_SLUG.get(name);

/** The page on which an act is done: « /poles/…/faire/accepter-un-compte-rendu/attribution/…/exercice/1/compte-rendu/indicateurs ». */
export function actAddress(act: Pick<Act<never>, 'label'>, poleId: string, subject: Subject): string {
  return ['/poles', poleId, 'faire', actSlug(act), ...partsOf(subject)].join('/');
}

/** The page on which a pôle is declared: the only act that bears on none. */
export const DECLARATION = '/poles/nouveau';

function partsOf(subject: Subject): readonly (string | number)[] {
  switch (subject.kind) {
    case 'pole':
      return [];
    case 'award':
      return ['attribution', subject.award];
    case 'instalment':
      return ['attribution', subject.award, 'exercice', subject.year, 'versement', subject.number];
    case 'report':
      return [
        ...(['attribution', subject.award, 'exercice', subject.year, 'compte-rendu'] as const),
        slug(VOCABULARY.report[subject.report]),
      ];
    case 'post':
      return ['poste', subject.post];
    case 'contribution':
      return ['cofinanceur', subject.contribution];
    case 'obligation':
      return ['echeance', subject.obligation];
  }
}

/** What each part of an address is called by the path of an act. */
const PARAMETERS: Readonly<Record<string, string>> = {
  ...{ attribution: 'awardId', exercice: 'year', versement: 'number', 'compte-rendu': 'report' },
  ...{ poste: 'post', cofinanceur: 'contribution', echeance: 'obligationId' },
};

/** What the end of an address names, by the parameters of the act's path. A part that means nothing is left out: it is not found then. */
export function paramsOf(poleId: string, parts: readonly string[]): Params {
  const pairs = parts.flatMap((part, rank) => (rank % 2 === 0 ? [[part, parts[rank + 1] ?? ''] as const] : []));
  const named = pairs.flatMap(([part, value]) => {
    const parameter = Object.hasOwn(PARAMETERS, part) ? PARAMETERS[part] : undefined;
    if (parameter === undefined) return [];
    return [[parameter, parameter === 'report' ? REPORTS.get(value) : value.toLowerCase()] as const];
  });
  return { poleId: poleId.toLowerCase(), ...Object.fromEntries(named) };
}
