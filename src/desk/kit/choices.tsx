import type { ComponentChildren } from 'preact';
import { describedBy, FormGroup, HintAndError, labelOf, Labelled, type FieldProps } from './field.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What it asks for in turn, shown under it once it is chosen, and always where a browser cannot hide it. */
  readonly reveals?: ComponentChildren;
}

interface FieldsetProps extends FieldProps {
  /** Whether its legend is the title of the form. */
  readonly large?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Fields, or choices, that answer one question: its legend. */
export function Fieldset({ large = false, children, ...field }: FieldsetProps) {
  const { 'aria-describedby': described } = describedBy(field);
  const legend = large ? 'govuk-fieldset__legend govuk-fieldset__legend--l' : 'govuk-fieldset__legend';
  return (
    <FormGroup error={field.error}>
      <fieldset class="govuk-fieldset" aria-describedby={described}>
        <legend class={legend}>{labelOf(field)}</legend>
        <HintAndError id={field.id} hint={field.hint} error={field.error} />
        {children}
      </fieldset>
    </FormGroup>
  );
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly large?: boolean | undefined;
}

interface RadiosProps extends ChoicesProps {
  /** What was chosen; nothing is chosen in advance. */
  readonly value?: string | undefined;
}

/** One answer among a few. */
export function Radios({ choices, value, large, ...field }: RadiosProps) {
  const chosen = value === undefined ? [] : [value];
  return <Choices kind="radio" choices={choices} chosen={chosen} large={large} {...field} />;
}

interface CheckboxesProps extends ChoicesProps {
  readonly values?: readonly string[] | undefined;
}

/** As many answers as hold. */
export function Checkboxes({ choices, values = [], large, ...field }: CheckboxesProps) {
  return <Choices kind="checkbox" choices={choices} chosen={values} large={large} {...field} />;
}

const CLASSES = { radio: 'govuk-radios', checkbox: 'govuk-checkboxes' } as const;

interface Listed extends ChoicesProps {
  readonly kind: keyof typeof CLASSES;
  readonly chosen: readonly string[];
}

/** The first choice bears the `id` of the field: the error summary leads to it. */
function Choices({ kind, choices, chosen, large, ...field }: Listed) {
  const base = CLASSES[kind];
  return (
    <Fieldset {...field} large={large}>
      <div class={base}>
        {choices.map((choice, rank) => {
          const id = rank === 0 ? field.id : `${field.id}-${rank + 1}`;
          return (
            <>
              <div class={`${base}__item`}>
                <input
                  class={`${base}__input`}
                  id={id}
                  name={field.name ?? field.id}
                  type={kind}
                  value={choice.value}
                  checked={chosen.includes(choice.value)}
                  aria-describedby={choice.hint === undefined ? undefined : `${id}-precision`}
                />
                <span>
                  <label class={`${base}__label`} for={id}>
                    {choice.label}
                  </label>
                  {choice.hint !== undefined && (
                    <span class="j-sub" id={`${id}-precision`}>
                      {choice.hint}
                    </span>
                  )}
                </span>
              </div>
              {choice.reveals !== undefined && <div class={`${base}__conditional`}>{choice.reveals}</div>}
            </>
          );
        })}
      </div>
    </Fieldset>
  );
}

interface SelectProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  /** What it says when nothing is chosen: « Toutes », in a filter. */
  readonly none: string;
  readonly wide?: boolean | undefined;
}

/** One answer of many. */
export function Select({ choices, value, none, wide, ...field }: SelectProps) {
  return (
    <Labelled {...field} wide={wide}>
      <select class="govuk-select" id={field.id} name={field.name ?? field.id} {...describedBy(field)}>
        <option value="">{none}</option>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
