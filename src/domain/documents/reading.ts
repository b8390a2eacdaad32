import { sightOf, type Actor } from '../dossier/roles.js';
import { eventsSeen } from '../dossier/seen-events.js';
import type { DossierState, RecordedEvent } from '../dossier/state.js';
import { viewOf } from '../dossier/view.js';
import { isReadBy, type DocumentKind } from './kinds.js';

/** A document that a fact carries. */
export interface CarriedDocument {
  readonly hash: string;
  readonly kind: DocumentKind;
  /** The code of the piece that it is, where the règlement asks for it. */
  readonly piece: string | null;
}

/** A document with the fact that carries it, for someone. */
export interface ReadDocument extends CarriedDocument {
  readonly event: RecordedEvent;
  /** Whether they may open it; else they are shown that there is one. */
  readonly isOpen: boolean;
}

/** The document that a fact carries, if it carries one. */
function documentOf({ type, data }: RecordedEvent): CarriedDocument | undefined {
  switch (type) {
    case 'document-attached':
      return { ...data, piece: null };
    case 'award-document-attached':
      return { hash: data.hash, kind: data.kind, piece: data.piece };
    case 'study-delivered':
      return { hash: data.reportHash, kind: 'study-report', piece: null };
    case 'report-filed':
      return { hash: data.hash, kind: 'report', piece: null };
    case 'final-evaluation-recorded':
      return { hash: data.hash, kind: 'evaluation', piece: null };
    default:
      return undefined;
  }
}

/**
 * The documents of a dossier for some people, each as one of their roles: those of the facts that this role sees, and
 * open those that are its own to read. Who looks at everything is shown that the others exist.
 */
export function documentsRead(
  state: DossierState,
  history: readonly RecordedEvent[],
  actors: readonly Actor[],
): readonly ReadDocument[] {
  const readers = actors.flatMap(actor => {
    const view = viewOf(state, [actor]);
    return view === undefined ? [] : [{ actor, seen: new Set(eventsSeen(view, history)) }];
  });
  return history.flatMap(event => {
    const document = documentOf(event);
    const seeing = document ? readers.filter(({ seen }) => seen.has(event)).map(({ actor }) => actor) : [];
    if (!document) return [];
    const isOpen = seeing.some(({ role }) => isReadBy(document.kind, role));
    return isOpen || seeing.some(({ role }) => sightOf(role) === 'all') ? [{ ...document, event, isOpen }] : [];
  });
}
