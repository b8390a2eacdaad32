import { counted } from '../../domain/kernel/french.js';
import type { RightOfRegister } from '../../database/settings-reads.js';
import { roleLabel } from '../../domain/dossier/roles.js';
import { civilDate, type CivilDate } from '../../domain/kernel/civil-date.js';
import { instant, parisDate } from '../../domain/kernel/paris.js';
import type { Page } from '../frame/page.js';
import { ButtonLink } from '../kit/buttons.js';
import { Select } from '../kit/choices.js';
import { TextField } from '../kit/fields.js';
import { Filter } from '../kit/form.js';
import { Bar, Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table, type Column } from '../kit/table.js';
import { Tag } from '../kit/tags.js';
import { ShortDay, Under, Unseen } from '../kit/words.js';
import type { Perimeter } from './perimeters.js';
import { administrationPage, placeOf } from './places.js';
import { setterName } from './setter-name.js';

const PATH = placeOf('Droits').href;

/** What a page of rights shows. */
export interface RightsShown {
  readonly rights: readonly RightOfRegister[];
  readonly asked: { readonly account?: string; readonly role?: string };
  readonly roles: Readonly<Record<string, string>>;
  readonly tell: (perimeter: Perimeter) => string;
  readonly nameOf: (account: string) => string | undefined;
  readonly today: CivilDate;
  readonly done: string | undefined;
}

/** Who holds or held which role, since when, by whom. */
export function rightsPage(shown: RightsShown): Page {
  const { rights, asked, roles, done } = shown;
  const held = rights
    .filter(({ ended }) => ended === null)
    .toSorted((a, b) => a.account.localeCompare(b.account, 'fr'));
  const ended = rights.filter(right => right.ended !== null);
  return administrationPage('Droits', {
    lead: 'Qui peut agir dans Jalon, dans quel rôle et pour qui.',
    acts: <ButtonLink href={`${PATH}/donner`}>Donner un droit</ButtonLink>,
    done,
    children: (
      <>
        <Filter action={PATH} label="Filtrer les droits">
          <TextField id="account" label="Compte" type="search" value={asked.account} />
          <Select
            id="role"
            label="Rôle"
            none="Tous"
            value={asked.role}
            choices={Object.entries(roles).map(([value, label]) => ({ value, label }))}
          />
        </Filter>
        {held.length === 0 ? (
          <Empty>
            Aucun droit ne répond à ces filtres. <a href={PATH}>Voir tous les droits</a>
          </Empty>
        ) : (
          <>
            <Bar>
              <strong>{counted(held.length, 'droit tenu', 'droits tenus')}</strong>
            </Bar>
            <Table caption="Les droits tenus" rows={held} keyOf={({ id }) => id} columns={heldColumns(shown)} />
          </>
        )}
        {ended.length > 0 && (
          <Section id="retires" title="Droits retirés" count={ended.length}>
            <Table caption="Les droits retirés" rows={ended} keyOf={({ id }) => id} columns={endedColumns(shown)} />
          </Section>
        )}
      </>
    ),
  });
}

const Who = ({ account, name }: { readonly account: string; readonly name: string | undefined }) => (
  <>
    {name ?? account}
    {name !== undefined && <Under>{account}</Under>}
  </>
);

type Columns = readonly [Column<RightOfRegister>, ...Column<RightOfRegister>[]];

function heldColumns({ tell, nameOf, today }: RightsShown): Columns {
  return [
    ...common({ tell, nameOf }),
    {
      head: 'Depuis',
      label: 'Depuis',
      cell: ({ from }) => (
        <>
          <ShortDay date={civilDate(from)} /> {from > today && <Tag state="wait">À venir</Tag>}
        </>
      ),
    },
    { head: 'Donné par', label: 'Donné par', cell: ({ given }) => setter(given, nameOf) },
    {
      head: 'Agir',
      cell: ({ id, account, role }) => (
        <a href={`${PATH}/${id}/retirer`}>
          Retirer<Unseen>{` le droit de ${nameOf(account) ?? account} : ${roleLabel(role)}`}</Unseen>
        </a>
      ),
    },
  ];
}

function endedColumns({ tell, nameOf }: RightsShown): Columns {
  return [
    ...common({ tell, nameOf }),
    {
      head: 'Retiré',
      label: 'Retiré',
      cell: ({ ended }) =>
        ended && (
          <>
            le <ShortDay date={parisDate(instant(ended.at))} /> par {setter(ended, nameOf)}
          </>
        ),
    },
  ];
}

function common({ tell, nameOf }: Pick<RightsShown, 'tell' | 'nameOf'>): Columns {
  return [
    { head: 'Compte', cell: ({ account }) => <Who account={account} name={nameOf(account)} /> },
    { head: 'Rôle', cell: ({ role }) => roleLabel(role) },
    { head: 'Pour', label: 'Pour', cell: right => tell(right) },
  ];
}

const setter = ({ by, reason }: RightOfRegister['given'], nameOf: RightsShown['nameOf']) => (
  <>
    {setterName(by, nameOf)}
    {reason !== null && <Under>{reason}</Under>}
  </>
);
