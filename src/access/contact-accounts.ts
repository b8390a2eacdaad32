import { isUuid } from '../domain/kernel/ids.js';

const PREFIX = 'contact:';

/** The account of a contact who has none at the provider: they enter by the links that they are sent. */
export const contactAccount = (contactId: string) => `${PREFIX}${contactId}`;

/** The contact behind such an account; undefined for any other account. */
export function contactOf(account: string): string | undefined {
  const id = account.slice(PREFIX.length);
  return account.startsWith(PREFIX) && isUuid(id) ? id : undefined;
}
