import type { ExpectationKind, FactOf } from '../../src/domain/dossier/expectations.js';

/** Something awaited, before it is: what `first` chooses among. */
export interface Awaited<Kind extends ExpectationKind> {
  readonly kind: Kind;
  readonly instance: string;
  readonly nature: 'owed' | 'possible';
}

/** Something owed: it has a debtor, a due date, an obligation. */
export function owed<Kind extends ExpectationKind>(kind: Kind, instance: string): Awaited<Kind> {
  return { kind, instance, nature: 'owed' };
}

/** Something possible: nobody owes it. */
export function possible<Kind extends ExpectationKind>(kind: Kind, instance: string): Awaited<Kind> {
  return { kind, instance, nature: 'possible' };
}

export type Choices = Readonly<Record<string, Awaited<ExpectationKind>>>;

/** Which of the choices came, and what it says. */
export type Chosen<C extends Choices> = {
  [Name in keyof C & string]: {
    readonly came: Name;
    readonly fact: C[Name] extends Awaited<infer Kind> ? FactOf<Kind> : never;
  };
}[keyof C & string];

/** All that a stage knows of the world. It awaits nothing else: no activity, no timer, no random. */
export interface Dossier {
  /** Waits for something owed. Returns at once when the journal holds it. */
  expect<Kind extends ExpectationKind>(kind: Kind, instance: string): Promise<FactOf<Kind>>;
  /** Waits for something possible. */
  listen<Kind extends ExpectationKind>(kind: Kind, instance: string): Promise<FactOf<Kind>>;
  /** Takes the first of several that comes, and awaits the others no longer. */
  first<C extends Choices>(choices: C): Promise<Chosen<C>>;
}
