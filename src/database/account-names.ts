/** The name of the person of an account, as the contacts know it, in SQL. Null when they hold none. */
export const nameOfAccount = (account: string): string =>
  `(SELECT c.name FROM contacts c WHERE c.account = ${account} ORDER BY c.valid_from DESC, c.id LIMIT 1)`;
