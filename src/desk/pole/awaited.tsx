import { soonest } from '../../api/answer.js';
import { obligationLabel } from '../../domain/dossier/naming.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { daysBetween } from '../../domain/kernel/civil-date.js';
import { openObligations, type Obligation } from '../../domain/obligations/slice.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import { Empty } from '../kit/lists.js';
import { Late, Tag } from '../kit/tags.js';
import { Table } from '../kit/table.js';
import { ShortDay } from '../kit/words.js';
import { nameOf } from './parties.js';

/** What is owed in a pôle that its reader sees, the soonest first; what has no day comes last. */
export function owedIn({ seen }: SeenPole): readonly Obligation[] {
  return openObligations(seen).toSorted(soonest);
}

/** Things that are owed: what, by whom, until when, and how late. */
export function AwaitedTable({ pole, owed }: { readonly pole: SeenPole; readonly owed: readonly Obligation[] }) {
  const { dossier, names, today } = pole;
  if (owed.length === 0) return <Empty>Rien n’est attendu à ce jour.</Empty>;
  return (
    <Table
      caption="Ce qui est attendu, le plus proche d’abord"
      rows={owed}
      keyOf={({ id }) => id}
      columns={[
        {
          head: 'Quoi',
          cell: obligation => (
            <a href={`/poles/${dossier.id}/echeances/${obligation.id}`}>{obligationLabel(obligation, dossier.state)}</a>
          ),
        },
        { head: 'De qui', label: 'De qui', cell: ({ debtor }) => nameOf(debtor, names) },
        {
          head: 'Au plus tard',
          label: 'Au plus tard le',
          cell: ({ due }) => (due === null ? 'sans terme' : <ShortDay date={due} today={today} />),
        },
        { head: 'État', cell: obligation => <OwedState owed={obligation} today={today} /> },
      ]}
    />
  );
}

/** The state of what is owed, in a word. */
function OwedState({ owed: { due, extension }, today }: { readonly owed: Obligation; readonly today: CivilDate }) {
  if (due !== null && due < today) return <Late days={daysBetween(due, today)} />;
  if (extension.requested !== null) return <Tag state="wait">Délai demandé</Tag>;
  if (due === today) return <Tag state="soon">Aujourd’hui</Tag>;
  return <Tag state="wait">Attendu</Tag>;
}
