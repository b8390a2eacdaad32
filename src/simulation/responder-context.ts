import { actNamed } from '../domain/dossier/acts.js';
import type { ExpectationKind } from '../domain/dossier/expectations.js';
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
}

/** An act on what an expectation is about. */
export function doing(account: string, act: string, { pole, instance }: ResponderContext, body: object = {}): ActToDo {
  const [first = '', year = '', third = ''] = instance.split('/');
  const part = { year, number: third, report: third, post: first, contribution: first };
  const values: Record<string, string> = { poleId: pole.id, awardId: first, ...part };
  const path = actNamed(act).path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '');
  return { account, act, path: `/api${path}`, body };
}

/** The award that an expectation is about. */
export const award = ({ pole, instance }: ResponderContext) =>
  pole.awards.find(poleAward => instance.startsWith(poleAward.id));
/** The last rank of an instance. */
export const rounds = ({ instance }: ResponderContext) => Number(instance.split('/').at(-1));
/** The instalment that an expectation is about. */
export const line = ({ pole, instance }: ResponderContext) => {
  const [id, year, number] = instance.split('/');
  return pole.instalments.find(
    instalment => instalment.award === id && String(instalment.year) === year && String(instalment.number) === number,
  );
};

/** The contribution of a co-funder that an expectation is about. */
export const contribution = ({ pole, instance }: ResponderContext) => {
  const [convention, rank] = instance.split('/');
  return pole.contributions.find(candidate => candidate.convention === convention && String(candidate.rank) === rank);
};

/** Who acts for the body that an award binds. */
export const signer = (context: ResponderContext) =>
  award(context)?.kind === 'study' ? 'porteur-etude' : 'porteur-demo';
