import { counted } from '../../domain/kernel/french.js';
import { STAGES } from '../../domain/dossier/stage.js';
import { parseEuros } from '../../domain/kernel/cents.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import type { PoleCardAnswer, PoleListAnswer } from '../../poles/list-answers.js';
import type { PoleListQuery } from '../../poles/list-query.js';
import { actNamed } from '../../domain/dossier/acts.js';
import { DECLARATION } from '../forms/addresses.js';
import type { Page } from '../frame/page.js';
import { ButtonLink } from '../kit/buttons.js';
import { Select } from '../kit/choices.js';
import { TextField } from '../kit/fields.js';
import { Filter } from '../kit/form.js';
import { ListInPlace, NextPage } from '../kit/in-place.js';
import { Bar, PageTitle } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { ViewsInPlace } from '../kit/navigation.js';
import { Table, type Column } from '../kit/table.js';
import { Late, Tag } from '../kit/tags.js';
import { euros, ShortDay } from '../kit/words.js';
import { addressOf } from './query.js';
import { withoutDates } from './without-dates.js';

const PATH = '/poles';

/** What the list of pôles offers to its reader. */
interface ListReader {
  /** Whether pôles are entrusted to them. */
  readonly isInCharge: boolean;
  /** Whether they may declare one. */
  readonly mayDeclare: boolean;
}

/** The pôles that someone may see: searched, filtered, sorted; the address is the view. */
export function polesPage(asked: PoleListQuery, list: PoleListAnswer, reader: ListReader): Page {
  return {
    title: 'Les pôles',
    under: PATH,
    enhanced: true,
    content: (
      <>
        <PageTitle
          title="Les pôles"
          {...(reader.mayDeclare
            ? { acts: <ButtonLink href={DECLARATION}>{actNamed('declare-initiative').label}</ButtonLink> }
            : {})}
        />
        <ListInPlace said={list.total === 0 ? 'Aucun pôle' : counted(list.total, 'pôle')}>
          <Views asked={asked} isInCharge={reader.isInCharge} />
          <Filter action={PATH} label="Filtrer les pôles">
            <TextField id="q" label="Pays, structure, SIRET ou délibération" type="search" value={asked.q} />
            <Select
              id="stage"
              label="Étape"
              value={asked.stage}
              none="Toutes"
              choices={Object.entries(STAGES).map(([value, label]) => ({ value, label }))}
            />
            <TextField id="year" label="Premier exercice" inputmode="numeric" width={5} value={asked.year} />
          </Filter>
          {list.total === 0 ? <None asked={asked} /> : <Found asked={asked} list={list} />}
        </ListInPlace>
      </>
    ),
  };
}

function Views({ asked, isInCharge }: { readonly asked: PoleListQuery; readonly isInCharge: boolean }) {
  const places = [
    {
      label: 'Tous',
      href: PATH,
      current: asked.late === undefined && asked.held === undefined && asked.referent === undefined,
    },
    ...(isInCharge ? [{ label: 'Mes pôles', href: `${PATH}?referent=me`, current: asked.referent === 'me' }] : []),
    { label: 'En retard', href: `${PATH}?late=true`, current: asked.late === 'true' },
    { label: 'Avec un versement retenu', href: `${PATH}?held=true`, current: asked.held === 'true' },
  ];
  return <ViewsInPlace label="Vues" places={places} />;
}

function None({ asked }: { readonly asked: PoleListQuery }) {
  return (
    <Empty>
      <p>
        <strong>Aucun pôle ne répond à {asked.q === undefined ? 'ces filtres' : <>« {asked.q} »</>}.</strong>
      </p>
      <p>
        La recherche porte sur le nom du pôle, de son pays et de ses structures, leur SIRET et les numéros de
        délibération. <a href={PATH}>Voir tous les pôles que vous pouvez lire</a>
      </p>
    </Empty>
  );
}

function Found({ asked, list }: { readonly asked: PoleListQuery; readonly list: PoleListAnswer }) {
  const csv = addressOf('/poles.csv', asked, { after: undefined, limit: undefined });
  return (
    <>
      <Bar acts={<a href={csv}>Télécharger en CSV</a>}>
        <strong>{counted(list.total, 'pôle')}</strong>, {list.late} en retard, {list.held} avec un versement retenu
      </Bar>
      <Table
        kind="dense"
        caption="Les pôles"
        rows={list.items}
        keyOf={({ poleId }) => poleId}
        columns={columns(asked, list)}
      />
      {list.next !== null && (
        <NextPage href={addressOf(PATH, asked, { after: list.next })}>Les pôles suivants</NextPage>
      )}
    </>
  );
}

/** By what a column sorts, and which way at its next click. */
function sortOf(asked: PoleListQuery, by: string) {
  const isUp = asked.sort === by;
  const direction = isUp ? ('ascending' as const) : asked.sort === `-${by}` ? ('descending' as const) : undefined;
  const href = addressOf(PATH, asked, { sort: isUp ? `-${by}` : by, after: undefined });
  return { href, id: `trier-${by}`, ...(direction === undefined ? {} : { direction }) };
}

function columns(
  asked: PoleListQuery,
  { amounts }: PoleListAnswer,
): readonly [Column<PoleCardAnswer>, ...Column<PoleCardAnswer>[]] {
  return [
    {
      head: 'Pôle',
      sort: sortOf(asked, 'name'),
      cell: ({ poleId, name }) => <a href={`/poles/${poleId}`}>{name}</a>,
      foot: 'Ensemble',
    },
    {
      head: 'Structure',
      label: 'Structure',
      cell: ({ carrier, name }) => (carrier?.name === name ? null : (carrier?.name ?? null)),
    },
    {
      head: 'Référent·e',
      label: 'Référent·e',
      cell: ({ referent }) => referent && (referent.name ?? referent.account),
    },
    { head: 'Étape', sort: sortOf(asked, 'stage'), cell: ({ stageLabel }) => stageLabel },
    { head: 'Prochaine échéance', newLine: true, cell: ({ nextDue }) => nextDue && withoutDates(nextDue.label) },
    {
      head: 'Le',
      sort: sortOf(asked, 'next-due'),
      numeric: true,
      cell: ({ nextDue }) => nextDue && <ShortDay date={civilDate(nextDue.due)} />,
    },
    {
      head: 'Retard',
      sort: sortOf(asked, 'days-late'),
      cell: ({ nextDue }) => (nextDue && nextDue.daysLate > 0 ? <Late days={nextDue.daysLate} short /> : null),
    },
    {
      head: 'Retenu',
      label: 'Retenu',
      cell: ({ held, amounts: money }) =>
        held && money ? <Tag state="held">{euros(parseEuros(money.held))}</Tag> : null,
      foot: euros(parseEuros(amounts.held)),
    },
    {
      head: 'Payé',
      label: 'Payé',
      sort: sortOf(asked, 'paid'),
      numeric: true,
      newLine: true,
      cell: ({ amounts: money }) => money && euros(parseEuros(money.paid)),
      foot: euros(parseEuros(amounts.paid)),
    },
    {
      head: 'Voté',
      label: 'Voté',
      sort: sortOf(asked, 'voted'),
      numeric: true,
      cell: ({ amounts: money }) => money && euros(parseEuros(money.voted)),
      foot: euros(parseEuros(amounts.voted)),
    },
  ];
}
