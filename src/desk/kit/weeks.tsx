import type { ComponentChildren } from 'preact';
import { partsOf, shortWeekday, type CivilDate } from '../../domain/kernel/civil-date.js';
import { ordinal } from '../../domain/kernel/french.js';

export interface ForecastLine {
  readonly day: CivilDate;
  /** Its tag when it holds money, rejects or stops something. */
  readonly tag?: ComponentChildren;
  readonly what: ComponentChildren;
  /** By whom it is done, or to whom it is written; never left out. */
  readonly who: string;
  /** A reminder: grey, since it asks nothing of the reader. */
  readonly quiet?: boolean | undefined;
}

interface WeekProps {
  readonly id: string;
  /** « Semaine du 16 novembre ». */
  readonly title: string;
  readonly note?: string | undefined;
  /** Holds first, then in the order of days: one line per fact. */
  readonly lines: readonly ForecastLine[];
}

/** What will happen in a week if nobody does anything. */
export function Week({ id, title, note, lines }: WeekProps) {
  return (
    <section class="j-week" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p>{note}</p>}
      </div>
      <ul class="j-rowlist">
        {lines.map(({ day, tag, what, who, quiet = false }, rank) => (
          <li key={rank}>
            <time datetime={day}>{dayOfWeek(day)}</time>
            <div class={quiet ? 'j-quiet' : undefined}>
              {tag} {what}
            </div>
            <div class="j-quiet j-small">{who}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** « lun. 16 ». */
function dayOfWeek(date: CivilDate): string {
  const { day } = partsOf(date);
  return `${shortWeekday(date)} ${day === 1 ? ordinal(1) : day}`;
}
