import { daysBetween, type CivilDate } from '../domain/kernel/civil-date.js';
import { Chance } from './chance.js';
import { plainPersona } from './persona.js';
import { DEMO_POLES, LATE_DAYS } from './demo-poles.js';
import { enterHistory, loadHistories } from './histories.js';
import type { HouseClient } from './house-client.js';
import { ScenarioRunner } from './scenario-runner.js';
import { Stats } from './stats.js';

/** How long the demonstration takes to live, in days: the oldest of its pôles are that old. */
export const DEMONSTRATION_DAYS = 1095;

/**
 * Carries the pôles of the demonstration from the day of the house to today, each left at its stage, then enters the
 * real histories. What went wrong is in the tally's breaches.
 */
export async function demonstrate(
  client: HouseClient,
  today: CivilDate,
  onDay: (day: CivilDate, stats: Stats) => void,
): Promise<Stats> {
  const ranked = DEMO_POLES.map((pole, index) => ({ ...pole, rank: index + 1 }));
  const personas = ranked.map(({ rank, pays, as }) => {
    const plain = plainPersona(rank, `Pôle fictif n° ${rank}, pays ${pays} (démonstration)`, pays);
    return [rank, { ...plain, ...as }] as const;
  });
  const leaveAt = ranked.flatMap(({ rank, until }) => (until ? [[rank, until] as const] : []));
  const days = daysBetween(await client.today(), today);
  const recent = ranked.filter(({ long }) => !long).map(({ rank }) => [rank, Math.max(0, days - LATE_DAYS)] as const);
  const stats = new Stats();
  const chance = new Chance(2026);
  const runner = new ScenarioRunner(client, new Map(personas), chance, stats, new Map(leaveAt), new Map(recent));
  await runner.run(20, days - 2, day => onDay(day, stats));
  if ((await client.today()) < today) await client.step(today);
  for (const history of loadHistories()) await enterHistory(client, history);
  return stats;
}
