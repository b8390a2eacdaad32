import type { ExpectationKind, FactOf, PartsOf } from '../../src/domain/dossier/expectations.js';
import { instanceOf } from './instance.js';

/** What tells an instance of a kind from another: nothing for what happens once. */
export type Which<Kind extends ExpectationKind> = keyof PartsOf<Kind> extends never ? [] : [parts: PartsOf<Kind>];

/** Something awaited, before it is: what `first` chooses among. */
export interface Awaited<Kind extends ExpectationKind> {
  readonly kind: Kind;
  readonly instance: string;
  readonly nature: 'owed' | 'possible';
}

/** Something owed: it has a debtor, a due date, an obligation. */
export function owed<Kind extends ExpectationKind>(kind: Kind, ...[parts]: Which<Kind>): Awaited<Kind> {
  return { kind, instance: instanceOf(parts), nature: 'owed' };
}

/** Something possible: nobody owes it. */
export function possible<Kind extends ExpectationKind>(kind: Kind, ...[parts]: Which<Kind>): Awaited<Kind> {
  return { kind, instance: instanceOf(parts), nature: 'possible' };
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
  expect<Kind extends ExpectationKind>(kind: Kind, ...which: Which<Kind>): Promise<FactOf<Kind>>;
  /** Waits for something possible. */
  listen<Kind extends ExpectationKind>(kind: Kind, ...which: Which<Kind>): Promise<FactOf<Kind>>;
  /** Takes the first of several that comes, and awaits the others no longer. */
  first<C extends Choices>(choices: C): Promise<Chosen<C>>;
}
