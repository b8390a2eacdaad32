import type { ComponentChildren } from 'preact';
import { capitalised } from '../../domain/kernel/french.js';
import type { ToldFault } from './faults.js';
import { partId } from './ids.js';
import { ErrorMessage } from './inputs.js';
import type { FormField } from './model.js';

/** The identifiers of what is said of a field: its hint, its message. */
export function descriptionsOf({ hint }: FormField, name: string, faults: readonly ToldFault[]): string | undefined {
  const ids = [...(hint ? [`${partId(name)}-hint`] : []), ...(faults.length > 0 ? [`${partId(name)}-error`] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** What a field is called, and whether it may be left empty. */
export const labelOf = ({ label, required }: FormField) => `${capitalised(label)}${required ? '' : ' (facultatif)'}`;

interface WrapperProps {
  readonly field: FormField;
  readonly name: string;
  readonly filling: { readonly faults: readonly ToldFault[] };
  readonly children: ComponentChildren;
}

function Around({ field, name, filling }: Omit<WrapperProps, 'children'>) {
  const faults = filling.faults.filter(fault => fault.name === name);
  return (
    <>
      {field.hint && (
        <p class="govuk-hint" id={`${partId(name)}-hint`}>
          {field.hint}
        </p>
      )}
      {faults.length > 0 && (
        <ErrorMessage id={`${partId(name)}-error`}>{faults.map(({ message }) => message).join(' ')}</ErrorMessage>
      )}
    </>
  );
}

const groupClass = ({ filling, name }: Pick<WrapperProps, 'filling' | 'name'>) =>
  `govuk-form-group${filling.faults.some(fault => fault.name === name) ? ' govuk-form-group--error' : ''}`;

/** A field of one input. */
export function Group({ children, ...about }: WrapperProps) {
  return (
    <div class={groupClass(about)}>
      <label class="govuk-label" for={partId(about.name)}>
        {labelOf(about.field)}
      </label>
      <Around {...about} />
      {children}
    </div>
  );
}

/** Several inputs under one name. Those that hold no input of that identifier bear it themselves, to be led to. */
export function Fieldset({ children, ...about }: WrapperProps) {
  const { field, name, filling } = about;
  const describedBy = descriptionsOf(
    field,
    name,
    filling.faults.filter(fault => fault.name === name),
  );
  const holdsOthers = ['group', 'rows', 'grounds', 'map'].includes(field.control.kind);
  return (
    <div class={groupClass(about)}>
      <fieldset
        class="govuk-fieldset"
        {...(holdsOthers ? { id: partId(name), tabIndex: -1 } : {})}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      >
        <legend class="govuk-fieldset__legend">{labelOf(field)}</legend>
        <Around {...about} />
        {children}
      </fieldset>
    </div>
  );
}
