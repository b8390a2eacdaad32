import type { ComponentChildren } from 'preact';
import { Icon } from './icons.js';

interface FieldFault {
  /** The `id` of the field, or of the first of its choices; none for what is about the whole form. */
  readonly field?: string | undefined;
  /** The name of the field and what to do: « Motif : écrivez ce qui doit être corrigé ». */
  readonly message: string;
}

interface ErrorSummaryProps {
  /** How many things, or what did not happen: « Il manque deux choses ». */
  readonly title: string;
  /** In the order of the page. */
  readonly faults?: readonly FieldFault[] | undefined;
  /** Why, and what lifts it, when it is a rule that refuses. */
  readonly children?: ComponentChildren;
}

/** A form that was refused, above its title: the reader is led to it, and from it to each field. */
export function ErrorSummary({ title, faults = [], children }: ErrorSummaryProps) {
  return (
    <div class="govuk-error-summary" tabindex={-1} role="alert" aria-labelledby="erreurs">
      <h2 id="erreurs">{title}</h2>
      {children}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ field, message }) => (
            <li key={message}>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ErrorMessageProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** What is wrong with a field, at the field. */
export function ErrorMessage({ id, children }: ErrorMessageProps) {
  return (
    <p class="govuk-error-message" id={id}>
      <Icon name="alert" />
      <span>
        <span class="govuk-visually-hidden">Erreur : </span>
        {children}
      </span>
    </p>
  );
}
