import { bodyOf } from '../../api/acts-controller.js';
import { ActBody } from '../../api/body.js';
import {
  fieldsOf,
  type ChoiceSource,
  type DescribedField,
  type DescriptionClass,
  type FieldShape,
} from '../../api/field-shape.js';
import { TAKEN } from '../../files/media.js';
import type { Labels } from '../../domain/dossier/vocabulary.js';

/** What is written on one line, and how a keyboard and a browser help to. */
export type LineKind = 'name' | 'siret' | 'rna' | 'iban' | 'bic' | 'reference' | 'email' | 'phone';

/** How a field is filled in. */
export type Control =
  | { readonly kind: 'date' }
  | { readonly kind: 'euros' }
  | { readonly kind: 'line'; readonly holds: LineKind; readonly longest: number }
  | { readonly kind: 'prose'; readonly longest: number }
  | { readonly kind: 'count'; readonly orUnknown: boolean }
  | { readonly kind: 'yes-no' }
  /** One of what is offered: the values of an enumeration, or what a source holds. */
  | { readonly kind: 'choice'; readonly labels?: Labels; readonly isNumber: boolean }
  | { readonly kind: 'choices' }
  /** SIRET of several bodies, each on its line. */
  | { readonly kind: 'sirets' }
  /** Codes, each with what tells it from another: an exercise, an article. */
  | { readonly kind: 'grounds' }
  /** A file, known by the SHA-256 that the house computes of it. */
  | { readonly kind: 'file' }
  /** What the engine knows: shown, and asked of nobody. */
  | { readonly kind: 'known' }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'rows'; readonly fields: readonly FormField[] }
  /** One value for each thing of a source. */
  | { readonly kind: 'map'; readonly key: string; readonly value: FormField };

/** A field of a form; its name is that of the body. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly unit?: string;
  readonly from?: ChoiceSource;
  readonly control: Control;
}

/** What a form asks. */
export interface AskedFields {
  /** In the order of its description. */
  readonly fields: readonly FormField[];
  /** What any act may say: the date of the fact, in whose name. Folded, after the rest. */
  readonly common: readonly FormField[];
}

/** The form of an act, made of the description of its body and of nothing else. Throws for an act that no route serves. */
export function formOf(act: string): AskedFields {
  const isCommon = new Set(fieldsOf(ActBody).map(({ name }) => name));
  const fields = fieldsOf(bodyOf(act)).map(fieldOf);
  return {
    fields: fields.filter(({ name }) => !isCommon.has(name)),
    common: fields.filter(({ name }) => isCommon.has(name)),
  };
}

/** The fields of a form made of any description: of what is set, and is no act. */
export const fieldsAsked = (type: DescriptionClass): readonly FormField[] => fieldsOf(type).map(fieldOf);

/** Every field of a form, in the order in which a person meets it. */
export const allFields = ({ fields, common }: AskedFields): readonly FormField[] => [...fields, ...common];

/** The sources that a form draws its choices from. */
export function sourcesOf(fields: readonly FormField[]): readonly ChoiceSource[] {
  const found = fields.flatMap(({ from, control }) => [...(from === undefined ? [] : [from]), ...within(control)]);
  return [...new Set(found)];
}

/** Whether a field is filled in with a file, or with one for each thing of its source. */
export const asksFiles = ({ control }: Pick<FormField, 'control'>): boolean =>
  control.kind === 'file' || (control.kind === 'map' && control.value.control.kind === 'file');

function within(control: Control): readonly ChoiceSource[] {
  if (control.kind === 'group' || control.kind === 'rows') return sourcesOf(control.fields);
  return control.kind === 'map' ? sourcesOf([control.value]) : [];
}

function fieldOf(described: DescribedField): FormField {
  const { name, label, optional, unit, from, shape } = described;
  const control = controlOf(shape, from, name);
  const hint = described.hint ?? (asksFiles({ control }) ? TAKEN : undefined);
  return {
    ...{ name, label, required: !optional, control },
    ...(hint === undefined ? {} : { hint }),
    ...(unit === undefined ? {} : { unit }),
    ...(from === undefined ? {} : { from }),
  };
}

const KNOWN: readonly ChoiceSource[] = ['voted-text', 'document-of-exercise'];

function controlOf(shape: FieldShape, from: ChoiceSource | undefined, name: string): Control {
  if (from !== undefined && KNOWN.includes(from)) return { kind: 'known' };
  switch (shape.kind) {
    case 'date':
    case 'euros':
      return { kind: shape.kind };
    case 'sirets':
      return { kind: 'sirets' };
    case 'flag':
      return { kind: 'yes-no' };
    case 'fingerprint':
      return { kind: 'file' };
    case 'prose':
      return { kind: 'prose', longest: shape.longest };
    case 'choice':
      return { kind: 'choice', labels: shape.labels, isNumber: false };
    case 'codes':
      return { kind: from === 'grounds' ? 'grounds' : 'choices' };
    case 'count':
      if (from !== undefined) return { kind: 'choice', isNumber: true };
      return { kind: 'count', orUnknown: shape.orUnknown };
    case 'group':
      return { kind: 'group', fields: fieldsOf(shape.type()).map(fieldOf) };
    case 'list':
      return listOf(shape);
    default:
      return from === undefined ? lineOf(shape, name) : { kind: 'choice', isNumber: false };
  }
}

function listOf({ type, keyedBy }: Extract<FieldShape, { kind: 'list' }>): Control {
  const [value, ...others] = fieldsOf(type())
    .filter(({ name }) => name !== keyedBy)
    .map(fieldOf);
  if (keyedBy === undefined) return { kind: 'rows', fields: [value, ...others].filter(field => field !== undefined) };
  if (!value || others.length > 0) throw new Error(`Une valeur par « ${keyedBy} », et une seule, est attendue.`);
  return { kind: 'map', key: keyedBy, value };
}

/** The longest that each kind is written, blanks that group its characters included. */
const LONGEST: Readonly<Record<Exclude<LineKind, 'name' | 'reference'>, number>> = {
  ...{ siret: 20, rna: 14, iban: 45, bic: 14, email: 254, phone: 25 },
};

function lineOf(shape: FieldShape, name: string): Control {
  switch (shape.kind) {
    case 'name':
    case 'reference':
      return { kind: 'line', holds: shape.kind, longest: shape.longest };
    case 'siret':
    case 'rna':
    case 'iban':
    case 'bic':
    case 'email':
    case 'phone':
      return { kind: 'line', holds: shape.kind, longest: LONGEST[shape.kind] };
    default:
      throw new Error(`Un champ que nul formulaire ne demande : ${name} (${shape.kind})`);
  }
}
