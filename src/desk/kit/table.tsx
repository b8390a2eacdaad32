import type { ComponentChildren } from 'preact';
import { inPlace } from './in-place.js';
import { Unseen } from './words.js';

/** How a column sorts its table: by a link, so that the address is the view. */
interface Sort {
  readonly href: string;
  /** What its link is found again by, when it sorts the table in place. */
  readonly id?: string | undefined;
  /** How the table is sorted by it now; undefined when it is by another. */
  readonly direction?: 'ascending' | 'descending' | undefined;
}

export interface Column<Row> {
  readonly head: string;
  /** What the column says of a row; null where it has nothing to say, which a card leaves out. */
  readonly cell: (row: Row) => ComponentChildren;
  /** What stands at its foot, and what that says before its value on a card; its `label` when undefined. */
  readonly foot?: ComponentChildren;
  readonly footLabel?: string | undefined;
  readonly sort?: Sort | undefined;
  /** A number, set to the right. */
  readonly numeric?: boolean | undefined;
  /** What its cell says before its value on a card, where no head is seen. */
  readonly label?: string | undefined;
  /** Whether it begins a line on a compact card. */
  readonly newLine?: boolean | undefined;
}

export interface TableProps<Row> {
  /** What it lists and in which order. */
  readonly caption: string;
  readonly captionShown?: boolean | undefined;
  /** The first is the head of its row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** `list`: roomy, of a few lines; `dense`: to compare many; `money`: amounts, two by two on a card. */
  readonly kind?: 'list' | 'dense' | 'money' | undefined;
}

const CLASSES = {
  list: 'govuk-table j-table--list j-cards',
  dense: 'govuk-table j-table--dense j-oneline j-cards j-compact',
  money: 'govuk-table j-cards j-halves',
} as const;

/** A table whose rows become cards below 48 rem. At most ten columns: beyond, the reader chooses them. */
export function Table<Row>({ caption, captionShown = false, columns, rows, keyOf, kind = 'list' }: TableProps<Row>) {
  return (
    <table class={CLASSES[kind]}>
      <caption class={captionShown ? undefined : 'govuk-visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <Head key={column.head} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={keyOf(row)}>
            {columns.map((column, rank) => (
              <Cell key={column.head} column={column} heads={rank === 0} value={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {columns.some(({ foot }) => foot !== undefined) && (
        <tfoot>
          <tr>
            {columns.map((column, rank) => (
              <Cell
                key={column.head}
                column={{ ...column, label: column.footLabel ?? column.label }}
                heads={rank === 0}
                value={column.foot ?? null}
              />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const MARKS = { ascending: '▲', descending: '▼' } as const;

function Head<Row>({ column: { head, sort, numeric = false } }: { readonly column: Column<Row> }) {
  const direction = sort?.direction;
  return (
    <th scope="col" class={numeric ? 'j-num' : undefined} aria-sort={direction}>
      {sort === undefined ? (
        head
      ) : (
        <a href={sort.href} id={sort.id} {...(sort.id && inPlace(sort.href))}>
          <Unseen>Trier par : </Unseen>
          {head}
          {direction && <span aria-hidden="true"> {MARKS[direction]}</span>}
        </a>
      )}
    </th>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly heads: boolean;
  readonly value: ComponentChildren;
}

function Cell<Row>({ column: { numeric, label, newLine }, heads, value }: CellProps<Row>) {
  if (heads) return <th scope="row">{value}</th>;
  const empty = value === null || value === undefined || value === '';
  const classes = [numeric && 'j-num', newLine && 'j-nl', empty && 'j-none'].filter(Boolean).join(' ');
  return (
    <td class={classes || undefined} data-l={empty ? undefined : label}>
      {value}
    </td>
  );
}
