import { allFields, formOf, type FormField } from '../../src/desk/forms/model.js';
import { DATE_PARTS } from '../../src/desk/forms/posted.js';

/** What a browser would post of a form filled in with a body: names and texts, in the order of the page. */
export type Entries = readonly (readonly [name: string, text: string])[];

type Body = Readonly<Record<string, unknown>>;

/** The entries of the form of an act that a person fills in to say a body. */
export function filledForm(act: string, body: object): Entries {
  return fill(allFields(formOf(act)), body as Body, '');
}

function fill(fields: readonly FormField[], body: Body, prefix: string): Entries {
  return fields.flatMap(field => entriesOf(field, body[field.name], `${prefix}${field.name}`));
}

function entriesOf({ control }: FormField, value: unknown, name: string): Entries {
  if (value === undefined || value === null) return control.kind === 'date' ? [] : [[name, '']];
  switch (control.kind) {
    case 'date': {
      const [year = '', month = '', day = ''] = String(value).split('-');
      return DATE_PARTS.map((part, rank) => [`${name}.${part}`, [day, month, year][rank] ?? ''] as const);
    }
    case 'prose':
      return [[name, String(value).replaceAll('\n', '\r\n')]];
    case 'yes-no':
      return [[name, value === true ? 'yes' : 'no']];
    case 'choices':
      return (value as readonly string[]).map(code => [name, code] as const);
    case 'grounds':
      return (value as readonly string[]).flatMap((ground, rank) => {
        const [code = '', ...detail] = ground.split(':');
        return [[`${name}.${rank}.code`, code] as const, [`${name}.${rank}.detail`, detail.join(':')] as const];
      });
    case 'group':
      return fill(control.fields, value as Body, `${name}.`);
    case 'rows':
      return (value as readonly Body[]).flatMap((row, rank) => fill(control.fields, row, `${name}.${rank}.`));
    case 'map':
      return (value as readonly Body[]).flatMap(item =>
        entriesOf(control.value, item[control.value.name], `${name}.${String(item[control.key])}`),
      );
    default:
      return [[name, String(value)]];
  }
}
