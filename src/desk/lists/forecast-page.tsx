import { counted } from '../../domain/kernel/french.js';
import {
  addDays,
  civilDate,
  daysBetween,
  dayOfWeek,
  formatFrench,
  type CivilDate,
} from '../../domain/kernel/civil-date.js';
import type { ForecastAnswer, ForecastLineAnswer } from '../../reminders/answers.js';
import type { Horizon } from '../../reminders/forecaster.js';
import type { Page } from '../frame/page.js';
import { ListInPlace } from '../kit/in-place.js';
import { PageTitle } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { ViewsInPlace } from '../kit/navigation.js';
import { Tag } from '../kit/tags.js';
import { Week, type ForecastLine } from '../kit/weeks.js';

const PATH = '/prevision';
const HORIZON_NAMES: Readonly<Record<Horizon, string>> = { 30: '30 jours', 90: '3 mois', 365: '1 an' };

/** What happens if nobody acts, week by week: what holds money first, one line per fact. */
export function forecastPage({ from, days, items }: ForecastAnswer): Page {
  const today = civilDate(from);
  const weeks = new Map<CivilDate, ForecastLineAnswer[]>();
  for (const item of items) {
    const monday = mondayOf(civilDate(item.on));
    weeks.set(monday, [...(weeks.get(monday) ?? []), item]);
  }
  const until = formatFrench(addDays(today, days));
  return {
    title: 'Prévision',
    under: PATH,
    enhanced: true,
    content: (
      <>
        <PageTitle
          title="Prévision"
          lead={`Ce qui se passera d’ici au ${until} si personne ne fait rien. Chaque ligne disparaît dès que la chose est faite.`}
        />
        <ListInPlace
          said={items.length === 0 ? 'Rien d’ici là' : `${counted(items.length, 'chose')} d’ici au ${until}`}
        >
          <ViewsInPlace
            label="Durée"
            places={Object.entries(HORIZON_NAMES).map(([horizon, label]) => ({
              ...{ label, href: `${PATH}?jours=${horizon}`, current: Number(horizon) === days },
            }))}
          />
          {weeks.size === 0 && <Empty>Rien d’ici là.</Empty>}
          {[...weeks].map(([monday, lines]) => (
            <Week
              key={monday}
              id={`semaine-${monday}`}
              title={`Semaine du ${formatFrench(monday)}`}
              {...(monday === mondayOf(today) ? { note: 'cette semaine' } : {})}
              lines={linesOf(lines)}
            />
          ))}
        </ListInPlace>
      </>
    ),
  };
}

/** The Monday of the week of a day; `dayOfWeek` gives 1 for a Monday, 7 for a Sunday. */
const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - dayOfWeek(date));

/** One line per fact: the same fact said to several, or by several rungs on one day, is one. */
function linesOf(items: readonly ForecastLineAnswer[]): readonly ForecastLine[] {
  const facts = new Map<string, ForecastLineAnswer[]>();
  for (const item of items) {
    const key = [item.what, item.on, item.pole.id, item.label].join(' ');
    facts.set(key, [...(facts.get(key) ?? []), item]);
  }
  const lines = [...facts.values()].flatMap(([first, ...others]) => (first ? [lineOf(first, others)] : []));
  return lines.toSorted(
    (a, b) => Number(b.tag !== undefined) - Number(a.tag !== undefined) || daysBetween(b.day, a.day),
  );
}

function lineOf(line: ForecastLineAnswer, others: readonly ForecastLineAnswer[]): ForecastLine {
  const isReminder = line.what === 'reminder';
  return {
    day: civilDate(line.on),
    quiet: isReminder,
    ...(line.what === 'hold' ? { tag: <Tag state="held">Blocage</Tag> } : {}),
    what: (
      <>
        {isReminder && 'Rappel : '}
        {line.label}, <a href={`/poles/${line.pole.id}`}>{line.pole.name}</a>
        {line.because.map(({ detail }) => (
          <span key={detail} class="j-sub">
            {detail}
          </span>
        ))}
      </>
    ),
    who: whoOf([line, ...others]),
  };
}

/** To whom it is written, or that the calendar does it. */
function whoOf(lines: readonly ForecastLineAnswer[]): string {
  const people = [...new Set(lines.flatMap(({ recipients }) => recipients.map(({ label }) => label)))];
  return people.length === 0 ? 'par le calendrier' : `courriel à : ${people.join(', ')}`;
}
