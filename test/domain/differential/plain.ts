/**
 * What is due, the threshold, the silence and the excess, told a second time: from the texts and the definitions of the
 * worked cases (`test/domain/oracle`), day by day and award by award, and with nothing of `src`. Days are ISO texts,
 * amounts are cents; both ends of a period are within it.
 */

export interface Days {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
const rankOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayAt = (rank: number): string => new Date(rank * DAY).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number): string => dayAt(rankOf(day) + days);

/** Same day number in the target month, else its last day. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(number, length)))
    .toISOString()
    .slice(0, 10);
}

/** Every day of a period, one by one. */
export function everyDay({ from, to }: Days): readonly string[] {
  const days: string[] = [];
  for (let rank = rankOf(from); rank <= rankOf(to); rank++) days.push(dayAt(rank));
  return days;
}

export interface PlainPost {
  readonly share: number;
  readonly held: readonly { readonly from: string; readonly to: string | null; readonly share: number }[];
  readonly emptyBefore: number;
  /** The last day on which it is to be held, when that is before the end of the year. */
  readonly until?: string;
}

export interface PlainFile {
  readonly granted: number;
  readonly exercise: Days;
  /** The last day that ran, when it is cut short. */
  readonly ranUntil: string | null;
  readonly account: {
    readonly totalExpenses: number;
    readonly chargedToGrant: number;
    readonly otherResources: number;
    readonly eligibleExpenses: number | null;
  } | null;
  readonly forecast: number | null;
  /** What a dated, motivated decision lets the body keep. */
  readonly agreed: number;
  readonly posts: readonly PlainPost[] | null;
  readonly suspended: readonly Days[];
  readonly rules: {
    readonly amountMode: string;
    readonly surplus: { readonly kind: string; readonly percent?: number; readonly amount?: number };
    readonly spentIs: string;
    readonly vacancy: { readonly mode: string; readonly toleratedDays: number };
    readonly postShare: string;
    readonly earlyEnd: string;
    readonly suspension: string;
    readonly combine: string;
  };
}

const rounded = (amount: number, part: number, whole: number): number =>
  Number((BigInt(amount) * BigInt(Math.max(0, part))) / BigInt(whole));

function plainKept(unspent: number, { granted, agreed, rules: { surplus } }: PlainFile): number {
  if (surplus.kind === 'agreement') return Math.min(unspent, agreed);
  if (surplus.kind === 'all') return unspent;
  if (surplus.kind === 'percent') return Math.min(unspent, rounded(granted, surplus.percent ?? 0, 100));
  return surplus.kind === 'up-to' ? Math.min(unspent, surplus.amount ?? 0) : 0;
}

function allowedBySpending(file: PlainFile): number {
  const { account, granted, rules, forecast } = file;
  if (account === null) return granted;
  if (rules.amountMode === 'proportional') {
    if (account.eligibleExpenses === null || forecast === null) return granted;
    return Math.min(granted, rounded(granted, account.eligibleExpenses, forecast));
  }
  const needed =
    rules.spentIs === 'declared'
      ? Math.min(account.chargedToGrant, account.totalExpenses)
      : account.totalExpenses - account.otherResources;
  const spent = Math.max(0, Math.min(granted, needed));
  return spent + plainKept(granted - spent, file);
}

const holderOn = ({ held }: PlainPost, day: string) =>
  held.find(({ from, to }) => from <= day && (to === null || day <= to));

const isToBeHeld = ({ until }: PlainPost, day: string) => until === undefined || day <= until;

/** What each day loses by the vacancy of a post: nothing within the tolerance of the vacancy to which it belongs. */
function vacantDays(post: PlainPost, days: readonly string[], tolerated: number): readonly number[] {
  let empty = post.emptyBefore;
  return days.map(day => {
    empty = holderOn(post, day) ? 0 : empty + 1;
    return empty > tolerated && isToBeHeld(post, day) ? post.share : 0;
  });
}

function lackingShare(post: PlainPost, days: readonly string[]): readonly number[] {
  return days.map(day => {
    const holder = holderOn(post, day);
    return holder && isToBeHeld(post, day) ? Math.max(0, post.share - holder.share) : 0;
  });
}

const added = (lines: readonly (readonly number[])[], days: readonly string[]): readonly number[] =>
  days.map((_day, at) => lines.reduce((sum, line) => sum + (line[at] ?? 0), 0));

/** What each rule of time takes from each day of the year, in share-days. */
function takenByTime(file: PlainFile, days: readonly string[], weight: number): readonly (readonly number[])[] {
  const { rules, ranUntil, suspended, account } = file;
  const posts = postsOf(file);
  const taken: (readonly number[])[] = [];
  if (rules.earlyEnd === 'pro-rata' && ranUntil !== null) taken.push(days.map(day => (day > ranUntil ? weight : 0)));
  if (rules.suspension === 'pro-rata')
    taken.push(days.map(day => (suspended.some(({ from, to }) => from <= day && day <= to) ? weight : 0)));
  if (account === null) return taken;
  if (rules.vacancy.mode === 'pro-rata')
    taken.push(
      added(
        posts.map(post => vacantDays(post, days, rules.vacancy.toleratedDays)),
        days,
      ),
    );
  if (rules.postShare === 'pro-rata')
    taken.push(
      added(
        posts.map(post => lackingShare(post, days)),
        days,
      ),
    );
  return taken;
}

/** A post never declared is a post not held. */
function postsOf({ posts }: PlainFile): readonly PlainPost[] {
  return posts?.length === 0 ? [{ share: 100, held: [], emptyBefore: 0 }] : (posts ?? []);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What is due for a year: the lowest of what each rule allows alone; by day, the rules of time each day once. */
export function plainDue(file: PlainFile): number {
  const days = everyDay(file.exercise);
  const weight = sum(postsOf(file).map(({ share }) => share)) || 100;
  const whole = weight * days.length;
  const taken = takenByTime(file, days, weight);
  const losses = taken.map(sum);
  if (file.rules.combine === 'by-day')
    losses.push(sum(days.map((_day, at) => Math.max(0, ...taken.map(line => line[at] ?? 0)))));
  const allowed = losses.map(lost => rounded(file.granted, whole - lost, whole));
  return Math.min(file.granted, allowedBySpending(file), ...allowed);
}

export interface PlainAward {
  readonly id: string;
  /** SIRET. */
  readonly body: string;
  readonly voted: boolean;
  /** The day on which its dossier ended, if it did. */
  readonly endedOn: string | null;
  readonly years: readonly { readonly from: string; readonly amount: number }[];
}

/** The awards that need a convention: those of which a year begins in a civil year for which the body has more. */
export function plainThreshold(awards: readonly PlainAward[], above: number): readonly string[] {
  const totals = new Map<string, number>();
  const kept = awards.map(award => ({
    ...award,
    years: award.years.filter(({ from }) => award.voted && (award.endedOn === null || from <= award.endedOn)),
  }));
  const key = (body: string, from: string) => `${body.slice(0, 9)} ${from.slice(0, 4)}`;
  for (const { body, years } of kept)
    for (const { from, amount } of years) totals.set(key(body, from), (totals.get(key(body, from)) ?? 0) + amount);
  return kept
    .filter(({ body, years }) => years.some(({ from }) => (totals.get(key(body, from)) ?? 0) > above))
    .map(({ id }) => id);
}

/** The last day of two months from the receipt, each day under a demand for pieces counted out once; null under one. */
export function plainSilence(
  receivedOn: string,
  demands: readonly { readonly on: string; readonly endedOn: string | null }[],
): string | null {
  if (demands.some(({ endedOn }) => endedOn === null)) return null;
  const suspended = new Set(
    demands.flatMap(({ on, endedOn }) =>
      endedOn === null || endedOn <= on ? [] : everyDay({ from: on, to: plusDays(endedOn, -1) }),
    ),
  );
  return plusDays(plusMonths(receivedOn, 2), suspended.size);
}

export interface PlainYear {
  readonly due: number;
  readonly paid: number;
  readonly granted: number;
}

/** The settlement of a convention all of whose years are accounted for: the years net. */
export function plainExcess(years: readonly PlainYear[]) {
  const total = (of: (year: PlainYear) => number) => sum(years.map(of));
  const [due, paid, granted] = [total(year => year.due), total(year => year.paid), total(year => year.granted)];
  return { due, paid, excess: paid > due ? paid - due : 0, released: granted - paid };
}
