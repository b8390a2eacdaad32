import { defineAct } from '../dossier/act.js';

export interface DocumentAttachment {
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  /** What it is; kept beside the journal. */
  readonly title: string;
}

/** Adds to the dossier a document that no other act carries. */
const attachDocument = defineAct<DocumentAttachment>({
  name: 'attach-document',
  capability: 'documents',
  label: 'Verser un document au dossier',
  subject: 'pole',
  machine: 'initiative',
  path: '/poles/:poleId/attached-documents',
  roles: ['instructor', 'manager', 'finance', 'adviser', 'council', 'carrier'],
  from: ['declared'],
  to: ['declared'],
  emits: ['document-attached'],
  gates: [],
  afterEnd: 'until-closed',
  carries: 'other',
  decide: ({ payload }) => [
    {
      type: 'document-attached',
      data: { hash: payload.hash, kind: 'other' },
      private: { title: payload.title },
    },
  ],
});

export const documentActs = [attachDocument] as const;
