import type { Labels } from '../domain/dossier/vocabulary.js';

/** What of a dossier, of its règlement or of the house holds the choices of a field that no enumeration closes. */
export type ChoiceSource =
  | 'pays'
  | 'request-pieces'
  | 'missing-pieces'
  | 'grounds'
  | 'legality-letters'
  | 'later-exercises'
  | 'reference-documents'
  | 'document-of-exercise'
  | 'axes'
  | 'indicators'
  | 'report-fields'
  | 'voted-text'
  | 'waivable-gates'
  | 'subjects'
  | 'skippable-steps'
  | 'steps-awaited'
  | 'facts'
  | 'parties'
  | 'represented'
  | 'ladders'
  | 'instructors'
  | 'managers'
  | 'receivers';

/** What a field holds, whatever form it is filled in with. */
export type FieldShape =
  | { readonly kind: 'date'; readonly ofFact: boolean }
  | { readonly kind: 'euros' | 'flag' | 'fingerprint' | 'email' | 'phone' | 'id' }
  | { readonly kind: 'siret' | 'rna' | 'iban' | 'bic' | 'represented' }
  | { readonly kind: 'reference' | 'code' | 'pointer' | 'subject'; readonly longest: number }
  | { readonly kind: 'name' | 'prose' | 'source'; readonly longest: number }
  | { readonly kind: 'count'; readonly least: number; readonly most: number; readonly orUnknown: boolean }
  | { readonly kind: 'choice'; readonly labels: Labels }
  | { readonly kind: 'codes' | 'sirets' }
  | { readonly kind: 'group'; readonly type: () => DescriptionClass }
  | {
      readonly kind: 'list';
      readonly type: () => DescriptionClass;
      readonly most: number;
      /** The field of each item that tells it from the others, when there is one item per known thing. */
      readonly keyedBy?: string;
    };

export type DescriptionClass = new () => object;

/** What every field says of itself. */
export interface Common {
  readonly description: string;
  readonly optional?: boolean;
  /** A shorter name than its description, which then explains it. */
  readonly label?: string;
  /** What a person is told in place of the description, where it speaks of codes; nothing when it is empty. */
  readonly hint?: string;
  /** What follows its value: « % ». */
  readonly unit?: string;
  readonly from?: ChoiceSource;
}

/** A field of a description: its name in JSON, what it is called, and what it holds. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional: boolean;
  readonly unit?: string;
  readonly from?: ChoiceSource;
  readonly shape: FieldShape;
}

const SHAPES = Symbol('shapes of fields');

/** The fields of a description, those that it inherits first, each in the order in which it is written. */
export function fieldsOf(type: DescriptionClass): readonly DescribedField[] {
  return shapesOn(type.prototype as object);
}

const shapesOn = (target: object) =>
  (Reflect.getMetadata(SHAPES, target) as readonly DescribedField[] | undefined) ?? [];

/** Notes what a field holds, for the forms made of its description. */
export function shaped(
  { description, label, hint, optional, unit, from }: Common,
  shape: FieldShape,
): PropertyDecorator {
  return (target, name) => {
    const explained = hint ?? (label === undefined ? '' : description);
    const field: DescribedField = {
      ...{ name: String(name), label: label ?? description, optional: optional ?? false, shape },
      ...(explained === '' ? {} : { hint: explained }),
      ...(unit === undefined ? {} : { unit }),
      ...(from === undefined ? {} : { from }),
    };
    Reflect.defineMetadata(SHAPES, [...shapesOn(target), field], target);
  };
}
