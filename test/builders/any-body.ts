import fc, { type Arbitrary } from 'fast-check';
import { bodyOf } from '../../src/api/acts-controller.js';
import { fieldsOf, type DescribedField, type FieldShape } from '../../src/api/field-shape.js';
import { eurosDot, type Cents } from '../../src/domain/kernel/cents.js';
import { GROUND_LABELS } from '../../src/domain/lifecycle/grounds.js';
import { fromDayNumber } from '../../src/domain/kernel/civil-date.js';

/** Days from 2000 to 2030: likely wherever they are told. */
const DAYS = { min: 10_957, max: 22_000 };
const IDENTIFIERS: Partial<Readonly<Record<FieldShape['kind'], readonly string[]>>> = {
  siret: ['23350001600040', '99990001200017'],
  rna: ['W351234567'],
  iban: ['FR7630006000011234567890189'],
  bic: ['AGRIFRPP'],
  represented: ['23350001600040', '02'],
  id: ['0190a0aa-0000-7000-8000-000000000001'],
};

const letters = (unit: string, longest: number) =>
  fc.string({ unit: fc.constantFrom(...unit), minLength: 1, maxLength: Math.min(longest, 12) });

/** A text that people could write, on one line or on several: it begins and ends by what is seen. */
const text = (longest: number, blanks: string) =>
  fc
    .array(fc.constantFrom(...'aé’«»&<="\'+%;.,€0', ...blanks), { maxLength: Math.min(longest, 30) })
    .map(characters => `A${characters.join('')}z`);

function anyOf({ shape, from }: DescribedField): Arbitrary<unknown> {
  switch (shape.kind) {
    case 'date':
      return fc.integer(DAYS).map(fromDayNumber);
    case 'euros':
      return fc.integer({ min: 0, max: 9_999_999_99 }).map(amount => eurosDot(amount as Cents));
    case 'flag':
      return fc.boolean();
    case 'fingerprint':
      return fc.constantFrom('ab'.repeat(32), 'c0'.repeat(32));
    case 'name':
      return fc.constantFrom('Association fictive', 'Élue d’un pays & Cie');
    case 'prose':
    case 'source':
      return text(shape.longest, ' \n');
    case 'reference':
      return letters('09AZaz_./-', shape.longest);
    case 'code':
    case 'subject':
      return letters('09az', shape.longest);
    case 'pointer':
      return fc.constantFrom('/unspent', '/values/3');
    case 'count': {
      const number = fc.integer({ min: shape.least, max: Math.min(shape.most, 1_000_000) });
      return shape.orUnknown ? fc.option(number) : number;
    }
    case 'choice':
      return fc.constantFrom(...Object.keys(shape.labels));
    case 'codes':
      return fc.array(codes(from), { minLength: 1, maxLength: 4 });
    case 'group':
      return anyFields(shape.type());
    case 'list':
      return fc.uniqueArray(anyFields(shape.type()), {
        minLength: 1,
        maxLength: 3,
        selector: item => (shape.keyedBy === undefined ? Symbol('any') : item[shape.keyedBy]),
      });
    default:
      return fc.constantFrom(...(IDENTIFIERS[shape.kind] ?? []));
  }
}

function codes(from: DescribedField['from']): Arbitrary<string> {
  if (from === 'pays') return fc.constantFrom('01', '02', '21');
  if (from !== 'grounds') return fc.constantFrom('statutes', 'action-budget');
  return fc
    .tuple(fc.constantFrom(...Object.keys(GROUND_LABELS)), fc.constantFrom('', ':1', ':4.2'))
    .map(([code, detail]) => `${code}${detail}`);
}

function anyFields(type: new () => object): Arbitrary<Record<string, unknown>> {
  const fields = fieldsOf(type);
  const models = Object.fromEntries(fields.map(field => [field.name, anyOf(field)]));
  return fc.record(models, { requiredKeys: fields.flatMap(({ name, optional }) => (optional ? [] : [name])) });
}

/** Any body that the description of an act takes: what may be absent is there or not. */
export const anyBody = (act: string): Arbitrary<Record<string, unknown>> => anyFields(bodyOf(act));
