import { own } from '../kernel/own.js';
import { isWorkingDay } from '../kernel/calendar.js';
import { ROLES_OF_EVERY_DOSSIER, type Role } from '../dossier/roles.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';

/** Who is written to: a party of the obligation, or a role that every dossier has. */
export type RungRecipient = 'debtor' | 'creditor' | Role;
export const RUNG_RECIPIENTS: readonly RungRecipient[] = ['debtor', 'creditor', ...ROLES_OF_EVERY_DOSSIER];

export const RUNG_UNITS = ['days', 'workingDays'] as const;
export const CHANNELS = ['mail'] as const;

/** A rung of a ladder of reminders: days before (negative) or after the due date, and who is then written what. */
export interface Rung {
  /** By which it is known for ever: what was reached stays so when its ladder gains another. Unique in its ladder. */
  readonly id: string;
  readonly offset: number;
  readonly unit: (typeof RUNG_UNITS)[number];
  readonly recipients: readonly RungRecipient[];
  readonly template: string;
  readonly channel: (typeof CHANNELS)[number];
}

/** Days of each year on which nothing leaves, both included, as `MM-DD`. */
export interface QuietDays {
  readonly from: string;
  readonly to: string;
}

/** A rung as the ladder that it belongs to has it climbed. */
export type LadderRung = Rung & Pick<Ladder, 'quiet' | 'coolDownDays' | 'most'>;

/** How an obligation is recalled, as the règlement sets it. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  /** Days during which one person is not written to again about one obligation, by a rung, by hand, or of what it follows. */
  readonly coolDownDays: number;
  /** The most messages that one person receives about one obligation. */
  readonly most: number;
  readonly quiet: readonly QuietDays[];
  /** The ladder that goes on after the last rung of this one. */
  readonly goesOnWith: string | null;
}

/** Ladders for every kind of obligation, which may be applied to dossiers that run in place of those of their règlement. */
export interface LadderSet {
  readonly id: string;
  readonly label: string;
  readonly ladders: Readonly<Record<string, Ladder>>;
}

/** Whether reminders may leave on a day: it is worked, and outside the quiet days. */
export function isOpenDay(day: CivilDate, quiet: readonly QuietDays[]): boolean {
  return isWorkingDay(day) && !quiet.some(days => isWithin(day, days));
}

function isWithin(day: CivilDate, { from, to }: QuietDays): boolean {
  const on = day.slice(5);
  return from <= to ? from <= on && on <= to : on >= from || on <= to;
}

/** The day itself when reminders may leave on it, else the next one. */
export function nextOpenDay(day: CivilDate, quiet: readonly QuietDays[]): CivilDate {
  let open = day;
  while (!isOpenDay(open, quiet)) open = addDays(open, 1);
  return open;
}

function previousOpenDay(day: CivilDate, quiet: readonly QuietDays[]): CivilDate {
  let open = day;
  while (!isOpenDay(open, quiet)) open = addDays(open, -1);
  return open;
}

/** A number of working days after a day, or before it when the number is negative. */
function byWorkingDays(day: CivilDate, count: number): CivilDate {
  const step = Math.sign(count);
  let reached = day;
  for (let remaining = Math.abs(count); remaining > 0; remaining--) {
    reached = addDays(reached, step);
    while (!isWorkingDay(reached)) reached = addDays(reached, step);
  }
  return reached;
}

/**
 * The day on which a rung is reached. A quiet day puts it off to the next open one; a rung that comes before the due
 * date and would be put off beyond it leaves on the open day before.
 */
export function rungDay(due: CivilDate, { offset, unit, quiet }: Rung & Pick<Ladder, 'quiet'>): CivilDate {
  const day = unit === 'days' ? addDays(due, offset) : byWorkingDays(due, offset);
  const next = nextOpenDay(day, quiet);
  return offset <= 0 && next > due ? previousOpenDay(day, quiet) : next;
}

/** The rungs of a ladder and of those that go on after it, in their order, each with the limits of its own ladder. */
export function rungsOf(ladders: Readonly<Record<string, Ladder>>, name: string): readonly LadderRung[] {
  const ladder = own(ladders, name);
  if (!ladder) return [];
  const { quiet, coolDownDays, most, goesOnWith } = ladder;
  const rungs = ladder.rungs.map(rung => ({ ...rung, quiet, coolDownDays, most }));
  return goesOnWith === null ? rungs : [...rungs, ...rungsOf(ladders, goesOnWith)];
}

/** What cannot work in a set of ladders, a sentence each: a loop, rungs out of order or of one name, a year without an open day. */
export function ladderFaults(ladders: Readonly<Record<string, Ladder>>): readonly string[] {
  return Object.entries(ladders).flatMap(([name, ladder]) => [
    ...(isLooping(ladders, name)
      ? [`échelle « ${name} » : elle se suit elle-même`]
      : [...orderFaults(ladders, name), ...nameFaults(ladders, name)]),
    ...(ladder.goesOnWith !== null && !Object.hasOwn(ladders, ladder.goesOnWith)
      ? [`échelle « ${name} » : la suite « ${ladder.goesOnWith} » n'existe pas`]
      : []),
    ...(leavesNoDay(ladder.quiet) ? [`échelle « ${name} » : les jours sans envoi prennent plus de deux mois`] : []),
  ]);
}

function isLooping(ladders: Readonly<Record<string, Ladder>>, start: string): boolean {
  const seen = new Set<string>();
  for (let name: string | null | undefined = start; name; name = own(ladders, name)?.goesOnWith) {
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}

function orderFaults(ladders: Readonly<Record<string, Ladder>>, name: string): readonly string[] {
  const rungs = rungsOf(ladders, name);
  const disordered = rungs.some((rung, index) => inDays(rung) <= inDays(rungs[index - 1]));
  return disordered ? [`échelle « ${name} » : les échelons vont du plus tôt au plus tard`] : [];
}

function nameFaults(ladders: Readonly<Record<string, Ladder>>, name: string): readonly string[] {
  const ids = rungsOf(ladders, name).map(({ id }) => id);
  const doubled = new Set(ids.filter((id, rank) => ids.indexOf(id) !== rank));
  return [...doubled].map(id => `échelle « ${name} » : deux échelons s'appellent « ${id} »`);
}

const inDays = (rung: Rung | undefined) =>
  rung === undefined ? -Infinity : rung.unit === 'days' ? rung.offset : rung.offset * 1.4;

const MOST_QUIET_DAYS = 62;
/** Two years on end, one of them leap: every run of days of the year is whole in it. */
const TWO_YEARS = Array.from({ length: 731 }, (_, day) => addDays('2027-01-01' as CivilDate, day));

/** Whether the quiet days, taken together, follow each other for more than two months. */
function leavesNoDay(quiet: readonly QuietDays[]): boolean {
  let run = 0;
  return TWO_YEARS.some(day => {
    run = quiet.some(days => isWithin(day, days)) ? run + 1 : 0;
    return run > MOST_QUIET_DAYS;
  });
}
