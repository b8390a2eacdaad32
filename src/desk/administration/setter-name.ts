/** What who set something is called: a person by their account, or Jalon. */
export const setterName = (by: string, nameOf: (account: string) => string | undefined): string =>
  by === 'jalon' ? 'Jalon' : (nameOf(by) ?? by);
