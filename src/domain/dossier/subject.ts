import type { ReportKind } from '../reglement/reglement.js';

/**
 * What an act bears on: the pôle, one of its awards (or its convention), an instalment, a report of a year, a post, a
 * contribution of a co-funder, something owed.
 */
export type Subject =
  | { readonly kind: 'pole' }
  | { readonly kind: 'award'; readonly award: string }
  | { readonly kind: 'instalment'; readonly award: string; readonly year: number; readonly number: number }
  | { readonly kind: 'report'; readonly award: string; readonly year: number; readonly report: ReportKind }
  | { readonly kind: 'post'; readonly post: number }
  | { readonly kind: 'contribution'; readonly contribution: number }
  | { readonly kind: 'obligation'; readonly obligation: string };

export type SubjectKind = Subject['kind'];

type SubjectsByKind = { readonly [Kind in SubjectKind]: Extract<Subject, { readonly kind: Kind }> };

/** The subjects of a kind; those of several kinds when it is a union. */
export type SubjectOf<Kind extends SubjectKind> = SubjectsByKind[Kind];

/** The award that a subject is, or is a part of; undefined when it is a part of the pôle itself. */
export function awardIdOf(subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'award':
    case 'instalment':
    case 'report':
      return subject.award;
    case 'pole':
    case 'post':
    case 'contribution':
    case 'obligation':
      return undefined;
    default:
      return subject satisfies never;
  }
}

/**
 * The subject of an act in one word, never that of another. The journal names by it what an override bears on: the word
 * of a kind whose acts have a gate to override does not change.
 */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'pole':
      return '';
    case 'award':
      return subject.award;
    case 'instalment':
      return `${subject.award}/${subject.year}/${subject.number}`;
    case 'report':
      return `${subject.award}/${subject.year}/${subject.report}`;
    case 'post':
      return `post/${subject.post}`;
    case 'contribution':
      return `contribution/${subject.contribution}`;
    case 'obligation':
      return `obligation/${subject.obligation}`;
  }
}
