import { actNamed } from '../domain/dossier/acts.js';
import type { ExpectationKind } from '../domain/dossier/expectations.js';
import type { PartName, Parts } from '../domain/dossier/instance.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Persona } from './persona.js';
import type { PoleSeen } from './house-client.js';

/** Something a person does: who, which act, where, saying what. */
export interface ActToDo {
  readonly account: string;
  readonly act: string;
  readonly path: string;
  readonly body: object;
}

/** What a person looks at before they answer. */
export interface ResponderContext {
  readonly persona: Persona;
  readonly pole: PoleSeen;
  readonly today: CivilDate;
  readonly kind: ExpectationKind;
  readonly instance: string;
  readonly parts: Where;
}

/** What names, in the address of an act, what it bears on. */
type Where = Partial<Parts<PartName>> & { readonly contribution?: number };

/** The contrat d'engagement républicain, as an association signs it on the day of its request. */
export const signedBy = ({ today }: Pick<ResponderContext, 'today'>) => ({
  ...{ kind: 'signed', signedOn: today, signatory: 'Personne fictive (simulation)' },
});

/** An act on what an expectation is about. */
export function doing(account: string, act: string, { pole, parts }: ResponderContext, body: object = {}): ActToDo {
  const values: Readonly<Record<string, string | number | undefined>> = {
    poleId: pole.id,
    awardId: parts.award,
    ...parts,
  };
  const path = actNamed(act).path.replace(/:(\w+)/g, (_, name: string) => String(values[name] ?? ''));
  return { account, act, path: `/api${path}`, body };
}

/** The award that an expectation is about. */
export const award = ({ pole, parts }: ResponderContext) => pole.awards.find(({ id }) => id === parts.award);
/** How many times it was awaited, this one included. */
export const rounds = ({ parts: { round, attempt, payment } }: ResponderContext) => round ?? attempt ?? payment ?? 1;
/** The instalment that an expectation is about. */
export const line = ({ pole, parts }: ResponderContext) =>
  pole.instalments.find(
    ({ award: id, year, number }) => id === parts.award && year === parts.year && number === parts.number,
  );

/** The contribution of a co-funder that an expectation is about. */
export const contribution = ({ pole, parts }: ResponderContext) =>
  pole.contributions.find(({ convention, rank }) => convention === parts.award && rank === parts.rank);

/** Who acts for the body that an award binds. */
export const signer = (context: ResponderContext) =>
  award(context)?.kind === 'study' ? 'porteur-etude' : 'porteur-demo';
