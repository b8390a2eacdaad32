import { civilDate } from '../../domain/kernel/civil-date.js';
import type { Charge, PolePersonAnswer } from '../../poles/people-answers.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { Tag } from '../kit/tags.js';
import { ShortDay, Under } from '../kit/words.js';
import { ActsOn } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn } from './offers.js';

/** What someone has in their charge, as people say it. */
export const CHARGE_WORDS: Readonly<Record<Charge, string>> = {
  referent: 'Référent·e du pôle',
  second: 'Second·e',
  manager: 'Chargé·e de valider',
};

/** Who has a part in a pôle, in what place, and how to reach them. */
export function peoplePage(pole: SeenPole, people: readonly PolePersonAnswer[]): Page {
  return roomPage({
    pole,
    room: '/personnes',
    children: (
      <Section id="personnes" title="Qui est qui" count={people.length}>
        {people.length === 0 ? (
          <Empty>Personne n’est inscrit pour ce pôle à ce jour.</Empty>
        ) : (
          <People people={people} pole={pole} />
        )}
        <ActsOn offers={offersIn(pole, '/personnes')} />
      </Section>
    ),
  });
}

interface PeopleProps {
  readonly people: readonly PolePersonAnswer[];
  readonly pole: SeenPole;
}

function People({ people, pole: { today } }: PeopleProps) {
  return (
    <Table
      caption="Les personnes de ce pôle, et comment les joindre"
      rows={people}
      keyOf={({ role, email, name }) => `${role}${email}${name}`}
      columns={[
        { head: 'Personne', cell: person => <Name {...person} /> },
        { head: 'Place', cell: person => <Place {...person} /> },
        { head: 'Téléphone', label: 'Téléphone', cell: ({ phone }) => phone },
        { head: 'Courriel', label: 'Courriel', cell: ({ email }) => <a href={`mailto:${email}`}>{email}</a> },
        {
          head: 'Absence',
          label: 'Absence',
          cell: ({ awayUntil, standIn }) =>
            awayUntil === null ? null : (
              <>
                jusqu’au <ShortDay date={civilDate(awayUntil)} today={today} />
                {standIn !== null && <Under>{standIn} reçoit à sa place</Under>}
              </>
            ),
        },
      ]}
    />
  );
}

function Name({ name, inCharge }: PolePersonAnswer) {
  return (
    <>
      {name}
      {inCharge !== null && (
        <>
          {' '}
          <Tag state="ok">{CHARGE_WORDS[inCharge]}</Tag>
        </>
      )}
    </>
  );
}

function Place({ roleLabel, for: parts }: PolePersonAnswer) {
  return (
    <>
      {roleLabel}
      {parts.length > 0 && <Under>{parts.join(', ')}</Under>}
    </>
  );
}
