import { counted } from '../../domain/kernel/french.js';
import type { BodyAnswer } from '../../settings/answers.js';
import type { OfficialName } from '../../domain/settings/events.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import type { Page } from '../frame/page.js';
import { ButtonLink } from '../kit/buttons.js';
import { TextField } from '../kit/fields.js';
import { Filter } from '../kit/form.js';
import { Bar, PageTitle } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { ShortDay } from '../kit/words.js';
import { siretRead } from './perimeters.js';
import { ADMINISTRATION, administrationPage, placeOf } from './places.js';
import { setterName } from './setter-name.js';

const PLACE = placeOf('Organismes');

interface Shown {
  readonly bodies: readonly OfficialName[];
  readonly searched: string;
  readonly done: string | undefined;
}

/** The bodies of the register under their names of today. */
export function bodiesPage({ bodies, searched, done }: Shown): Page {
  return administrationPage('Organismes', {
    lead: 'Le nom officiel de chaque organisme, qu’il porte dans tous les dossiers.',
    acts: <ButtonLink href={`${PLACE.href}/nommer`}>Nommer un organisme</ButtonLink>,
    done,
    children: (
      <>
        <Filter action={PLACE.href} label="Filtrer les organismes">
          <TextField id="q" label="Nom ou SIRET" type="search" value={searched} />
        </Filter>
        {bodies.length === 0 ? (
          <Empty>
            {searched === ''
              ? 'Le registre ne nomme encore aucun organisme.'
              : 'Aucun organisme du registre ne porte ce nom ni ce SIRET.'}
          </Empty>
        ) : (
          <>
            <Bar>
              <strong>{counted(bodies.length, 'organisme')}</strong>
            </Bar>
            <Table
              caption="Les organismes du registre"
              rows={bodies}
              keyOf={({ siret }) => siret}
              columns={[
                { head: 'Nom', cell: ({ siret, name }) => <a href={`${PLACE.href}/${siret}`}>{name}</a> },
                { head: 'SIRET', label: 'SIRET', cell: ({ siret }) => siretRead(siret) },
                { head: 'RNA', label: 'RNA', cell: ({ rna }) => rna },
                { head: 'Depuis', label: 'Depuis', cell: ({ from }) => <ShortDay date={civilDate(from)} /> },
              ]}
            />
          </>
        )}
      </>
    ),
  });
}

/** A body with the names that it bore, the last said first. */
export function bodyPage(
  { siret, name, rna, names }: BodyAnswer,
  nameOf: (account: string) => string | undefined,
): Page {
  return {
    title: `${name} – Organismes`,
    under: ADMINISTRATION,
    trail: [PLACE, { label: name }],
    content: (
      <>
        <PageTitle
          title={name}
          lead={`SIRET ${siretRead(siret)}${rna === null ? '' : `, RNA ${rna}`}`}
          acts={<ButtonLink href={`${PLACE.href}/nommer?siret=${siret}`}>Changer son nom</ButtonLink>}
        />
        <Table
          caption="Ce que le registre en a dit, le dernier d’abord"
          captionShown
          rows={names}
          keyOf={({ at, name: borne, from }) => `${at} ${from} ${borne}`}
          columns={[
            { head: 'Nom', cell: line => line.name },
            { head: 'RNA', label: 'RNA', cell: line => line.rna },
            { head: 'Porté depuis', label: 'Porté depuis', cell: line => <ShortDay date={civilDate(line.from)} /> },
            { head: 'Noté par', label: 'Noté par', cell: ({ by }) => by && setterName(by, nameOf) },
          ]}
        />
      </>
    ),
  };
}
