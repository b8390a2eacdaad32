import type { ChoiceSource } from '../../api/field-shape.js';
import type { Option } from './choices.js';
import type { ToldFault } from './faults.js';
import type { Asking } from './asking.js';
import { descriptionsOf, Fieldset, Group, labelOf } from './field-frame.js';
import { FileInput } from './file-input.js';
import { partId } from './ids.js';
import { Checkboxes, DateInput, Hidden, LineInput, NumberInput, ProseInput, Radios, Select } from './inputs.js';
import type { Control, FormField } from './model.js';
import { rowsIn, trimmed, type Posted } from './posted.js';

/** What a form is filled in with: what was typed, what may be chosen, what is wrong, how many rows are asked for. */
export interface Filling {
  readonly posted: Posted;
  readonly options: (source: ChoiceSource) => readonly Option[];
  readonly faults: readonly ToldFault[];
  /** The files that were deposited, by their digests. */
  readonly files: Asking['files'];
  /** The pôle in which they were; empty for a form that takes none. */
  readonly poleId?: string | undefined;
  /** The name of the list to which a row was asked to be added. */
  readonly more?: string | undefined;
}

interface FieldProps {
  readonly field: FormField;
  readonly filling: Filling;
  readonly prefix?: string;
}

/** More choices than this are a list that opens. */
const MOST_RADIOS = 8;
const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
];

export function Fields({ fields, ...rest }: Omit<FieldProps, 'field'> & { readonly fields: readonly FormField[] }) {
  return (
    <>
      {fields.map(field => (
        <Field field={field} {...rest} />
      ))}
    </>
  );
}

/** A field with its label, its hint and its message. One whose choices are none, and which may be left out, is not asked. */
function Field({ field, filling, prefix = '' }: FieldProps) {
  const name = `${prefix}${field.name}`;
  const options = choicesOf(field, filling);
  if (isPointless(field, options)) return null;
  const { control } = field;
  if (control.kind === 'known') return <Known field={field} name={name} options={options} />;
  if (control.kind === 'group')
    return (
      <Fieldset field={field} name={name} filling={filling}>
        <Fields fields={control.fields} filling={filling} prefix={`${name}.`} />
      </Fieldset>
    );
  if (control.kind === 'rows' || control.kind === 'grounds')
    return <Rows field={field} name={name} filling={filling} options={options} />;
  if (control.kind === 'map')
    return (
      <Fieldset field={field} name={name} filling={filling}>
        {options.map(option => (
          <Field field={itemOf(field, control.value, option)} filling={filling} prefix={`${name}.`} />
        ))}
      </Fieldset>
    );
  return <Single field={field} name={name} filling={filling} options={options} />;
}

/** What is asked of one thing of a source: what was said of all of them is not said again. */
function itemOf(all: FormField, { hint, ...field }: FormField, { value, label, unit }: Option): FormField {
  const said = unit === undefined ? hint : `Unité : ${unit}`;
  return { ...field, name: value, label, ...(said === undefined || said === all.hint ? {} : { hint: said }) };
}

function choicesOf({ from, control }: FormField, { options }: Filling): readonly Option[] {
  if (control.kind === 'choice' && control.labels)
    return Object.entries(control.labels).map(([value, label]) => ({ value, label }));
  return from === undefined ? [] : options(from);
}

const isPointless = ({ control, required, from }: FormField, options: readonly Option[]) =>
  !required && from !== undefined && options.length === 0 && control.kind === 'choice';

const GROUPED: readonly Control['kind'][] = ['date', 'yes-no', 'choices'];

function Single({
  field,
  name,
  filling,
  options,
}: FieldProps & { readonly name: string; readonly options: readonly Option[] }) {
  const { control } = field;
  const isList = isListed(field, options);
  const isGroup = !isList && (GROUPED.includes(control.kind) || control.kind === 'choice');
  const Wrapper = isGroup ? Fieldset : Group;
  const faults = filling.faults.filter(fault => fault.name === name);
  const describedBy = descriptionsOf(field, name, faults);
  const input = {
    ...{ name, posted: filling.posted, invalid: faults.length > 0 },
    ...(describedBy === undefined ? {} : { describedBy }),
  };
  return (
    <Wrapper field={field} name={name} filling={filling}>
      {inputOf(control, field.unit)}
    </Wrapper>
  );

  function inputOf(held: Control, unit: string | undefined) {
    switch (held.kind) {
      case 'date':
        return <DateInput {...input} />;
      case 'euros':
        return <NumberInput {...input} decimal unit="€" />;
      case 'count':
        return <NumberInput {...input} decimal={false} {...(unit === undefined ? {} : { unit })} />;
      case 'prose':
        return <ProseInput {...input} longest={held.longest} />;
      case 'yes-no':
        return isList ? <Select {...input} options={YES_NO} /> : <Radios {...input} options={YES_NO} />;
      case 'sirets':
        return <ProseInput {...input} longest={2100} />;
      case 'choices':
        return <Checkboxes {...input} options={options} />;
      case 'choice':
        if (options.length === 0) return <LineInput {...input} holds="reference" longest={80} />;
        return isList ? <Select {...input} options={options} /> : <Radios {...input} options={options} />;
      case 'file':
        return <FileInput {...input} files={filling.files} poleId={filling.poleId ?? ''} />;
      case 'line':
        return <LineInput {...input} holds={held.holds} longest={held.longest} />;
      default:
        return null;
    }
  }
}

/** A list that opens can be emptied again, and holds many: what may be left out, and what is long. */
const isListed = ({ control, required }: FormField, options: readonly Option[]) =>
  (control.kind === 'choice' && (options.length === 0 || options.length > MOST_RADIOS || !required)) ||
  (control.kind === 'yes-no' && !required);

function Known({
  field,
  name,
  options,
}: {
  readonly field: FormField;
  readonly name: string;
  readonly options: readonly Option[];
}) {
  const [known] = options;
  return (
    <div class="govuk-form-group" id={partId(name)} tabIndex={-1}>
      <p class="govuk-label">{labelOf(field)}</p>
      <p>{known ? known.label : 'Le dossier ne le dit pas encore.'}</p>
      {known && <Hidden name={name} value={known.value} />}
    </div>
  );
}

/** As many rows as were filled in, one to begin with, one more when it is asked for. */
function Rows({
  field,
  name,
  filling,
  options,
}: FieldProps & { readonly name: string; readonly options: readonly Option[] }) {
  const ranks = rowsIn(filling.posted, name);
  const next = (ranks.at(-1) ?? -1) + 1;
  const shown = ranks.length === 0 || filling.more === name ? [...ranks, next] : ranks;
  return (
    <Fieldset field={field} name={name} filling={filling}>
      {shown.map((rank, index) => (
        <fieldset class="govuk-fieldset j-row">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{`Ligne ${index + 1}`}</legend>
          {field.control.kind === 'rows' ? (
            <Fields fields={field.control.fields} filling={filling} prefix={`${name}.${rank}.`} />
          ) : (
            <Ground name={`${name}.${rank}`} filling={filling} options={options} />
          )}
        </fieldset>
      ))}
      <button class="govuk-button govuk-button--secondary" type="submit" name="_more" value={name}>
        Ajouter une ligne
      </button>
    </Fieldset>
  );
}

function Ground({
  name,
  filling,
  options,
}: {
  readonly name: string;
  readonly filling: Filling;
  readonly options: readonly Option[];
}) {
  const code: FormField = {
    name: 'code',
    label: 'Motif',
    required: true,
    control: { kind: 'choice', isNumber: false },
  };
  const detail: FormField = {
    ...{ name: 'detail', label: 'Précision', required: false, hint: 'L’exercice, ou l’article de la convention' },
    control: { kind: 'line', holds: 'reference', longest: 20 },
  };
  return (
    <>
      <Single field={code} name={`${name}.code`} filling={filling} options={options} />
      <Single field={detail} name={`${name}.detail`} filling={filling} options={[]} />
    </>
  );
}

/** What is typed where nothing is asked any more: nothing of it is lost. */
export function Carried({ posted }: { readonly posted: Posted }) {
  return (
    <>
      {Object.entries(posted)
        .filter(([name]) => !name.startsWith('_'))
        .flatMap(([name, texts = []]) => [texts].flat().map(text => <Hidden name={name} value={text} />))}
    </>
  );
}

/** Whether anything was typed under a name: what is folded is shown open then. */
export const wasTyped = (posted: Posted, fields: readonly FormField[]): boolean =>
  fields.some(({ name }) =>
    Object.keys(posted).some(key => (key === name || key.startsWith(`${name}.`)) && trimmed(posted, key) !== ''),
  );
