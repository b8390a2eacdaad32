import { machineNow } from '../clock/clock.js';
import { configuration } from '../configuration.js';
import { daysBetween } from '../domain/kernel/civil-date.js';
import { parisDate } from '../domain/kernel/paris.js';
import { Chance } from '../simulation/chance.js';
import { plainCharacter } from '../simulation/character.js';
import { DEMO_POLES, LATE_DAYS } from '../simulation/demo-poles.js';
import { enterHistory, loadHistories } from '../simulation/histories.js';
import { HouseClient } from '../simulation/house-client.js';
import { Lives, type Until } from '../simulation/lives.js';
import { Tally } from '../simulation/tally.js';

const settings = configuration();
const ranked = DEMO_POLES.map((pole, index) => ({ ...pole, rank: index + 1 }));
const characters = new Map(
  ranked.map(({ rank, pays, as }) => {
    const plain = plainCharacter(rank, `Pôle fictif n° ${rank}, pays ${pays} (démonstration)`, pays);
    return [rank, { ...plain, ...as }] as const;
  }),
);
const leaveAt = new Map<number, Until>(
  ranked.map(({ rank, left }) => [rank, (key, pole) => left?.(key, pole) ?? false] as const),
);

const client = new HouseClient(`http://${settings.host}:${settings.port}`, settings.issuer);
const tally = new Tally();
const today = parisDate(machineNow());
const days = daysBetween(await client.today(), today);
const recent = ranked.filter(({ long }) => !long).map(({ rank }) => [rank, Math.max(0, days - LATE_DAYS)] as const);
const lives = new Lives(client, characters, new Chance(2026), tally, leaveAt, new Map(recent));
await lives.run(20, days - 2, (day, left) => {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${day} · ${tally.accepted} actes · ${left} à venir   `);
});
if ((await client.today()) < today) await client.step(today);
for (const history of loadHistories()) await enterHistory(client, history);
console.log(`\r  ${characters.size} pôles fictifs menés par ${tally.accepted} actes, et deux histoires vraies.      `);
if (tally.breaches.length > 0) {
  console.error(tally.breaches.join('\n'));
  process.exitCode = 1;
}
