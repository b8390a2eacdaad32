import { anyone, concerned, notCouncils, region, regionAndBodies, regionAndCress } from './audiences.js';
import type { Role } from './roles.js';

/** Who may read what is told beside the journal for one purpose, among those who read the fact itself. */
interface Purpose {
  /** The French name of what is told. */
  readonly label: string;
  readonly isFor: (role: Role) => boolean;
  /** Read by the body that the fact paid or was to pay, and by no other body of the dossier. */
  readonly ownerOnly?: true;
  /** Shown but for its last figures; whole to who says that they read it, which is written. */
  readonly shortened?: true;
}

/** What is told beside the journal is told for a purpose (RGPD art. 5, 1 b and c): nobody else reads it. */
export const PURPOSES = {
  'body-name': { label: 'Nom ou numéro d’un organisme', isFor: anyone },
  reason: { label: 'Motif', isFor: concerned },
  opinion: { label: 'Motifs et réserves de l’avis', isFor: concerned },
  analysis: { label: 'Analyse de la CRESS', isFor: concerned },
  project: { label: 'Projet revu', isFor: concerned },
  'convention-text': { label: 'Texte soumis au vote', isFor: concerned },
  correction: { label: 'Correction demandée', isFor: notCouncils },
  advice: { label: 'Avis de la CRESS', isFor: regionAndCress },
  'internal-note': { label: 'Note interne de la Région', isFor: region },
  observations: { label: 'Observations présentées', isFor: role => role !== 'finance' && regionAndBodies(role) },
  'elected-member': { label: 'Élu régional', isFor: concerned },
  signatory: { label: 'Signataire', isFor: regionAndBodies },
  iban: { label: 'IBAN', isFor: regionAndBodies, ownerOnly: true, shortened: true },
  'bank-details': { label: 'Coordonnées bancaires', isFor: regionAndBodies, ownerOnly: true },
  'document-title': { label: 'Ce qu’est le document', isFor: concerned },
} as const satisfies Readonly<Record<string, Purpose>>;

export type PurposeName = keyof typeof PURPOSES;

/** The purpose of a name, with what it may hold. */
export const purposeNamed = (name: PurposeName): Purpose => PURPOSES[name];

/** A field whatever its name: the corrections of a report are named by what they correct. */
const ANY = '*';

const REASON = { reason: 'reason' } as const;
const NAME = { bodyName: 'body-name', bodyRna: 'body-name' } as const;

/** Each field that an event may tell beside the journal, and for what purpose. An event that is not here tells nothing. */
export const PRIVATE_FIELDS = {
  'initiative-declared': { groupName: 'body-name' },
  'council-designated': { councilName: 'body-name' },
  'study-skipped': REASON,
  'study-validated': { remarks: 'correction' },
  'study-sent-back': { remarks: 'correction' },
  'opinion-given': { statement: 'opinion' },
  'opinion-passed-over': REASON,
  'opinion-waived': REASON,
  'revised-project-filed': { summary: 'project' },
  'legitimation-note-written': { ...NAME, analysis: 'analysis' },
  'successor-examined': { analysis: 'analysis' },
  'grant-requested': { ...NAME, ...REASON, signatory: 'signatory' },
  'instruction-reported': { report: 'internal-note' },
  'agenda-entered': { text: 'convention-text' },
  'vote-recorded': { text: 'convention-text', [ANY]: 'elected-member' },
  'convention-signed': { signatory: 'signatory', capacity: 'signatory' },
  'instalment-claimed': { iban: 'iban', bic: 'bank-details', accountHolder: 'bank-details' },
  'liquidation-returned': { reason: 'internal-note' },
  'report-reviewed': { advice: 'advice' },
  'report-returned': { [ANY]: 'correction' },
  'report-reopened': REASON,
  'extension-requested': REASON,
  'extension-granted': REASON,
  'extension-refused': REASON,
  'obligation-waived': REASON,
  'project-withdrawn': REASON,
  'pole-abandoned': REASON,
  'convention-terminated': REASON,
  'dossier-suspended': REASON,
  'dossier-resumed': REASON,
  'cofunding-reduced': REASON,
  'grant-withdrawn': REASON,
  'grant-abrogated': REASON,
  'formal-notice-given': REASON,
  'observations-invited': { reason: 'reason', grievances: 'reason' },
  'observations-presented': { observations: 'observations' },
  'recovery-waived': REASON,
  'step-not-applicable': REASON,
  'fact-retracted': REASON,
  'represented-body-rectified': REASON,
  'block-overridden': { reason: 'internal-note' },
  'document-attached': { title: 'document-title' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PurposeName>>>>;

type Fields = typeof PRIVATE_FIELDS;

/** What an event of a type may tell beside the journal: the fields that the table names, and none when it names none. */
export type PrivateOf<Type extends string> = Type extends keyof Fields
  ? '*' extends keyof Fields[Type]
    ? Readonly<Record<string, string>>
    : { readonly [Name in keyof Fields[Type]]?: string }
  : never;

/** The purpose of a field of an event; undefined when nobody told what it is for: nobody reads it. */
export function purposeOf(type: string, field: string): PurposeName | undefined {
  const fields: Readonly<Record<string, PurposeName>> = Object.hasOwn(PRIVATE_FIELDS, type)
    ? PRIVATE_FIELDS[type as keyof Fields]
    : {};
  if (Object.hasOwn(fields, field)) return fields[field];
  return Object.hasOwn(fields, ANY) ? fields[ANY] : undefined;
}

const OF_ONE_BODY: ReadonlySet<string> = new Set(
  Object.values<Readonly<Record<string, PurposeName>>>(PRIVATE_FIELDS).flatMap(fields =>
    Object.entries(fields).flatMap(([field, purpose]) => (purposeNamed(purpose).ownerOnly ? [field] : [])),
  ),
);

/** Whether a field, by its name, holds what one body alone reads: its bank details. */
export const isOfOneBody = (field: string): boolean => OF_ONE_BODY.has(field);
