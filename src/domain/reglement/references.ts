import type { CivilDate } from '../kernel/civil-date.js';

/** The references that the rules cite: the catalogue must have them all, and none that nothing cites. */
export const REFERENCES = [
  'abrogation',
  'action-financed',
  'assembly-casting-vote',
  'assembly-quorum',
  'cofunding',
  'commission-quorum',
  'commitment-recovery',
  'common-vote',
  'convention',
  'council-delegation',
  'deliberation-publication',
  'electronic-agreement',
  'electronic-notification',
  'essential-data',
  'executory',
  'first-administration-seised',
  'frozen-conditions',
  'grant-account',
  'granting-organ',
  'grounds',
  'hearing',
  'impartiality',
  'interested-members',
  'members-seated-by-law',
  'missing-pieces',
  'observations',
  'observations-on-sanction',
  'payment-conditions',
  'pieces-held-elsewhere',
  'recovery',
  'republican-commitment',
  'request',
  'sanction-hearing',
  'signature-delegation',
  'state-review',
  'state-review-reopened',
  'suspension-by-judge',
  'vote-proxies',
  'withdrawal-measures',
] as const;
export type ReferenceId = (typeof REFERENCES)[number];

/** What a reference was called between two days, both included; no end while it lasts. */
export interface ReferenceVersion {
  readonly text: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** A reference, and what it was called one time after another: its article moved, its text was codified, or decided upon. */
export interface Reference {
  readonly id: string;
  readonly versions: readonly ReferenceVersion[];
}

export interface Catalogue {
  readonly references: readonly Reference[];
}

/** A reference as it read on a day; undefined on a day when it had no text. */
export function textOn({ references }: Catalogue, id: string, on: CivilDate): string | undefined {
  const versions = references.find(reference => reference.id === id)?.versions;
  return versions?.find(({ from, to }) => from <= on && (to === null || on <= to))?.text;
}

/** The reference of a rule as it read on a day; undefined on a day when it had no text: no law asked for it then. */
export function referenceOn(catalogue: Catalogue, id: ReferenceId, on: CivilDate): string | undefined {
  return textOn(catalogue, id, on);
}

/** The law, and the day on which it is read: that of the act being done, else today. */
export interface Citing {
  readonly rules: { readonly law: Catalogue };
  readonly today: CivilDate;
  readonly date?: CivilDate;
}

/** The reference of a rule as it read on the day of the act; undefined on a day when it had no text. */
export function cited(on: Citing, id: ReferenceId): string | undefined {
  return referenceOn(on.rules.law, id, on.date ?? on.today);
}
