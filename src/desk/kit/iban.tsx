interface IbanProps {
  /** Its last characters, which are shown. */
  readonly ends: string;
}

/** An IBAN of which only the end is shown. */
export function MaskedIban({ ends }: IbanProps) {
  return (
    <span class="j-iban">
      <span aria-hidden="true">•••• •••• •••• •••• {ends}</span>
      <span class="govuk-visually-hidden">masqué, finit par {ends}</span>
    </span>
  );
}
