import type { EventTypesOf } from '../dossier/event.js';
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

/** Nothing: what the documents of a dossier are, its facts say. */
export type DocumentsSlice = Readonly<Record<never, never>>;

export const initialDocuments: DocumentsSlice = {};

export const evolveDocuments = (slice: DocumentsSlice): DocumentsSlice => slice;
