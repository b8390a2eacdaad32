import { formatEuros, isEuros, parseEuros } from '../../domain/kernel/cents.js';
import { formatFrench, isCivilDate } from '../../domain/kernel/civil-date.js';
import { capitalised } from '../../domain/kernel/french.js';
import type { Asking } from './asking.js';
import { allFields, type AskedFields, type FormField, type LineKind } from './model.js';
import type { KnownLine } from './known.js';

type Body = Readonly<Record<string, unknown>>;
type Read = Pick<Asking, 'options' | 'files'>;

/** What a person has answered, as they would read it: what they left empty is not shown. */
export function answersOf({
  form,
  filled,
  ...read
}: Read & Pick<Asking, 'filled'> & { readonly form: AskedFields }): readonly KnownLine[] {
  return linesOf(allFields(form), filled.body, read);
}

function linesOf(fields: readonly FormField[], body: Body, read: Read): readonly KnownLine[] {
  return fields.flatMap(field => {
    const value = body[field.name];
    return value === undefined ? [] : answered(field, value, read);
  });
}

function answered(field: FormField, value: unknown, read: Read): readonly KnownLine[] {
  const { label, control } = field;
  const within = (lines: readonly KnownLine[], suffix = '') =>
    lines.map(line => ({ label: `${label}${suffix} – ${line.label}`, value: line.value }));
  switch (control.kind) {
    case 'group':
      return within(linesOf(control.fields, value as Body, read));
    case 'rows':
      return (value as readonly Body[]).flatMap((row, rank) =>
        within(linesOf(control.fields, row, read), ` ${rank + 1}`),
      );
    case 'map':
      return (value as readonly Body[]).map(item => ({
        label: capitalised(labelIn(field, String(item[control.key]), read)),
        value: textOf(control.value, item[control.value.name], read),
      }));
    default:
      return [{ label, value: textOf(field, value, read) }];
  }
}

function textOf(field: FormField, value: unknown, read: Read): string {
  if (value === null) return 'Non renseigné';
  if (field.control.kind === 'sirets')
    return (value as readonly string[]).map(siret => lineText('siret', siret)).join(', ');
  if (Array.isArray(value)) return value.map(item => labelIn(field, String(item), read)).join(', ') || 'Aucune';
  const text = String(value);
  switch (field.control.kind) {
    case 'date':
      return isCivilDate(text) ? formatFrench(text) : text;
    case 'euros':
      return isEuros(text) ? formatEuros(parseEuros(text)) : text;
    case 'yes-no':
      return value === true ? 'Oui' : value === false ? 'Non' : text;
    case 'file':
      return read.files.get(text)?.name ?? 'Un fichier';
    case 'line':
      return lineText(field.control.holds, text);
    case 'choice':
    case 'known':
      return labelIn(field, text, read);
    default:
      return field.unit === undefined ? text : `${text} ${field.unit}`;
  }
}

/** An identifier as it is read. */
function lineText(holds: LineKind, text: string): string {
  if (holds === 'iban') return text.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u202f');
  if (holds === 'siret') return text.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u202f$2\u202f$3\u202f$4');
  return text;
}

/** What a code is called: by the enumeration of its field, or by the source of its choices. */
function labelIn({ control, from }: FormField, code: string, { options }: Read): string {
  if (control.kind === 'choice' && control.labels) return control.labels[code] ?? code;
  const offered = from === undefined ? [] : options(from);
  const [bare = '', ...detail] = control.kind === 'grounds' ? code.split(':') : [code];
  const label = offered.find(({ value }) => value === bare)?.label ?? bare;
  return detail.length === 0 ? label : `${label} (${detail.join(':')})`;
}
