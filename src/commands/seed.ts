import { machineNow } from '../clock/clock.js';
import { configuration } from '../configuration.js';
import { parisDate } from '../domain/kernel/paris.js';
import { Chance } from '../simulation/chance.js';
import { plainCharacter, type Character } from '../simulation/character.js';
import { HouseClient } from '../simulation/house-client.js';
import { Lives, type Until } from '../simulation/lives.js';
import { Tally } from '../simulation/tally.js';

/** A pôle of the demonstration: whose people, where it is left, and what is particular to it. */
interface DemoPole {
  readonly pays: string;
  readonly left: string | undefined;
  readonly as?: Partial<Character>;
}

const DEMO_POLES: readonly DemoPole[] = [
  { pays: '14', left: 'local-group' },
  { pays: '21', left: 'study-choice' },
  { pays: '12', left: 'study-delivery', as: { wantsStudy: true } },
  { pays: '07', left: 'revised-project', as: { opinion: 'unfavourable' } },
  { pays: '06', left: 'council-opinion' },
  { pays: '18', left: 'legitimation-note', as: { noteNotYetOnce: true } },
  { pays: '10', left: 'grant-request' },
  { pays: '16', left: 'missing-pieces', as: { demandsPieces: true } },
  { pays: '05', left: 'vote' },
  { pays: '11', left: 'transmission' },
  { pays: '19', left: 'region-signature' },
  { pays: '08', left: 'instalment-claim' },
  { pays: '04', left: 'liquidation-validation' },
  { pays: '17', left: 'payment' },
  { pays: '02', left: undefined },
  { pays: '03', left: undefined, as: { vote: 'rejected' } },
  { pays: '09', left: undefined, as: { withdrawsAt: 'grant-request' } },
];

const settings = configuration();
const characters = new Map(
  DEMO_POLES.map(({ pays, as }, index) => {
    const rank = index + 1;
    return [rank, { ...plainCharacter(rank, `Pôle fictif du pays ${pays} (démonstration)`, pays), ...as }] as const;
  }),
);
const leaveAt = new Map<number, Until>(
  DEMO_POLES.map(({ left }, index) => [index + 1, key => left !== undefined && key.startsWith(`${left}/`)] as const),
);

const client = new HouseClient(`http://${settings.host}:${settings.port}`, settings.issuer);
const tally = new Tally();
const lives = new Lives(client, characters, new Chance(2026), tally, leaveAt);
await lives.run(20, 290, (day, left) => {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${day} · ${tally.accepted} actes · ${left} à venir   `);
});
const today = parisDate(machineNow());
if ((await client.today()) < today) await client.step(today);
console.log(`\r  ${characters.size} pôles fictifs menés par ${tally.accepted} actes.            `);
if (tally.breaches.length > 0) {
  console.error(tally.breaches.join('\n'));
  process.exitCode = 1;
}
