import type { Act, ActContext } from '../dossier/act.js';
import type { NewEvent } from '../dossier/state.js';
import type { Refusal } from '../kernel/refusal.js';
import { documentsNamed, undeposited, type NamedDocument } from './deposits.js';
import type { DocumentKind } from './kinds.js';

/** The fields by which a fact tells its own document: nothing more is said of it. */
const OWN_DOCUMENT: readonly string[] = ['/hash', '/reportHash'];

/** The act, with the documents that it carries: each must have been deposited, and is told with what the act tells. */
export function carrying(act: Act<never>): Act<never> {
  const { carries } = act;
  if (carries === undefined) return act;
  return { ...act, decide: doing => withDocuments(act, carries, doing) };
}

function withDocuments(act: Act<never>, kind: DocumentKind, doing: ActContext<never>): readonly NewEvent[] | Refusal {
  const outcome = undeposited(doing.payload, doing.deposits) ?? act.decide(withPieces(doing));
  if ('code' in outcome) return outcome;
  const named = documentsNamed(doing.payload).filter(({ pointer }) => !OWN_DOCUMENT.includes(pointer));
  const award = outcome.flatMap(({ data }) => ('award' in data ? [data.award] : []))[0];
  return [...outcome, ...named.map(document => attached(document, kind, award))];
}

/** A piece of which the file is joined is joined. */
function withPieces(doing: ActContext<never>): ActContext<never> {
  const payload = doing.payload as { readonly pieces?: readonly string[] };
  if (payload.pieces === undefined) return doing;
  const joined = documentsNamed(payload).flatMap(({ piece }) => piece ?? []);
  return { ...doing, payload: { ...payload, pieces: [...new Set([...payload.pieces, ...joined])] } as never };
}

function attached({ hash, piece }: NamedDocument, kind: DocumentKind, award: string | undefined): NewEvent {
  if (award === undefined) return { type: 'document-attached', data: { hash, kind } };
  return { type: 'award-document-attached', data: { award, hash, kind, piece } };
}
