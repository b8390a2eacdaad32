import { parseEuros } from '../../domain/kernel/cents.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import { instalmentKey } from '../../domain/funded-year/slice.js';
import { counted, capitalised } from '../../domain/kernel/french.js';
import type { InstalmentLineAnswer, InstalmentListAnswer } from '../../funded-year/instalment-answers.js';
import type { InstalmentListQuery } from '../../funded-year/instalment-query.js';
import type { Page } from '../frame/page.js';
import { TextField } from '../kit/fields.js';
import { Filter } from '../kit/form.js';
import { ListInPlace, NextPage } from '../kit/in-place.js';
import { Bar, PageTitle } from '../kit/layout.js';
import { Empty, Rows } from '../kit/lists.js';
import { ViewsInPlace } from '../kit/navigation.js';
import { Table } from '../kit/table.js';
import { Tag } from '../kit/tags.js';
import { euros, ShortDay, Under } from '../kit/words.js';
import { addressOf } from './query.js';

const PATH = '/versements';
/** What the money's week looks at; the rest is found at each pôle. */
const SHOWN = ['to-liquidate', 'to-validate', 'to-order', 'to-pay', 'held', 'paid'];

/** The instalments of every pôle, by what each waits for. */
export function instalmentListPage(asked: InstalmentListQuery, list: InstalmentListAnswer): Page {
  const tabs = list.tabs.filter(({ state }) => SHOWN.includes(state));
  const tab = list.tabs.find(({ state }) => state === asked.state);
  const found = tab?.count ?? 0;
  return {
    title: `Versements : ${tab?.label ?? ''}`,
    under: PATH,
    enhanced: true,
    content: (
      <>
        <PageTitle title="Versements" />
        <ListInPlace said={found === 0 ? 'Aucun versement' : counted(found, 'versement')}>
          <ViewsInPlace
            label="Étapes"
            places={tabs.map(({ state, label, count }) => ({
              label: `${label} (${count})`,
              href: addressOf(PATH, asked, { state, after: undefined }),
              current: state === asked.state,
            }))}
          />
          <Filter action={PATH} label="Filtrer les versements">
            <input type="hidden" name="state" value={asked.state} />
            <TextField id="q" label="Pôle, pays ou structure" type="search" value={asked.q} />
            <TextField id="year" label="Année de l’exercice" inputmode="numeric" width={5} value={asked.year} />
          </Filter>
          {list.items.length === 0 ? (
            <Empty>Aucun versement n’en est là.</Empty>
          ) : (
            <>
              <Bar
                acts={
                  <a href={addressOf('/versements.csv', asked, { after: undefined, limit: undefined })}>
                    Télécharger en CSV
                  </a>
                }
              >
                <strong>{counted(found, 'versement')}</strong>, {euros(parseEuros(tab?.amount ?? '0'))} en tout
              </Bar>
              <Instalments list={list} total={tab?.amount ?? '0'} />
            </>
          )}
          {list.next !== null && (
            <NextPage href={addressOf(PATH, asked, { after: list.next })}>Les versements suivants</NextPage>
          )}
        </ListInPlace>
      </>
    ),
  };
}

function Instalments({ list, total }: { readonly list: InstalmentListAnswer; readonly total: string }) {
  return (
    <Table
      kind="dense"
      caption="Les versements"
      rows={list.items}
      keyOf={({ award, year, number }) => instalmentKey(award, year, number)}
      columns={[
        {
          head: 'Versement',
          cell: line => (
            <>
              <a href={`/poles/${line.pole.id}/versements`}>
                {capitalised(line.object?.label ?? '')}, {line.pole.name}
              </a>
              <Under>{line.carrier.name}</Under>
            </>
          ),
          foot: 'Ensemble',
        },
        {
          head: 'Montant',
          label: 'Montant',
          numeric: true,
          cell: ({ amount }) => euros(parseEuros(amount)),
          foot: euros(parseEuros(total)),
        },
        { head: 'Depuis', label: 'Depuis le', cell: ({ since }) => since && <ShortDay date={civilDate(since)} /> },
        {
          head: 'Préparé par',
          label: 'Préparé par',
          cell: ({ preparedBy }) => preparedBy && (preparedBy.name ?? preparedBy.account),
        },
        { head: 'Soixante jours', label: 'À payer avant le', cell: line => <Clock line={line} /> },
        { head: 'Retenu', newLine: true, cell: line => <Why line={line} /> },
      ]}
    />
  );
}

/** The legal term, and what it waits for while it waits. */
function Clock({ line: { clock } }: { readonly line: InstalmentLineAnswer }) {
  if (clock === null) return null;
  return (
    <>
      {clock.late ? <Tag state="late">Dépassé</Tag> : null}{' '}
      {clock.due === null ? 'pas encore compté' : <ShortDay date={civilDate(clock.due)} />}
      {clock.waitsFor && (
        <Under>
          attend : {clock.waitsFor.label} ({clock.waitsFor.from.label})
        </Under>
      )}
    </>
  );
}

function Why({ line: { held, reasons } }: { readonly line: InstalmentLineAnswer }) {
  if (!held) return null;
  return (
    <>
      <Tag state="held">Retenu</Tag>
      <Rows>
        {reasons.map(({ code, detail, liftedBy }) => (
          <span key={code + detail}>
            {detail}
            {liftedBy && <Under>Ce qui le lève : {liftedBy.label}</Under>}
          </span>
        ))}
      </Rows>
    </>
  );
}
