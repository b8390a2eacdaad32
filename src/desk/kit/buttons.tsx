import type { ComponentChildren } from 'preact';

type Kind = 'primary' | 'secondary' | 'warning';

const classOf = (kind: Kind, small: boolean) =>
  ['govuk-button', kind !== 'primary' && `govuk-button--${kind}`, small && 'govuk-button--small']
    .filter(Boolean)
    .join(' ');

interface ButtonProps {
  /** A verb and its object: « Déposer le compte rendu financier ». */
  readonly children: ComponentChildren;
  /** At most one `primary` on a page; `warning` for what ends something. */
  readonly kind?: Kind | undefined;
  readonly small?: boolean | undefined;
  /** What it posts beside the fields of its form. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Whether it may be pressed twice: not what records a fact. */
  readonly twice?: boolean | undefined;
}

/** Sends the form in which it stands, once however fast it is pressed. */
export function Button({ children, kind = 'primary', small = false, name, value, twice = false }: ButtonProps) {
  return (
    <button
      class={classOf(kind, small)}
      type="submit"
      name={name}
      value={value}
      data-module="govuk-button"
      data-prevent-double-click={twice ? undefined : 'true'}
    >
      {children}
    </button>
  );
}

interface LinkProps {
  readonly children: ComponentChildren;
  readonly href: string;
  readonly kind?: Exclude<Kind, 'warning'> | undefined;
}

/** Leads to a page where something is done: a link, whatever it looks like. */
export function ButtonLink({ children, href, kind = 'primary' }: LinkProps) {
  return (
    <a class={classOf(kind, false)} href={href}>
      {children}
    </a>
  );
}

interface QuietProps {
  readonly children: ComponentChildren;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Where it sends its form, when that is not where the form says. */
  readonly at?: string | undefined;
  /** How it sends it where scripts run, leaving the page as it is. */
  readonly inPlace?: Readonly<Record<string, string>> | undefined;
}

/** An act that looks like a link: « Retirer », « Afficher l’IBAN », « Enregistrer le brouillon ». */
export function QuietButton({ children, at, inPlace = {}, ...posted }: QuietProps) {
  return (
    <button class="j-link" type="submit" formAction={at} {...posted} {...inPlace}>
      {children}
    </button>
  );
}

/** The ways out of a form: what sends it first, then what leaves it. */
export function ButtonGroup({ children }: { readonly children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>;
}
