import { allFields, type AskedFields, type FormField } from './model.js';
import { blank, countIn, dateIn, isFilled, rowsIn, textsIn, trimmed, type Posted } from './posted.js';

/** A field of the page: its name there, by which errors find it. */
export interface PlacedField {
  readonly name: string;
  readonly field: FormField;
}

/** What a person filled in, as the API takes it, and where each part of it stands on the page, by its JSON pointer. */
export interface Filled {
  readonly body: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<string, PlacedField>;
}

/**
 * The body that a posted form says. What is left empty is absent; what cannot be what its field holds is left as it was
 * typed, for the same check as that of the API to refuse.
 */
export function readForm(form: AskedFields, posted: Posted): Filled {
  const places = new Map<string, PlacedField>();
  const body = new Reader(posted, places).object(allFields(form), { prefix: '', pointer: '' });
  return { body, places };
}

interface At {
  readonly prefix: string;
  readonly pointer: string;
}

const GROUND = ['code', 'detail'] as const;

class Reader {
  constructor(
    private readonly posted: Posted,
    private readonly places: Map<string, PlacedField>,
  ) {}

  object(fields: readonly FormField[], { prefix, pointer }: At): Readonly<Record<string, unknown>> {
    const entries = fields.flatMap(field => {
      const at = { prefix: `${prefix}${field.name}`, pointer: `${pointer}/${field.name}` };
      this.place(at, field);
      const value = this.value(field, at);
      return value === undefined ? [] : [[field.name, value] as const];
    });
    return Object.fromEntries(entries);
  }

  private place({ prefix: name, pointer }: At, field: FormField): void {
    this.places.set(pointer, { name, field });
  }

  private value(field: FormField, at: At): unknown {
    const { control, required } = field;
    switch (control.kind) {
      case 'date':
        return dateIn(this.posted, at.prefix);
      case 'euros':
        return blank(trimmed(this.posted, at.prefix).replace(/\s*€$/u, ''));
      case 'prose':
        return this.prose(at.prefix);
      case 'count':
        return countIn(trimmed(this.posted, at.prefix)) ?? (control.orUnknown ? null : undefined);
      case 'yes-no':
        return yesOrNo(trimmed(this.posted, at.prefix));
      case 'choice':
        return control.isNumber ? countIn(trimmed(this.posted, at.prefix)) : blank(trimmed(this.posted, at.prefix));
      case 'line':
      case 'file':
      case 'known':
        return blank(trimmed(this.posted, at.prefix));
      case 'choices':
        return listed(textsIn(this.posted, at.prefix), required);
      case 'sirets':
        return listed(linesIn(textsIn(this.posted, at.prefix)[0] ?? ''), required);
      case 'grounds':
        return this.grounds(field, at);
      case 'group':
        return this.group(control.fields, required, at);
      case 'rows':
        return this.rows(control.fields, at);
      case 'map':
        return this.map(control, at);
    }
  }

  /** A browser ends the lines of a text by two characters, whatever was written. */
  private prose(name: string): string | undefined {
    const text = (textsIn(this.posted, name)[0] ?? '').replace(/\r\n?/g, '\n');
    return text.trim() === '' ? undefined : text;
  }

  private group(fields: readonly FormField[], required: boolean, { prefix, pointer }: At): unknown {
    const object = this.object(fields, { prefix: `${prefix}.`, pointer });
    return required || Object.keys(object).length > 0 ? object : undefined;
  }

  private rows(fields: readonly FormField[], { prefix, pointer }: At): unknown {
    const filled = rowsIn(this.posted, prefix).filter(row => isFilled(this.posted, `${prefix}.${row}.`));
    const list = filled.map((row, rank) =>
      this.object(fields, { prefix: `${prefix}.${row}.`, pointer: `${pointer}/${rank}` }),
    );
    return list.length === 0 ? undefined : list;
  }

  private grounds(field: FormField, { prefix, pointer }: At): unknown {
    const filled = rowsIn(this.posted, prefix).filter(row => isFilled(this.posted, `${prefix}.${row}.`));
    const list = filled.map((row, rank) => {
      this.place({ prefix: `${prefix}.${row}.code`, pointer: `${pointer}/${rank}` }, field);
      const [code, detail] = GROUND.map(part => trimmed(this.posted, `${prefix}.${row}.${part}`));
      return detail === '' ? code : `${code}:${detail}`;
    });
    return listed(list as readonly string[], field.required);
  }

  private map({ key, value }: { readonly key: string; readonly value: FormField }, { prefix, pointer }: At): unknown {
    const start = `${prefix}.`;
    const answered = Object.keys(this.posted).filter(
      name => name.startsWith(start) && (value.control.kind !== 'file' || trimmed(this.posted, name) !== ''),
    );
    const keys = answered.map(name => name.slice(start.length));
    const list = keys.map((code, rank) => {
      const at = { prefix: `${start}${code}`, pointer: `${pointer}/${rank}/${value.name}` };
      this.place(at, value);
      return { [key]: code, [value.name]: this.value(value, at) };
    });
    return list.length === 0 ? undefined : list;
  }
}

/** What a person wrote on each line, or between commas. */
const linesIn = (text: string) => text.split(/[\r\n,;]+/u).flatMap(line => blank(line.trim()) ?? []);

const yesOrNo = (text: string): unknown => (text === 'yes' ? true : text === 'no' ? false : blank(text));

/** A list that must be there is there when nothing of it was ticked: whether it may be empty, its check says. */
const listed = (list: readonly string[], required: boolean) => (list.length === 0 && !required ? undefined : list);
