import type { DossierState } from '../dossier/state.js';
import { bodyOf, yearGrantsOf, type YearGrant } from './threshold.js';

/** The bodies of some applicants, by their SIREN, each once. */
export const sirensOf = (applying: readonly { readonly applicant: string }[]): readonly string[] => [
  ...new Set(applying.map(({ applicant }) => bodyOf(applicant))),
];

/** The bodies to which a dossier grants something for a year, now or before, when what it grants has moved; else none. */
export function bodiesMoved(before: DossierState, after: DossierState): readonly string[] {
  const [previous, current] = [yearGrantsOf(before), yearGrantsOf(after)];
  const isSame = previous.length === current.length && current.every((grant, rank) => same(grant, previous[rank]));
  return isSame ? [] : sirensOf([...previous, ...current]);
}

const same = (grant: YearGrant, other: YearGrant | undefined) =>
  grant.award === other?.award &&
  grant.applicant === other.applicant &&
  grant.startsOn === other.startsOn &&
  grant.amount === other.amount;
