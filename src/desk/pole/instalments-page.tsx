import { instalmentKey, type Instalment } from '../../domain/funded-year/slice.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { euros, ShortDay } from '../kit/words.js';
import { Tag } from '../kit/tags.js';
import { Accounts, type ReadAccount } from './accounts-part.js';
import type { NamedAccount } from './bank-accounts.js';
import { Blocked, instalmentName } from './blocked.js';
import { ActsOn, StateTag } from './facts.js';
import { roomPage } from './frame.js';
import { heldInstalments } from './money.js';
import { offersOn } from './offers.js';
import { INSTALMENT_WORDS } from './state-words.js';

/** The instalments of a pôle: their amounts, where each stands, and what holds it. */
export function instalmentsPage(pole: SeenPole, accounts: readonly NamedAccount[], read?: ReadAccount): Page {
  const [offers, held] = [offersOn(pole), heldInstalments(pole)];
  const instalments = Object.values(pole.seen.instalments);
  const page = roomPage({
    pole,
    room: '/versements',
    children: (
      <>
        <Blocked pole={pole} held={held} offers={offers} />
        <Section id="versements" title="Les versements" count={instalments.length}>
          {instalments.length === 0 ? (
            <Empty>Les versements sont prévus avec la convention.</Empty>
          ) : (
            <Instalments instalments={instalments} held={held} pole={pole} />
          )}
        </Section>
        <Accounts {...{ pole, accounts, read }} />
        <ActsOn offers={offers.filter(({ room }) => room === '/versements')} />
      </>
    ),
  });
  return { ...page, enhanced: accounts.length > 0 };
}

interface InstalmentsProps {
  readonly instalments: readonly Instalment[];
  readonly held: readonly Instalment[];
  readonly pole: SeenPole;
}

function Instalments({ instalments, held, pole }: InstalmentsProps) {
  const day = (date: Instalment['paidOn']) => (date === null ? null : <ShortDay date={date} today={pole.today} />);
  return (
    <Table
      caption="Les versements, dans leur ordre"
      rows={instalments}
      keyOf={({ award, year, number }) => instalmentKey(award, year, number)}
      columns={[
        { head: 'Versement', cell: instalment => instalmentName(pole, instalment) },
        { head: 'Prévu', label: 'Prévu', numeric: true, cell: ({ amount }) => euros(amount) },
        { head: 'Liquidé', label: 'Liquidé', numeric: true, cell: ({ liquidated }) => euros(liquidated) },
        { head: 'Payé', label: 'Payé', numeric: true, cell: ({ paid }) => euros(paid) },
        {
          head: 'État',
          cell: instalment =>
            held.includes(instalment) ? (
              <Tag state="held">Retenu</Tag>
            ) : (
              <StateTag of={INSTALMENT_WORDS[instalment.status]} />
            ),
        },
        { head: 'Demandé', label: 'Demandé le', cell: ({ claimedOn }) => day(claimedOn) },
        { head: 'Mandat', label: 'Mandat', cell: ({ order }) => order },
        { head: 'Payé le', label: 'Payé le', cell: ({ paidOn }) => day(paidOn) },
      ]}
    />
  );
}
