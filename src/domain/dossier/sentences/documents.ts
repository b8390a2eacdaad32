import { DOCUMENT_KINDS } from '../../documents/kinds.js';
import type { DocumentEvents } from '../../documents/slice.js';
import { uncapitalised } from '../../kernel/french.js';
import type { Sentences } from './teller.js';

const named = (kind: DocumentEvents['document-attached']['kind']) => uncapitalised(DOCUMENT_KINDS[kind].label);

export const documentSentences: Sentences<DocumentEvents> = {
  'document-attached': ({ who }, { kind }) => `${who} a versé un document au dossier : ${named(kind)}`,
  'award-document-attached': ({ who }, { kind }) => `${who} a versé un document au dossier : ${named(kind)}`,
};
