import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './errors.js';

/** What every field says of itself. */
export interface FieldProps {
  /** Its `id`, to which the error summary leads; its hint and message are named after it. */
  readonly id: string;
  /** Under which it is posted; its `id` when undefined. */
  readonly name?: string | undefined;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with what was posted. */
  readonly error?: string | undefined;
  /** Whether it may be left empty, which its label then says. */
  readonly optional?: boolean | undefined;
}

/** The label of a field, which says when it may be left empty. */
export const labelOf = ({ label, optional = false }: FieldProps): string =>
  optional ? `${label} (facultatif)` : label;

/** The attributes by which a control refers to its hint, to its message, and to what else stands beside it. */
export function describedBy({ id, hint, error }: FieldProps, beside?: string) {
  const ids = [hint !== undefined && `${id}-aide`, error !== undefined && `${id}-erreur`, beside].filter(Boolean);
  return {
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  };
}

interface GroupProps {
  readonly error?: string | undefined;
  /** Whether a filter gives it more room. */
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A field with what is said of it; barred in red when it was refused. */
export function FormGroup({ error, wide = false, children }: GroupProps) {
  const classes = ['govuk-form-group', error !== undefined && 'govuk-form-group--error', wide && 'j-wide'];
  return <div class={classes.filter(Boolean).join(' ')}>{children}</div>;
}

/** The hint of a field, then its message. */
export function HintAndError({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint !== undefined && (
        <p class="govuk-hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {error !== undefined && <ErrorMessage id={`${id}-erreur`}>{error}</ErrorMessage>}
    </>
  );
}

interface LabelledProps extends FieldProps {
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A control under its label, its hint and its message. */
export function Labelled({ children, wide, ...field }: LabelledProps) {
  return (
    <FormGroup error={field.error} wide={wide}>
      <label class="govuk-label" for={field.id}>
        {labelOf(field)}
      </label>
      <HintAndError id={field.id} hint={field.hint} error={field.error} />
      {children}
    </FormGroup>
  );
}
