import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import '../../../src/app/app.module.js';
import { fieldsOf, type DescriptionClass } from '../../../src/api/field-shape.js';
import { bodyOf } from '../../../src/api/acts-controller.js';
import { openApiText } from '../../../src/app/description.js';
import { allFields, formOf, type FormField } from '../../../src/desk/forms/model.js';
import { ACTS } from '../../../src/domain/dossier/acts.js';

/** Every field of a form, those within others after them. */
function deep(fields: readonly FormField[]): readonly FormField[] {
  return fields.flatMap(field => {
    const { control } = field;
    if (control.kind === 'group' || control.kind === 'rows') return [field, ...deep(control.fields)];
    return control.kind === 'map' ? [field, control.value] : [field];
  });
}

const named = (act: string, { name }: FormField) => `${act}.${name}`;

function classesOf(type: DescriptionClass): readonly DescriptionClass[] {
  return [
    type,
    ...fieldsOf(type).flatMap(({ shape }) =>
      shape.kind === 'group' || shape.kind === 'list' ? classesOf(shape.type()) : [],
    ),
  ];
}

describe('The form of an act', () => {
  it('is made for every act, with every field of its body and no other', () => {
    const asked = ACTS.map(({ name }) => [
      name,
      allFields(formOf(name))
        .map(field => field.name)
        .sort(),
    ]);
    const described = ACTS.map(({ name }) => [
      name,
      Object.getOwnPropertyNames(Object.fromEntries(fieldsOf(bodyOf(name)).map(field => [field.name, 1]))).sort(),
    ]);
    expect(asked).toEqual(described);
  });

  it('asks each field by a short French name, and explains it apart', () => {
    const long = ACTS.flatMap(({ name }) =>
      deep(allFields(formOf(name))).flatMap(field =>
        field.label.length > 60 ||
        /[;:]|SHA/.test(field.label) ||
        /[a-z]-[a-z]+ \(|\bcodes?\b|null/i.test(field.hint ?? '')
          ? [`${named(name, field)} : ${field.label} (${field.hint})`]
          : [],
      ),
    );
    expect(long).toEqual([]);
  });

  it('gives a French label to each code that it offers, or says where the labels are', () => {
    const bare = ACTS.flatMap(({ name }) =>
      deep(allFields(formOf(name))).flatMap(field => {
        const { control, from } = field;
        if (control.kind === 'choices' || control.kind === 'grounds' || control.kind === 'known')
          return from === undefined ? [named(name, field)] : [];
        if (control.kind !== 'choice') return [];
        const labels = Object.entries(control.labels ?? {});
        if (labels.length === 0) return from === undefined ? [named(name, field)] : [];
        return labels
          .filter(([code, label]) => label === '' || label === code)
          .map(([code]) => `${named(name, field)} ${code}`);
      }),
    );
    expect(bare).toEqual([]);
  });

  it('puts the date of the fact and in whose name it is done in a last part', () => {
    expect(formOf('give-opinion').common.map(({ name }) => name)).toEqual(['date', 'datePrecision', 'onBehalfOf']);
    expect(formOf('give-opinion').fields.map(({ name }) => name)).toEqual(['outcome', 'statement', 'attachment']);
  });
});

interface Schema {
  readonly enum?: readonly string[];
  readonly 'x-enum-labels'?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, Schema>>;
}

async function schemas(): Promise<Readonly<Record<string, Schema>>> {
  const { components } = JSON.parse(await openApiText()) as { components: { schemas: Record<string, Schema> } };
  return components.schemas;
}

describe('The description of the API', () => {
  it('labels every value of every enumeration of every body in French', async () => {
    const bodies = Object.entries(await schemas()).filter(([name]) => name.endsWith('Body'));
    const enumerations = bodies.flatMap(([body, { properties = {} }]) =>
      Object.entries(properties).flatMap(([name, schema]) =>
        schema.enum ? [[`${body}.${name}`, schema] as const] : [],
      ),
    );
    expect(enumerations.length).toBeGreaterThan(25);
    expect(
      enumerations
        .filter(([, schema]) => !schema.enum?.every(value => schema['x-enum-labels']?.[value]))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('describes the bodies that the acts have, and those within them, field by field', async () => {
    const classes = [...new Set(ACTS.flatMap(({ name }) => classesOf(bodyOf(name))))];
    expect(classes.length).toBeGreaterThan(40);
    const described = await schemas();
    const bodies = classes.map(type => [type.name, fieldsOf(type).map(({ name }) => name)] as const);
    for (const [name, fields] of bodies)
      expect([name, Object.keys(described[name]?.properties ?? {}).sort()]).toEqual([name, [...fields].sort()]);
  });
});
