import type { EventTypesOf, RecordedIn } from '../dossier/event.js';
import type { DocumentKind } from './kinds.js';

/** A document is told by the SHA-256 of its bytes, in hexadecimal; it is kept beside the journal. */
export type DocumentEvents = {
  'document-attached': { hash: string; kind: DocumentKind };
  /** Of an award, or of a part of it; `piece` is the code of the règlement, where the règlement asks for it. */
  'award-document-attached': { award: string; hash: string; kind: DocumentKind; piece: string | null };
};

export const documentEventTypes: EventTypesOf<DocumentEvents> = {
  'document-attached': { version: 1, label: 'Document versé au dossier' },
  'award-document-attached': { version: 1, label: 'Document versé à une attribution' },
};

/** How many documents were attached: what each is, its fact says. */
export interface DocumentsSlice {
  readonly attached: number;
}

export const initialDocuments: DocumentsSlice = { attached: 0 };

export function evolveDocuments({ attached }: DocumentsSlice, _event: RecordedIn<DocumentEvents>): DocumentsSlice {
  return { attached: attached + 1 };
}
