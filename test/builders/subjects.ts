import { actNamed } from '../../src/domain/dossier/acts.js';
import type { DossierState } from '../../src/domain/dossier/state.js';
import { awardIdOf, type Subject, type SubjectOf } from '../../src/domain/dossier/subject.js';
import type { ReportKind } from '../../src/domain/reglement/reglement.js';

export const POLE: SubjectOf<'pole'> = { kind: 'pole' };

type PartsOf<One extends Subject> = One extends { readonly kind: 'pole' } ? Record<string, never> : Omit<One, 'kind'>;

/** The parts that name a subject, with its kind or without. */
export type Named = Subject | PartsOf<Subject>;

/** What an act bears on, of the kind that the act has. */
export function subjectOf(act: string, on: Named): Subject {
  return { ...on, kind: actNamed(act).subject } as Subject;
}

type OfAward = Pick<SubjectOf<'award'>, 'award'>;

export const onAward = (award: string): SubjectOf<'award'> => ({ kind: 'award', award });

export const onInstalment = ({ award }: OfAward, year: number, number: number): SubjectOf<'instalment'> => ({
  ...{ kind: 'instalment', award, year, number },
});

export const onReport = ({ award }: OfAward, year: number, report: ReportKind): SubjectOf<'report'> => ({
  ...{ kind: 'report', award, year, report },
});

/** What one speaks of when acting on a subject: the subject itself when it is of an award, else the last award requested. */
export function spokenOf(subject: Subject, { awards }: Pick<DossierState, 'awards'>): Subject {
  return awardIdOf(subject) === undefined ? onAward(Object.keys(awards).at(-1) ?? '') : subject;
}
