import { addDays, daysBetween, formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { daysIn, overlaps, type Period } from '../kernel/period.js';
import type { DueRules } from '../reglement/due-settings.js';

/** A post over a funded year, as the grant pays it. Shares in percent of full time. */
export interface PostOfYear {
  readonly number: number;
  readonly share: number;
  /** The days of the year on which it is to be held. */
  readonly funded: Period;
  /** Who held it, at which share; `to` is the last day, null while it lasts. */
  readonly held: readonly { readonly from: CivilDate; readonly to: CivilDate | null; readonly share: number }[];
  /** Days on which it had been empty already when those of the year begin. */
  readonly emptyBefore: number;
}

type TimeRule = 'early-end' | 'vacancy' | 'post-share' | 'suspension';

/** What a rule of time takes from each day of an exercise, in percent of full time. */
interface LostByRule {
  readonly rule: TimeRule;
  readonly explanation: string;
  readonly days: readonly number[];
}

/** What the rules of time take, each on its own, and what a whole day weighs. */
export interface DaysLost {
  readonly weight: number;
  readonly rules: readonly LostByRule[];
}

interface Year {
  readonly exercise: Period;
  readonly ranUntil: CivilDate | null;
  readonly posts: readonly PostOfYear[] | null;
  readonly suspended: readonly Period[];
  readonly account: object | null;
}

/** A post that was never declared: it is to be held all year, whole. */
const undeclared = (exercise: Period): PostOfYear => ({
  ...{ number: 1, share: 100, funded: exercise, held: [], emptyBefore: 0 },
});

/** The days that each rule of time takes from a year, those of its posts once it is accounted for. */
export function daysLost(year: Year, rules: DueRules): DaysLost {
  const { exercise, account } = year;
  const posts = year.posts?.length === 0 ? [undeclared(exercise)] : (year.posts ?? []);
  const weight = weightOf(posts);
  const ofPosts = account === null ? [] : [...vacancy(posts, exercise, rules), ...shareLacking(posts, exercise, rules)];
  return { weight, rules: [...cut(year, rules, weight), ...suspension(year, rules, weight), ...ofPosts] };
}

/**
 * What a whole day weighs: the shares of the posts that are to be held on one day, each in the place of another once. It
 * is the most on a day on which one of them begins to be.
 */
function weightOf(posts: readonly PostOfYear[]): number {
  const shares = posts.map(({ funded: { from: day } }) =>
    posts.reduce((sum, post) => sum + (isFundedOn(post, day) ? post.share : 0), 0),
  );
  return Math.max(0, ...shares) || 100;
}

const isFundedOn = ({ funded }: PostOfYear, day: CivilDate) => funded.from <= day && day <= funded.to;

/** What rules take together, a day being worth what the rule that takes most leaves of it. */
export function lostOf(rules: readonly (readonly number[])[]): number {
  const [first = []] = rules;
  return first.reduce((sum, _lost, day) => sum + Math.max(...rules.map(days => days[day] ?? 0)), 0);
}

function cut({ exercise, ranUntil }: Year, { earlyEnd }: DueRules, weight: number): readonly LostByRule[] {
  if (earlyEnd !== 'pro-rata' || ranUntil === null || ranUntil >= exercise.to) return [];
  const [ran, whole] = [daysIn({ from: exercise.from, to: ranUntil }), daysIn(exercise)];
  const explanation = `Fin anticipée le ${formatFrench(ranUntil)} : ${ran} jours sur ${whole}`;
  return [{ rule: 'early-end', explanation, days: daysOf(exercise, day => (day > ranUntil ? weight : 0)) }];
}

function suspension({ exercise, suspended }: Year, rules: DueRules, weight: number): readonly LostByRule[] {
  const within = suspended.filter(period => overlaps(period, exercise));
  if (rules.suspension !== 'pro-rata' || within.length === 0) return [];
  const isSuspended = (day: CivilDate) => within.some(({ from, to }) => from <= day && day <= to);
  const days = daysOf(exercise, day => (isSuspended(day) ? weight : 0));
  return [{ rule: 'suspension', explanation: `Suspension ${within.map(inWords).join(', ')}`, days }];
}

/** The days of each vacancy beyond those that are tolerated; one that began before has used its tolerance there. */
function vacancy(posts: readonly PostOfYear[], exercise: Period, { vacancy: rule }: DueRules): readonly LostByRule[] {
  if (rule.mode !== 'pro-rata') return [];
  const counted = posts.flatMap(post => vacanciesOf(post, rule.toleratedDays));
  if (counted.length === 0) return [];
  const days = daysOf(exercise, day =>
    counted.reduce((sum, { share: lost, days: { from, to } }) => sum + (from <= day && day <= to ? lost : 0), 0),
  );
  const descriptions = counted.map(
    ({ post, empty, days: period }) => `poste ${post} ${inWords(empty)}, ${daysIn(period)} jours comptés`,
  );
  return [{ rule: 'vacancy', explanation: `Vacance : ${descriptions.join(' ; ')}`, days }];
}

/** A vacancy of a post within a year: the days on which it is empty, and those that count. */
interface Vacancy {
  readonly post: number;
  readonly share: number;
  readonly empty: Period;
  readonly days: Period;
}

/** The vacancies of a post within the days on which it is to be held, as they count. */
export function vacanciesOf(post: PostOfYear, toleratedDays: number): readonly Vacancy[] {
  return emptyTimes(post).flatMap(({ from, to }) => {
    const before = from === post.funded.from ? post.emptyBefore : 0;
    const counts = addDays(from, Math.max(0, toleratedDays - before));
    return counts > to
      ? []
      : [{ post: post.number, share: post.share, empty: { from, to }, days: { from: counts, to } }];
  });
}

/** The times, within the days on which a post is to be held, during which nobody holds it. */
function emptyTimes({ held, funded }: PostOfYear): readonly Period[] {
  const times: Period[] = [];
  let { from } = funded;
  for (const holding of held) {
    const until = [addDays(holding.from, -1), funded.to].sort()[0] ?? funded.to;
    if (from <= until) times.push({ from, to: until });
    const next = holding.to === null ? addDays(funded.to, 1) : addDays(holding.to, 1);
    if (next > from) from = next;
  }
  if (from <= funded.to) times.push({ from, to: funded.to });
  return times;
}

/** The share that is not hired, on the days on which someone holds the post. */
function shareLacking(posts: readonly PostOfYear[], exercise: Period, { postShare }: DueRules): readonly LostByRule[] {
  if (postShare !== 'pro-rata') return [];
  const days = daysOf(exercise, day => posts.reduce((sum, post) => sum + lacking(post, day), 0));
  if (days.every(lost => lost === 0)) return [];
  const below = posts.filter(post => post.held.some(({ share: hired }) => hired < post.share));
  const descriptions = below.map(
    post => `poste ${post.number} pourvu à ${lowest(post)} % pour ${post.share} % financés`,
  );
  return [{ rule: 'post-share', explanation: `Quotité : ${descriptions.join(' ; ')}`, days }];
}

const lowest = ({ held }: PostOfYear) => Math.min(...held.map(({ share: hired }) => hired));

function lacking(post: PostOfYear, day: CivilDate): number {
  if (!isFundedOn(post, day)) return 0;
  const holding = post.held.find(({ from, to }) => from <= day && (to === null || day <= to));
  return holding ? Math.max(0, post.share - holding.share) : 0;
}

function daysOf({ from, to }: Period, lost: (day: CivilDate) => number): readonly number[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, rank) => lost(addDays(from, rank)));
}

const inWords = ({ from, to }: Period) => `du ${formatFrench(from)} au ${formatFrench(to)}`;
