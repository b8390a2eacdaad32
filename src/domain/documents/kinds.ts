import { concerned, notCouncils, region, regionAndBodies, regionAndCress } from '../dossier/audiences.js';
import type { ActingRole, Role } from '../dossier/roles.js';

interface KindLine {
  /** The French name of such a document. */
  readonly label: string;
  /** Who may read it, among those who read the fact that carries it (RGPD art. 5, 1 c). */
  readonly isFor: (role: Role) => boolean;
}

/** The documents that acts carry. The pieces of a request are named by the règlement; the rest by the act. */
export const DOCUMENT_KINDS = {
  'study-report': { label: 'Rapport d’étude', isFor: concerned },
  piece: { label: 'Pièce d’une demande', isFor: notCouncils },
  opinion: { label: 'Avis signé', isFor: concerned },
  project: { label: 'Projet révisé', isFor: concerned },
  note: { label: 'Note de la CRESS', isFor: concerned },
  amendment: { label: 'Demande d’avenant', isFor: notCouncils },
  instruction: { label: 'Rapport d’instruction', isFor: region },
  deliberation: { label: 'Délibération', isFor: concerned },
  signature: { label: 'Exemplaire signé', isFor: regionAndBodies },
  order: { label: 'Mandat de paiement', isFor: regionAndBodies },
  report: { label: 'Compte rendu', isFor: notCouncils },
  advice: { label: 'Avis de la CRESS sur un compte rendu', isFor: regionAndCress },
  observations: { label: 'Observations', isFor: regionAndBodies },
  evaluation: { label: 'Évaluation finale', isFor: concerned },
  other: { label: 'Autre document', isFor: concerned },
} as const satisfies Readonly<Record<string, KindLine>>;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** Whether documents of a kind are read in a role. Who only looks is shown that there is one. */
export const isReadBy = (kind: DocumentKind, role: ActingRole): boolean =>
  role !== 'engine' && DOCUMENT_KINDS[kind].isFor(role);
