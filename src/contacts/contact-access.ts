import { problem, ProblemException } from '../api/problem.js';
import type { ContactReads } from '../database/contact-reads.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { isUuid } from '../domain/kernel/ids.js';

/** The roles that keep the contacts. */
export const KEEPERS = rolesThat('keeper');

/** A contact by its identifier. Refuses one that does not exist. */
export async function knownContact(reads: ContactReads, id: string) {
  const contact = isUuid(id) ? await reads.contact(id) : null;
  if (!contact) throw new ProblemException(problem('not-found', 404, 'Introuvable', "Ce contact n'existe pas."));
  return contact;
}
