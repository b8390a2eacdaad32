/** What an operator may look stories up by, and of what type each is. */
export const SEARCH_ATTRIBUTES = { PoleStage: 'Keyword', PoleNextDue: 'Datetime', PoleBudgetYear: 'Int' } as const;

/** The numbers of those types in the server's protocol. */
export const INDEXED_TYPES = { Keyword: 2, Int: 3, Datetime: 6 } as const;
