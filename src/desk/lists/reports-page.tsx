import { counted } from '../../domain/kernel/french.js';
import { yearKey } from '../../domain/funded-year/years-slice.js';
import { parseEuros } from '../../domain/kernel/cents.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import type { ReportCellAnswer, ReportLineAnswer, ReportListAnswer } from '../../funded-year/report-answers.js';
import type { ReportListQuery } from '../../funded-year/report-query.js';
import type { Page } from '../frame/page.js';
import { TextField } from '../kit/fields.js';
import { Filter } from '../kit/form.js';
import { inPlace, ListInPlace } from '../kit/in-place.js';
import { PageTitle } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Strip } from '../kit/strip.js';
import { Table } from '../kit/table.js';
import { Done, Late, Tag } from '../kit/tags.js';
import { euros, ShortDay, Span, Under } from '../kit/words.js';
import { addressOf } from './query.js';

const PATH = '/comptes-rendus';

/** The reports of a year: pôle by pôle, what is accepted, what is to be examined, what each frees. */
export function reportsPage(asked: ReportListQuery, list: ReportListAnswer): Page {
  const { counts, items, year } = list;
  return {
    title: `Comptes rendus ${year}`,
    under: PATH,
    enhanced: true,
    content: (
      <ListInPlace said={items.length === 0 ? 'Aucun exercice' : counted(items.length, 'exercice')}>
        <PageTitle title={`Comptes rendus ${year}`} lead={yearLinks(asked, year)} />
        <Strip
          counts={[
            { count: counts.late, label: 'en retard', href: '#matrice', late: true },
            { count: counts.toExamine, label: 'à examiner', href: '#matrice' },
            { count: counts.toCorrect, label: 'à corriger', href: '#matrice' },
            { count: counts.awaited, label: 'attendus', href: '#matrice' },
          ]}
        />
        <Filter action={PATH} label="Filtrer les comptes rendus">
          <input type="hidden" name="year" value={String(year)} />
          <TextField id="q" label="Pôle ou pays" type="search" value={asked.q} />
        </Filter>
        <div id="matrice">
          {items.length === 0 ? (
            <Empty>Aucun exercice ne finit cette année-là, ou ne répond à ces filtres.</Empty>
          ) : (
            <Matrix items={items} />
          )}
        </div>
      </ListInPlace>
    ),
  };
}

function yearLinks(asked: ReportListQuery, year: number) {
  const link = (id: string, to: number) => {
    const href = addressOf(PATH, asked, { year: String(to) });
    return (
      <a href={href} id={id} {...inPlace(href)}>
        {to}
      </a>
    );
  };
  return (
    <>
      Exercices qui finissent en {year} · {link('annee-avant', year - 1)} · {link('annee-apres', year + 1)}
    </>
  );
}

function Matrix({ items }: { readonly items: readonly ReportLineAnswer[] }) {
  const kinds = items[0]?.reports ?? [];
  return (
    <Table
      kind="dense"
      caption="Les comptes rendus de chaque pôle"
      rows={items}
      keyOf={({ award, year }) => yearKey(award, year)}
      columns={[
        {
          head: 'Pôle',
          cell: ({ pole, year, exercise }) => (
            <>
              <a href={`/poles/${pole.id}/exercices`}>
                {pole.name}, exercice {year}
              </a>
              <Under>
                <Span from={civilDate(exercise.from)} to={civilDate(exercise.to)} />
              </Under>
            </>
          ),
        },
        ...kinds.map(({ kind }) => ({
          ...{ head: reportName(kind), label: reportName(kind) },
          cell: (line: ReportLineAnswer) => <Cell line={line} kind={kind} />,
        })),
        { head: 'Solde', label: 'Solde', numeric: true, cell: line => <Freed line={line} /> },
      ]}
    />
  );
}

const reportName = (kind: string): string => (VOCABULARY.report as Readonly<Record<string, string>>)[kind] ?? kind;

/** Accepted: a tick and a day. A ground only where someone must act. */
function Cell({ line, kind }: { readonly line: ReportLineAnswer; readonly kind: string }) {
  const cell = line.reports.find(report => report.kind === kind);
  if (cell === undefined || cell.waived) return <Tag state="idle">Dispensé</Tag>;
  if (cell.acceptedOn !== null) return <Done what={`${cell.label}, accepté le`} date={civilDate(cell.acceptedOn)} />;
  const owed = cell.acceptance ?? cell.filing;
  return (
    <>
      {owed === null ? (
        <StateOf cell={cell} />
      ) : (
        <a href={`/poles/${line.pole.id}/echeances/${owed.obligation}`}>
          <StateOf cell={cell} />
          <span class="govuk-visually-hidden">
            {' '}
            : {cell.label}, {line.pole.name}, exercice {line.year}
          </span>
        </a>
      )}
      {owed !== null && owed.daysLate > 0 && <Late days={owed.daysLate} />}
      {owed !== null && owed.daysLate === 0 && owed.due !== null && (
        <Under>
          avant le <ShortDay date={civilDate(owed.due)} />
        </Under>
      )}
    </>
  );
}

function StateOf({ cell: { status, statusLabel } }: { readonly cell: ReportCellAnswer }) {
  if (status === 'filed') return <>À examiner</>;
  return <>{statusLabel}</>;
}

function Freed({ line: { frees } }: { readonly line: ReportLineAnswer }) {
  if (frees === null) return null;
  return (
    <>
      {euros(parseEuros(frees.amount))}
      <Under>{frees.held ? 'retenu' : frees.stepLabel.toLocaleLowerCase('fr')}</Under>
    </>
  );
}
