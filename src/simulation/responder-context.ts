import { actNamed } from '../domain/dossier/acts.js';
import type { ExpectationKind } from '../domain/dossier/expectations.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Character } from './persona.js';
import type { PoleSeen } from './house-client.js';

/** Something a person does: who, which act, where, saying what. */
export interface Doing {
  readonly account: string;
  readonly act: string;
  readonly path: string;
  readonly body: object;
}

/** What a person looks at before they answer. */
export interface Looking {
  readonly character: Character;
  readonly pole: PoleSeen;
  readonly today: CivilDate;
  readonly kind: ExpectationKind;
  readonly instance: string;
}

/** An act on what an expectation is about. */
export function doing(account: string, act: string, { pole, instance }: Looking, body: object = {}): Doing {
  const [first = '', year = '', third = ''] = instance.split('/');
  const part = { year, number: third, report: third, post: first, contribution: first };
  const values: Record<string, string> = { poleId: pole.id, awardId: first, ...part };
  const path = actNamed(act).path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '');
  return { account, act, path: `/api${path}`, body };
}

/** The award that an expectation is about. */
export const award = ({ pole, instance }: Looking) => pole.awards.find(one => instance.startsWith(one.id));
/** The last rank of an instance. */
export const rounds = ({ instance }: Looking) => Number(instance.split('/').at(-1));
/** The instalment that an expectation is about. */
export const line = ({ pole, instance }: Looking) => {
  const [id, year, number] = instance.split('/');
  return pole.instalments.find(one => one.award === id && String(one.year) === year && String(one.number) === number);
};

/** The contribution of a co-funder that an expectation is about. */
export const contribution = ({ pole, instance }: Looking) => {
  const [convention, rank] = instance.split('/');
  return pole.contributions.find(one => one.convention === convention && String(one.rank) === rank);
};

/** Who acts for the body that an award binds. */
export const signer = (looking: Looking) => (award(looking)?.kind === 'study' ? 'porteur-etude' : 'porteur-demo');
