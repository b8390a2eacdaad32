import type { ComponentChildren } from 'preact';
import { formatEuros, type Cents } from '../../domain/kernel/cents.js';
import { formatFrench, formatShort, shortWeekday, type CivilDate } from '../../domain/kernel/civil-date.js';
import { formatTime, parisDate, type Instant } from '../../domain/kernel/paris.js';

/** What only those who listen to the page need: it says what the eye sees from the place. */
export function Unseen({ children }: { readonly children: ComponentChildren }) {
  return <span class="govuk-visually-hidden">{children}</span>;
}

/** A second line under a first, smaller. */
export function Under({ children }: { readonly children: ComponentChildren }) {
  return <span class="j-sub">{children}</span>;
}

/** « 1er décembre 2026 ». */
export function Day({ date }: { readonly date: CivilDate }) {
  return <time datetime={date}>{formatFrench(date)}</time>;
}

interface ShortDayProps {
  readonly date: CivilDate;
  /** The day on which it is read: its year is not said again. */
  readonly today?: CivilDate | undefined;
}

/** « 1er déc. », and its year when it is not that of today, or always without one: « 1er déc. 2026 ». */
export function ShortDay({ date, today }: ShortDayProps) {
  return <time datetime={date}>{formatShort(date, today)}</time>;
}

/** « ven. 20 nov. »: a day near enough for its name to help. */
export function NearDay({ date, today }: ShortDayProps) {
  return (
    <time datetime={date}>
      {shortWeekday(date)} {formatShort(date, today)}
    </time>
  );
}

/** « 12 avr. 2025 – 11 avr. 2026 »: first and last day, both included. */
export function Span({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }) {
  return (
    <span class="j-nowrap">
      <ShortDay date={from} /> – <ShortDay date={to} />
    </span>
  );
}

interface MomentProps {
  readonly at: Instant;
  readonly today?: CivilDate | undefined;
}

/** « 16 nov. à 10 h 31 », in Paris. */
export function Moment({ at, today }: MomentProps) {
  return (
    <time datetime={at}>
      {formatShort(parisDate(at), today)} à {formatTime(at)}
    </time>
  );
}

/** « 10 500,00 € » of an amount in cents; « −2 684,93 € » below zero. */
export function euros(amount: Cents): string {
  return formatEuros(amount).replace('-', '−');
}

/** An amount that is held, which stands out of its column; 0 does not. */
export function HeldEuros({ amount }: { readonly amount: Cents }) {
  return amount === 0 ? euros(amount) : <span class="j-held">{euros(amount)}</span>;
}
