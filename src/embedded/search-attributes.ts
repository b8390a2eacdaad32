/** What the operator sees of each story: names and types of the attributes that the server must know beforehand. */
export const SEARCH_ATTRIBUTES = { PoleStage: 'Keyword', PoleNextDue: 'Datetime', PoleBudgetYear: 'Int' } as const;

/** `IndexedValueType` of the service's protocol. */
export const INDEXED_TYPES = { Keyword: 2, Int: 3, Datetime: 6 } as const;

/** The attributes that a namespace lacks, or knows under another type. */
export function missingAttributes(known: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(SEARCH_ATTRIBUTES)
    .filter(([name, type]) => known[name] !== INDEXED_TYPES[type])
    .map(([name, type]) => `${name}=${type}`);
}
