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

/** An IBAN in groups of four, for who pays to it or is paid by it. */
export function WholeIban({ account }: { readonly account: string }) {
  return <span class="j-iban">{account.replace(/(.{4})(?=.)/g, '$1\u202f')}</span>;
}
