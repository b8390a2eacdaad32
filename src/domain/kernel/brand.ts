declare const brand: unique symbol;

/** A type that only its own parse function makes. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
