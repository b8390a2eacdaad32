import { rna } from '../kernel/identifiers.js';
import { normaliseName } from '../kernel/text.js';

/** A body as its people name it; an association is known by its RNA number too (CRPA art. R112-9-1). */
export interface BodyIdentity {
  readonly name: string;
  readonly siret: string;
  readonly rna?: string;
}

/** The name of a body and its RNA number, as kept beside the journal with what else is told. */
export function identityOf(body: BodyIdentity): { readonly bodyName: string; readonly bodyRna?: string } {
  return {
    bodyName: normaliseName(body.name),
    ...(body.rna === undefined ? {} : { bodyRna: rna(body.rna) }),
  };
}
