import type { ComponentChildren } from 'preact';
import { capitalised } from '../../domain/kernel/french.js';
import { DATE_PARTS, textsIn, type Posted } from './posted.js';
import { partId } from './ids.js';
import type { Option } from './choices.js';
import type { LineKind } from './model.js';

/** What an input bears of its field: its name, what was typed, what describes it, whether it is wrong. */
export interface InputProps {
  readonly name: string;
  readonly posted: Posted;
  readonly describedBy?: string;
  readonly invalid: boolean;
}

const typed = ({ posted, name }: Pick<InputProps, 'posted' | 'name'>): string => textsIn(posted, name)[0] ?? '';

const described = ({ describedBy, invalid }: InputProps) => ({
  ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
  ...(invalid ? { 'aria-invalid': 'true' as const } : {}),
});

interface LineHelp {
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel';
  readonly autocomplete?: string;
  readonly width?: string;
}

const HELP: Readonly<Record<LineKind, LineHelp>> = {
  name: {},
  siret: { inputMode: 'numeric', width: '20' },
  rna: { width: '10' },
  iban: { width: '30' },
  bic: { width: '20' },
  reference: { width: '20' },
  email: { inputMode: 'email', autocomplete: 'email' },
  phone: { inputMode: 'tel', autocomplete: 'tel', width: '20' },
};

export function LineInput({
  holds,
  longest,
  ...props
}: InputProps & { readonly holds: LineKind; readonly longest: number }) {
  const { inputMode, autocomplete = 'off', width } = HELP[holds];
  return (
    <input
      class={`govuk-input${width === undefined ? '' : ` govuk-input--width-${width}`}`}
      id={partId(props.name)}
      name={props.name}
      type="text"
      value={typed(props)}
      maxLength={longest}
      inputMode={inputMode}
      autocomplete={autocomplete}
      spellcheck={holds === 'name'}
      {...described(props)}
    />
  );
}

/** A number, or an amount, with what it counts after it. */
export function NumberInput({
  decimal,
  unit,
  ...props
}: InputProps & { readonly decimal: boolean; readonly unit?: string }) {
  const input = (
    <input
      class="govuk-input govuk-input--width-10"
      id={partId(props.name)}
      name={props.name}
      type="text"
      value={typed(props)}
      maxLength={24}
      inputMode={decimal ? 'decimal' : 'numeric'}
      autocomplete="off"
      {...described(props)}
    />
  );
  if (unit === undefined) return input;
  return (
    <div class="govuk-input__wrapper">
      {input}
      <span class="govuk-input__suffix" aria-hidden="true">
        {unit}
      </span>
    </div>
  );
}

/** A browser drops the first line break of a text area: one is written for it. */
export function ProseInput({ longest, ...props }: InputProps & { readonly longest: number }) {
  return (
    <textarea
      class="govuk-textarea"
      id={partId(props.name)}
      name={props.name}
      rows={longest > 10_000 ? 12 : 5}
      maxLength={longest}
      {...described(props)}
    >
      {`\n${typed(props)}`}
    </textarea>
  );
}

const DATE_LABELS = { day: 'Jour', month: 'Mois', year: 'Année' } as const;

export function DateInput(props: InputProps) {
  const whole = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed(props));
  const known = { day: whole?.[3], month: whole?.[2], year: whole?.[1] };
  return (
    <div class="govuk-date-input" id={partId(props.name)}>
      {DATE_PARTS.map(part => (
        <div class="govuk-date-input__item">
          <div class="govuk-form-group">
            <label class="govuk-label govuk-date-input__label" for={`${partId(props.name)}-${part}`}>
              {DATE_LABELS[part]}
            </label>
            <input
              class={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}`}
              id={`${partId(props.name)}-${part}`}
              name={`${props.name}.${part}`}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={part === 'year' ? 4 : 2}
              value={known[part] ?? typed({ posted: props.posted, name: `${props.name}.${part}` })}
              {...(props.invalid ? { 'aria-invalid': 'true' as const } : {})}
            />
          </div>
        </div>
      ))}
    </div>
  );
}

interface ChoiceProps extends InputProps {
  readonly options: readonly Option[];
}

/** The first bears the identifier of the field: a message about it leads there. */
const optionId = (name: string, rank: number) => (rank === 0 ? partId(name) : `${partId(name)}-${rank + 1}`);

export function Radios(props: ChoiceProps) {
  return (
    <div class="govuk-radios">
      {props.options.map(({ value, label }, rank) => (
        <div class="govuk-radios__item">
          <input
            class="govuk-radios__input"
            id={optionId(props.name, rank)}
            name={props.name}
            type="radio"
            value={value}
            checked={typed(props) === value}
          />
          <label class="govuk-label govuk-radios__label" for={optionId(props.name, rank)}>
            {label}
          </label>
        </div>
      ))}
    </div>
  );
}

export function Checkboxes(props: ChoiceProps) {
  const ticked = textsIn(props.posted, props.name);
  return (
    <div class="govuk-checkboxes">
      {props.options.map(({ value, label }, rank) => (
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={optionId(props.name, rank)}
            name={props.name}
            type="checkbox"
            value={value}
            checked={ticked.includes(value)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={optionId(props.name, rank)}>
            {capitalised(label)}
          </label>
        </div>
      ))}
    </div>
  );
}

/** Nothing is chosen in the place of a person: the first option says nothing. */
export function Select(props: ChoiceProps) {
  return (
    <select class="govuk-select" id={partId(props.name)} name={props.name} {...described(props)}>
      <option value="">Choisir…</option>
      {props.options.map(({ value, label }) => (
        <option value={value} selected={typed(props) === value}>
          {label}
        </option>
      ))}
    </select>
  );
}

export const Hidden = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
);

export function ErrorMessage({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <p class="govuk-error-message" id={id}>
      <span class="govuk-visually-hidden">Erreur : </span>
      {children}
    </p>
  );
}
