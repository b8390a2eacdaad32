import { expectationOf } from '../domain/dossier/expectations.js';
import { closedBecause } from '../domain/dossier/decide.js';
import { actNamed } from '../domain/dossier/acts.js';
import { EVENT_TYPES, type DossierState, type RecordedEvent } from '../domain/dossier/state.js';
import type { Actor } from '../domain/dossier/roles.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { parisDate, parisMidnight, type Instant } from '../domain/kernel/paris.js';
import { isAlive } from '../domain/lifecycle/slice.js';
import { ladderOf } from '../domain/obligations/ladders.js';
import type { RungRecipient } from '../domain/reglement/ladder.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { Course } from './course.js';
import type { DossierRow } from './dossiers.js';
import { Stream } from './stream.js';

/** Something that the engine will do by itself, if nobody acts before. */
export interface ForecastLine {
  readonly on: CivilDate;
  readonly at: Instant;
  readonly what: 'reminder' | 'escalation' | 'transition' | 'hold';
  /** The kind of obligation, or the fact recorded. */
  readonly kind: string;
  readonly label: string;
  readonly instance: string;
  readonly rung: number | null;
  /** Missed rungs that this one stands for. */
  readonly merged: readonly number[];
  readonly template: string | null;
  readonly recipients: readonly RungRecipient[];
  readonly because: readonly string[];
}

/**
 * What the engine will do to a dossier between two instants, by the code that will do it: alarm after alarm, in memory.
 * Nothing is written.
 */
export async function forecastOf(
  dossier: DossierRow,
  rules: Rules,
  { from, to, spread }: { readonly from: Instant; readonly to: Instant; readonly spread: number },
): Promise<readonly ForecastLine[]> {
  const lines: ForecastLine[] = [];
  let [row, since, at]: [DossierRow, Instant, Instant | null] = [dossier, from, from];
  while (at !== null && at <= to) {
    lines.push(...holdsBetween(row.state, rules, parisDate(since), parisDate(at)));
    const course = courseAt(row, rules, at);
    await course.ring(at, spread);
    lines.push(...linesOf(course));
    since = at;
    at = await course.declare(await course.awaited(), spread);
    row = course.stream.row;
  }
  return [...lines, ...holdsBetween(row.state, rules, parisDate(since), parisDate(to))];
}

function courseAt(row: DossierRow, rules: Rules, now: Instant): Course {
  const clock = { mode: 'stepping' as const, now, today: parisDate(now) };
  return new Course(clock, rules, new Stream(row, clock, async () => []));
}

function linesOf({ stream, rules, clock }: Course): readonly ForecastLine[] {
  return stream.events.flatMap(event => {
    const line = lineOf(event, stream.state, rules);
    return line ? [{ ...NOTHING_MORE, on: clock.today, at: clock.now, ...line }] : [];
  });
}

const NOTHING_MORE = { rung: null, merged: [], template: null, recipients: [], because: [] };

type Said = Pick<ForecastLine, 'what' | 'kind' | 'label' | 'instance'> & Partial<ForecastLine>;

function lineOf(event: RecordedEvent, state: DossierState, rules: Rules): Said | undefined {
  if (event.factVersion !== null)
    return { what: 'transition', kind: event.type, label: EVENT_TYPES[event.type].label, instance: '', on: event.date };
  if (event.type !== 'rung-reached' && event.type !== 'obligation-escalated') return undefined;
  const obligation = state.obligations[event.data.obligation];
  if (!obligation) return undefined;
  const { kind, instance } = obligation;
  const about = { kind, instance, label: expectationOf(kind).label };
  if (event.type === 'obligation-escalated') return { what: 'escalation', ...about };
  const { rung: index, merged } = event.data;
  const rung = ladderOf(kind, state, rules)?.rungs[index];
  return {
    ...{ what: 'reminder', ...about, rung: index, merged },
    ...{ template: rung?.template ?? null, recipients: rung?.recipients ?? [] },
  };
}

const CLAIM = actNamed('claim-instalment');
const ANYONE: Actor = { account: '', role: 'instructor', bodies: [], pays: [] };

/** The payments that become held for one more reason on a day, nobody acting, between two days, the first left out. */
function holdsBetween(state: DossierState, rules: Rules, from: CivilDate, to: CivilDate): readonly ForecastLine[] {
  if (!isAlive(state.lifecycle.status)) return [];
  const planned = Object.values(state.instalments).filter(({ status }) => status === 'planned');
  return planned.flatMap(({ award, year, number }) => {
    const reasons = (today: CivilDate) =>
      closedBecause(CLAIM, { state, rules, today, actor: ANYONE, subject: { award, year, number } });
    const lines: ForecastLine[] = [];
    let known = reasons(from).map(({ code }) => code);
    for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
      const now = reasons(on);
      const more = now.filter(({ code }) => !known.includes(code));
      known = now.map(({ code }) => code);
      if (more.length > 0)
        lines.push({
          ...{ ...NOTHING_MORE, on, at: parisMidnight(on), what: 'hold', kind: 'claim-instalment' },
          ...{
            instance: `${award}/${year}/${number}`,
            label: CLAIM.label,
            because: more.map(({ message }) => message),
          },
        });
    }
    return lines;
  });
}
