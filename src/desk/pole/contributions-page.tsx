import type { Contribution } from '../../domain/cofunding/slice.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { euros, ShortDay } from '../kit/words.js';
import { ActsOn, StateTag } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn } from './offers.js';
import { CONTRIBUTION_WORDS } from './state-words.js';

/** What other public bodies are asked to bring, and what they decided. */
export function contributionsPage(pole: SeenPole): Page {
  const contributions = Object.values(pole.seen.contributions);
  return roomPage({
    pole,
    room: '/cofinancements',
    children: (
      <Section id="cofinancements" title="Les cofinanceurs" count={contributions.length}>
        {contributions.length === 0 ? (
          <Empty>Aucun cofinanceur n’est sollicité à ce jour.</Empty>
        ) : (
          <Contributions contributions={contributions} pole={pole} />
        )}
        <ActsOn offers={offersIn(pole, '/cofinancements')} />
      </Section>
    ),
  });
}

interface ContributionsProps {
  readonly contributions: readonly Contribution[];
  readonly pole: SeenPole;
}

function Contributions({ contributions, pole: { names, today } }: ContributionsProps) {
  const day = (date: Contribution['decidedOn']) => (date === null ? null : <ShortDay date={date} today={today} />);
  return (
    <Table
      caption="Ce qui est demandé à d’autres, et ce qu’ils ont décidé"
      rows={contributions}
      keyOf={({ number }) => String(number)}
      columns={[
        { head: 'Cofinanceur', cell: ({ cofunder }) => names.get(cofunder) ?? 'Un cofinanceur' },
        { head: 'Demandé', label: 'Demandé', numeric: true, cell: ({ sought }) => euros(sought) },
        { head: 'Voté', label: 'Voté', numeric: true, cell: ({ voted }) => (voted === null ? null : euros(voted)) },
        { head: 'État', cell: ({ status }) => <StateTag of={CONTRIBUTION_WORDS[status]} /> },
        { head: 'Demandé le', label: 'Demandé le', cell: ({ soughtOn }) => day(soughtOn) },
        { head: 'Décidé le', label: 'Décidé le', cell: ({ decidedOn }) => day(decidedOn) },
      ]}
    />
  );
}
