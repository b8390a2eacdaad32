import { counted } from '../domain/kernel/french.js';
import type { Clause } from '../domain/reglement/clauses.js';
import type { Reglement, InstalmentCondition, PaymentClause, VoteMode } from '../domain/reglement/reglement.js';
import type { AmountMode, DueRules, SurplusClause, TimeMode, VacancyRule } from '../domain/reglement/due-settings.js';
import { formatEuros } from '../domain/kernel/cents.js';

/** What must hold before an instalment is claimed. */
export const CONDITION_WORDS: Readonly<Record<InstalmentCondition, string>> = {
  'convention-in-force': 'la convention est en vigueur',
  'previous-report-not-overdue': 'aucun compte rendu de l’exercice précédent n’est en retard',
  'reports-accepted': 'les comptes rendus de l’exercice sont acceptés',
  'study-validated': 'l’étude est validée',
};

export const CLAUSE_WORDS: Readonly<Record<Clause, string>> = {
  applicant: 'Qui demande',
  closure: 'Clôture',
  'council-opinion': 'Avis du Conseil de développement',
  duration: 'Durée de la convention',
  'financed-years': 'Exercices financés',
  legitimacy: 'Légitimité de la structure porteuse',
  'reference-document': 'Document de référence',
  reminders: 'Relances',
  renewal: 'Renouvellement',
  schedule: 'Échéancier des versements',
  settlement: 'Arrêté du solde',
  'single-convention': 'Une convention à la fois',
  study: 'Étude de préfiguration',
  support: 'Appui de la CRESS',
  suspension: 'Suspension',
  termination: 'Résiliation',
};

export const STATUS_WORDS: Readonly<Record<Reglement['status'], string>> = {
  adopted: 'adopté',
  'to-confirm': 'donné en exemple, non validé par la Région',
};

export const VOTE_WORDS: Readonly<Record<VoteMode, string>> = {
  once: 'en une fois',
  yearly: 'exercice par exercice',
};

export const AMOUNT_WORDS: Readonly<Record<AmountMode, string>> = {
  flat: 'forfaitaire',
  proportional: 'en proportion des dépenses éligibles',
};

export const SPENT_WORDS: Readonly<Record<DueRules['spentIs'], string>> = {
  declared: 'ce que le compte rendu impute à la subvention',
  'other-resources-first': 'ce que les autres ressources ne couvrent pas',
};

export const TIME_WORDS: Readonly<Record<TimeMode, string>> = {
  nothing: 'sans effet sur le montant dû',
  'pro-rata': 'réduit le montant dû à proportion',
};

export const COMBINATION_WORDS: Readonly<Record<DueRules['combine'], string>> = {
  lowest: 'le plus bas de ce que chaque règle permet',
  'by-day': 'les règles de temps comptées ensemble, chaque jour une fois',
};

const VACANCIES: Readonly<Record<VacancyRule['mode'], string>> = {
  nothing: 'sans effet sur le montant dû',
  hold: 'retient les versements',
  'pro-rata': 'réduit le montant dû à proportion des jours',
};

export function vacancyWords({ mode, toleratedDays }: VacancyRule): string {
  return mode === 'nothing' ? VACANCIES.nothing : `${VACANCIES[mode]}, au-delà de ${counted(toleratedDays, 'jour')}`;
}

/** What a body keeps of the part that it did not spend. */
export function surplusWords(clause: SurplusClause): string {
  switch (clause.kind) {
    case 'percent':
      return `conservé dans la limite de ${clause.percent} % de la subvention`;
    case 'up-to':
      return `conservé dans la limite de ${formatEuros(clause.amount)}`;
    case 'agreement':
      return 'conservé sur accord motivé';
    case 'all':
      return 'conservé';
    case 'none':
      return 'reversé';
  }
}

/** What the conventions say of the day of a payment. */
export function paymentWords(clause: PaymentClause): string {
  if (clause.mode !== 'on-claim')
    return clause.mode === 'statutory' ? 'délai de la loi, compté de la notification' : 'dates de la convention';
  const { days } = clause;
  return days === undefined
    ? 'délai de la loi, compté de la demande'
    : `${counted(days, 'jour')} à compter de la demande`;
}

/** Who else pays, as the règlement names them: a département by its number, or the intercommunalities. */
export const cofunderWords = (code: string): string =>
  code === 'epci' ? 'établissements publics de coopération intercommunale' : `département ${code}`;
