/** A percentile of some durations; zero when there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** Median and 95th percentile of durations, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

export function spread(milliseconds: readonly number[]): Spread {
  return { p50: round(percentile(milliseconds, 50)), p95: round(percentile(milliseconds, 95)) };
}

/** What something costs beside its floor, measured in the same run: how many times its median and its 95th percentile. */
export function against(measured: Spread, floor: Spread) {
  return {
    ...measured,
    floor,
    p50Ratio: round(measured.p50 / floor.p50),
    p95Ratio: round(measured.p95 / floor.p95),
  };
}

/** Two decimals: what a figure of this bench is worth. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How many a second instants in milliseconds come to, between the first and the last, and the most that any second holds. */
export function paceOf(instants: readonly number[]): { readonly perSecond: number; readonly mostInASecond: number } {
  const sorted = [...instants].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const held = sorted.map((from, rank) => sorted.slice(rank).filter(at => at < from + 1000).length);
  return { perSecond: round(((sorted.length - 1) * 1000) / (last - first)), mostInASecond: Math.max(...held) };
}

/** Does a thing again and again, by some callers at once, for some seconds. Returns what each took, and how many a second. */
export async function rate(callers: number, seconds: number, once: (caller: number) => Promise<unknown>) {
  const durations: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const call = async (_: unknown, caller: number) => {
    while (performance.now() < end) {
      const from = performance.now();
      await once(caller);
      durations.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return { perSecond: round((durations.length * 1000) / (performance.now() - start)), durations };
}
