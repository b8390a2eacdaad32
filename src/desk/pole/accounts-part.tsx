import { instalmentKey } from '../../domain/funded-year/slice.js';
import type { BankDetails } from '../../record/people/bank-details.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import { PostForm } from '../frame/post-form.js';
import { QuietButton } from '../kit/buttons.js';
import { MaskedIban, WholeIban } from '../kit/iban.js';
import { Section } from '../kit/layout.js';
import { Table } from '../kit/table.js';
import { Moment, Under, Unseen } from '../kit/words.js';
import type { NamedAccount } from './bank-accounts.js';
import { instalmentName } from './blocked.js';

/** An account that was just read whole, by the claim that named it. */
export interface ReadAccount {
  readonly event: string;
  readonly details: BankDetails;
}

interface AccountsProps {
  readonly pole: SeenPole;
  readonly accounts: readonly NamedAccount[];
  readonly read?: ReadAccount | undefined;
}

/** The accounts that claims named: their ends, and one of them whole once it was asked for. */
export function Accounts({ pole, accounts, read }: AccountsProps) {
  if (accounts.length === 0) return null;
  const name = ({ instalment }: NamedAccount) => nameOf(pole, instalment);
  return (
    <Section id="comptes" title="Comptes à payer" count={accounts.length} screenOnly>
      <Table
        caption="Les comptes que les demandes de versement donnent"
        rows={accounts}
        keyOf={({ event }) => event}
        columns={[
          { head: 'Versement', cell: name },
          {
            head: 'IBAN',
            label: 'IBAN',
            cell: account => (
              <div id={idOf(account)} role="status">
                {read?.event === account.event ? (
                  <Whole details={read.details} />
                ) : (
                  <Masked account={account} of={name(account)} address={`/poles/${pole.dossier.id}/versements`} />
                )}
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}

const idOf = ({ event }: NamedAccount) => `compte-${event}`;

function nameOf(pole: SeenPole, key: string): string {
  const found = Object.values(pole.seen.instalments).find(
    ({ award, year, number }) => instalmentKey(award, year, number) === key,
  );
  return found === undefined ? '' : instalmentName(pole, found);
}

interface MaskedProps {
  readonly account: NamedAccount;
  readonly of: string;
  readonly address: string;
}

function Masked({ account, of, address }: MaskedProps) {
  const cell = `#${idOf(account)}`;
  const inPlace = { 'data-hx-post': address, 'data-hx-target': cell, 'data-hx-select': `${cell} > *` };
  return (
    <PostForm action={address} carries={{ event: account.event }} {...inPlace}>
      <MaskedIban ends={account.ends} />{' '}
      <QuietButton>
        Afficher l’IBAN<Unseen>, {of}</Unseen>
      </QuietButton>
    </PostForm>
  );
}

/** It has the focus, since the button that was pressed is no more. */
function Whole({ details: { iban, bic, accountHolder, readAt } }: { readonly details: BankDetails }) {
  return (
    <div tabIndex={-1} autofocus>
      <WholeIban account={iban} />
      <Under>
        {accountHolder}
        {bic !== null && ` · BIC ${bic}`}
      </Under>
      <Under>
        Votre lecture est notée au registre des accès, le <Moment at={readAt} />.
      </Under>
    </div>
  );
}
