/**
 * How long someone may be away and lend what they may do: beyond, the role is to be given to who holds it. A setting of
 * the house.
 */
export const LONGEST_ABSENCE = { months: 6 } as const;
