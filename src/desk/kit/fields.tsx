import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { describedBy, Labelled, type FieldProps } from './field.js';

interface TextProps extends FieldProps {
  /** What was typed, or what the engine knows; never an example. */
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined;
  /** What browsers may fill in: « email », « name ». */
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | undefined;
  /** How much is expected: about 5 or 10 characters; a whole line when undefined. */
  readonly width?: 5 | 10 | undefined;
  readonly wide?: boolean | undefined;
}

const classOf = (width: TextProps['width']) =>
  width === undefined ? 'govuk-input' : `govuk-input govuk-input--w${width}`;

/** A line of text. */
export function TextField({ value, type = 'text', autocomplete, inputmode, width, wide, ...field }: TextProps) {
  return (
    <Labelled {...field} wide={wide}>
      <input
        class={classOf(width)}
        id={field.id}
        name={field.name ?? field.id}
        // Preact types an input by one type at a time.
        type={type as 'text'}
        value={value}
        inputmode={inputmode}
        autocomplete={autocomplete}
        spellcheck={type === 'text' ? undefined : false}
        {...describedBy(field)}
      />
    </Labelled>
  );
}

interface AreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
}

/** A text of several lines. */
export function TextArea({ value, rows = 4, ...field }: AreaProps) {
  return (
    <Labelled {...field}>
      <textarea
        class="govuk-textarea"
        id={field.id}
        name={field.name ?? field.id}
        rows={rows}
        value={value}
        {...describedBy(field)}
      />
    </Labelled>
  );
}

interface DateProps extends FieldProps {
  readonly value?: CivilDate | '' | undefined;
  /** The first and the last day that it may be, which a browser then proposes. */
  readonly min?: CivilDate | undefined;
  readonly max?: CivilDate | undefined;
}

/**
 * A day, in the one field that browsers have for it. Three fields, as GOV.UK has them, are for days that people know by
 * heart; those of a dossier are read from a paper or chosen near today. One field is one property of the act, with one
 * message, is posted as `yyyy-mm-dd` however it is shown, and cannot hold a day that does not exist.
 */
export function DateField({ value, min, max, ...field }: DateProps) {
  return (
    <Labelled {...field}>
      <input
        class="govuk-input govuk-input--w10"
        id={field.id}
        name={field.name ?? field.id}
        type="date"
        value={value}
        min={min}
        max={max}
        {...describedBy(field)}
      />
    </Labelled>
  );
}

interface EurosProps extends FieldProps {
  /** As it was typed: « 10 500,00 ». Empty is not 0. */
  readonly value?: string | undefined;
}

/** An amount in euros, typed as one writes it. */
export function EurosField({ value, ...field }: EurosProps) {
  const unit = `${field.id}-unite`;
  return (
    <Labelled {...field}>
      <div class="govuk-input__wrapper">
        <input
          class={classOf(10)}
          id={field.id}
          name={field.name ?? field.id}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          value={value}
          {...describedBy(field, unit)}
        />
        <span id={unit}>€</span>
      </div>
    </Labelled>
  );
}

interface FileProps extends FieldProps {
  /** The types that are taken: « .pdf,.odt ». */
  readonly accept: string;
  readonly multiple?: boolean | undefined;
}

/** A file to send. */
export function FileField({ accept, multiple = false, ...field }: FileProps) {
  return (
    <Labelled {...field}>
      <input
        class="govuk-file-upload"
        id={field.id}
        name={field.name ?? field.id}
        type="file"
        accept={accept}
        multiple={multiple}
        {...describedBy(field)}
      />
    </Labelled>
  );
}
