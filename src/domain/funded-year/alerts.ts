import { addCents, cents, formatEuros, splitCents, ZERO, type Cents } from '../kernel/cents.js';
import { yearOf, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Award } from '../award/slice.js';
import { grantedWith, yearGrantsOf, type YearGrant } from '../award/threshold.js';
import type { DossierState } from '../dossier/state.js';
import { referenceOn } from '../reglement/references.js';
import { legalThreshold, type LegalTexts, type Rules } from '../reglement/reglement.js';
import { grantedFor } from './due.js';
import { exerciseOf, yearOfConvention } from './exercise.js';

/** The public money of a year, beside what the action costs; amounts in cents. */
export interface PublicMoney {
  /** What the Région grants for the year. */
  readonly granted: Cents;
  /** What it grants the same body elsewhere, for the same civil year. */
  readonly grantedElsewhere: Cents;
  /** What the co-funders bring: as they voted it, else as it was asked. */
  readonly otherPublic: Cents;
  /** What the action cost, by its account; before that, what it was to cost; null where nobody said it. */
  readonly expenses: Cents | null;
}

/**
 * What calls for attention in the public money of a year, and holds nothing: public resources above what the action
 * costs; more than the law lets a body receive in a year without certified accounts (C. com. art. L612-4 and D612-5).
 */
export function publicMoneyAlerts(money: PublicMoney, law: LegalTexts, on: CivilDate): readonly Refusal[] {
  const { granted, grantedElsewhere, otherPublic, expenses } = money;
  const ofAction = addCents(granted, otherPublic);
  const ofBody = addCents(ofAction, grantedElsewhere);
  const threshold = legalThreshold(law, 'certified-accounts-above', on);
  return [
    ...(expenses !== null && ofAction > expenses
      ? [aboveExpenses(ofAction, expenses, referenceOn(law, 'action-financed', on))]
      : []),
    ...(threshold && ofBody > threshold.amount ? [certifiedAccounts(ofBody, threshold, on)] : []),
  ];
}

const aboveExpenses = (publicMoney: Cents, expenses: Cents, source?: string) =>
  refuse(
    'public-money-above-expenses',
    `Les ressources publiques de l’exercice (${formatEuros(publicMoney)}) dépassent les charges de l’action (${formatEuros(expenses)}).`,
    { source },
  );

const certifiedAccounts = (
  publicMoney: Cents,
  { amount, source }: { readonly amount: Cents; readonly source: string },
  on: CivilDate,
) =>
  refuse(
    'certified-accounts',
    `Les subventions publiques connues pour ${yearOf(on)} (${formatEuros(publicMoney)}) dépassent ${formatEuros(amount)} : l’organisme établit et publie des comptes annuels certifiés par un commissaire aux comptes.`,
    { source },
  );

/** The alerts of an opened year of a grant, its co-funders and what its body was granted elsewhere included. */
export function alertsOfYear(
  state: DossierState,
  grant: Award,
  year: number,
  { law, grantedElsewhere }: Pick<Rules, 'law'> & { readonly grantedElsewhere: readonly YearGrant[] },
): readonly Refusal[] {
  const granted = grantedFor(state, grant.id, year);
  const { from } = exerciseOf(grant, year);
  const counted = { award: grant.id, applicant: grant.applicant, startsOn: from, amount: granted };
  const ofBody = grantedWith(counted, [...yearGrantsOf(state), ...grantedElsewhere]);
  return publicMoneyAlerts(
    {
      granted,
      grantedElsewhere: cents(Math.max(0, ofBody - granted)),
      otherPublic: broughtByOthers(state, grant, year),
      expenses: expensesOf(state, grant, year),
    },
    law,
    from,
  );
}

/** What the co-funders of a convention bring to one of its years: they are asked for the whole convention. */
function broughtByOthers({ contributions }: DossierState, { id, years }: Award, year: number): Cents {
  const asked = Object.values(contributions).filter(
    ({ convention, status }) => convention === id && status !== 'refused',
  );
  const shares = asked.map(({ voted, sought }) => splitCents(voted ?? sought, Array<number>(years).fill(1))[year - 1]);
  return addCents(ZERO, ...shares.map(share => share ?? ZERO));
}

function expensesOf(state: DossierState, { id, yearlyForecast }: Award, year: number): Cents | null {
  const account = yearOfConvention(state, id, year)?.reports['financial-report']?.figures;
  return account?.totalExpenses ?? yearlyForecast;
}
