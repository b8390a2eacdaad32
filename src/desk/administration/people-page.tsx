import type { ContactAnswer } from '../../contacts/answers.js';
import { roleLabel, type ActingRole } from '../../domain/dossier/roles.js';
import { civilDate, type CivilDate } from '../../domain/kernel/civil-date.js';
import { ascending } from '../../domain/kernel/ordering.js';
import type { Page } from '../frame/page.js';
import { ButtonLink } from '../kit/buttons.js';
import { Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table, type Column } from '../kit/table.js';
import { Tag } from '../kit/tags.js';
import { ShortDay, Under, Unseen } from '../kit/words.js';
import type { Perimeter } from './perimeters.js';
import { administrationPage, placeOf } from './places.js';

/** A person or a mailbox, as its row has it. */
export type PersonShown = Omit<ContactAnswer, 'role'> & { readonly role: string };

interface Shown {
  readonly people: readonly PersonShown[];
  readonly tell: (perimeter: Perimeter) => string;
  readonly today: CivilDate;
  readonly done: string | undefined;
}

const PATH = placeOf('Personnes').href;
const roleOf = ({ role }: PersonShown) => roleLabel(role as ActingRole);

/** Who is written to, in which role and at which address. */
export function peoplePage({ people, tell, today, done }: Shown): Page {
  const present = people.filter(({ validTo }) => validTo === null || validTo >= today);
  const gone = people.filter(person => !present.includes(person));
  return administrationPage('Personnes', {
    lead: 'Qui est prévenu par courriel, et à quel titre. Un droit d’agir se donne à part.',
    acts: <ButtonLink href={`${PATH}/ajouter`}>Ajouter une personne</ButtonLink>,
    done,
    children: (
      <>
        <Table caption="Les personnes prévenues" rows={present} keyOf={({ id }) => id} columns={columns(tell, today)} />
        {gone.length > 0 && (
          <Section id="parties" title="Plus prévenues" count={gone.length}>
            <Table
              caption="Les personnes qui ne sont plus prévenues"
              rows={gone}
              keyOf={({ id }) => id}
              columns={columns(tell, today)}
            />
          </Section>
        )}
      </>
    ),
  });
}

type Columns = readonly [Column<PersonShown>, ...Column<PersonShown>[]];

function columns(tell: Shown['tell'], today: CivilDate): Columns {
  return [
    {
      head: 'Personne',
      cell: ({ name, shared, phone }) => (
        <>
          {name}
          {shared && <Under>Boîte partagée</Under>}
          {phone !== null && <Under>{phone}</Under>}
        </>
      ),
    },
    { head: 'Prévenue comme', cell: roleOf },
    { head: 'Pour', label: 'Pour', cell: person => tell(person) },
    {
      head: 'Adresse',
      cell: ({ email, unreachableSince }) => (
        <>
          {email} {unreachableSince !== null && <Tag state="late">Ne reçoit plus</Tag>}
        </>
      ),
    },
    { head: 'Jusqu’au', label: 'Jusqu’au', cell: ({ validTo }) => validTo && <ShortDay date={civilDate(validTo)} /> },
    { head: 'Agir', cell: person => <Acts person={person} today={today} /> },
  ];
}

function Acts({ person, today }: { readonly person: PersonShown; readonly today: CivilDate }) {
  const of = <Unseen>{` : ${person.name}, ${roleOf(person)}, ${person.email}`}</Unseen>;
  if (person.validTo !== null && person.validTo < today) return null;
  return (
    <>
      <a href={`${PATH}/${person.id}/changer`}>Changer{of}</a> · <a href={`${PATH}/${person.id}/fin`}>Mettre fin{of}</a>
      {' · '}
      <a href={`/absences/${person.id}/noter`}>Noter une absence{of}</a>
      {person.unreachableSince !== null && (
        <>
          {' · '}
          <a href={`${PATH}/${person.id}/retablir`}>Rétablir l’adresse{of}</a>
        </>
      )}
    </>
  );
}

interface AbsenceShown {
  readonly id: string;
  readonly contactId: string;
  readonly delegateId: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly lends: boolean;
  readonly person: PersonShown;
}

/** Who is away today or will be, and who receives in their place. */
export function absencesPage({ people, today, done }: Omit<Shown, 'tell'>): Page {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const noted = people
    .flatMap(person => person.absences.map((absence): AbsenceShown => ({ ...absence, person })))
    .filter(({ lastDay }) => lastDay >= today)
    .toSorted(ascending(({ firstDay }) => firstDay));
  return administrationPage('Absences', {
    lead: 'Qui est absent, ou le sera, et qui reçoit à sa place.',
    acts: <ButtonLink href={PATH}>Choisir qui est absent</ButtonLink>,
    done,
    children:
      noted.length === 0 ? (
        <Empty>
          Personne n’est noté absent. Une absence se note depuis <a href={PATH}>la liste des personnes</a>, ou par
          chacun dans ses réglages.
        </Empty>
      ) : (
        <Table caption="Les absences" rows={noted} keyOf={({ id }) => id} columns={absenceColumns(names, today)} />
      ),
  });
}

function absenceColumns(
  names: ReadonlyMap<string, string>,
  today: CivilDate,
): readonly [Column<AbsenceShown>, ...Column<AbsenceShown>[]] {
  return [
    {
      head: 'Personne',
      cell: ({ person }) => (
        <>
          {person.name}
          <Under>{roleOf(person)}</Under>
        </>
      ),
    },
    {
      head: 'Jours',
      cell: ({ firstDay, lastDay }) => (
        <>
          <ShortDay date={civilDate(firstDay)} /> – <ShortDay date={civilDate(lastDay)} />{' '}
          {firstDay <= today && <Tag state="soon">En cours</Tag>}
        </>
      ),
    },
    {
      head: 'À sa place',
      label: 'À sa place',
      cell: ({ delegateId, lends }) =>
        delegateId === null
          ? 'Personne'
          : `${names.get(delegateId) ?? 'Une autre personne'}, qui reçoit${lends ? ' et agit' : ' sans agir'}`,
    },
    {
      head: 'Agir',
      cell: ({ id, contactId, person, firstDay }) => {
        const of = (
          <Unseen>
            {` : ${person.name}, ${roleOf(person)}, dès le `}
            <ShortDay date={civilDate(firstDay)} />
          </Unseen>
        );
        return (
          <>
            <a href={`/absences/${contactId}/${id}/changer`}>Changer{of}</a>
            {' · '}
            <a href={`/absences/${contactId}/${id}/retour`}>Dire le retour{of}</a>
          </>
        );
      },
    },
  ];
}
