import { contactOf } from '../access/contact-accounts.js';
import { NotAuthorisedError } from '../access/people.js';
import { holdsOneOf } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import type { ContactReads } from '../database/contact-reads.js';
import { rolesThat, type Actor } from '../domain/dossier/roles.js';
import { isUuid } from '../domain/kernel/ids.js';

/** The roles that keep the contacts. */
export const KEEPERS = rolesThat('keeper');

/** A contact by its identifier. Refuses one that does not exist. */
export async function knownContact(reads: ContactReads, id: string) {
  const contact = isUuid(id) ? await reads.contact(id) : null;
  if (!contact) throw new ProblemException(problem('not-found', 404, 'Introuvable', "Ce contact n'existe pas."));
  return contact;
}

/** Whether an account is that of a contact: the one that it names, or the one by which it enters from a mail. */
export const isOwn = (
  { id, account: named }: { readonly id: string; readonly account: string | null },
  account: string,
) => named === account || contactOf(account) === id;

/** What is said of one contact is open to themself, and to those who keep the contacts in their own name. */
export function requireContactOpen(
  contact: Parameters<typeof isOwn>[0],
  { account, actors }: { readonly account: string; readonly actors: readonly Actor[] },
): void {
  if (!isOwn(contact, account) && !holdsOneOf(actors, KEEPERS))
    throw new NotAuthorisedError('Cela ne regarde que cette personne.');
}
