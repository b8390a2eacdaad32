import { machineNow } from '../clock/clock.js';
import { configuration } from '../startup/configuration.js';
import { parisDate } from '../domain/kernel/paris.js';
import { demonstrate } from '../simulation/demonstration.js';
import { HouseClient } from '../simulation/house-client.js';
import { command } from './boot.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run seed',
  does: 'Mène les pôles fictifs et les histoires vraies de la démonstration, une fois, sur une maison neuve.',
});

const settings = await command(() => configuration());
const client = new HouseClient(`http://${settings.host}:${settings.port}`, settings.issuer);
const stats = await demonstrate(client, parisDate(machineNow()), (day, { accepted }) => {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${day} · ${accepted} actes   `);
});
console.log(`\r  Pôles fictifs et histoires vraies menés par ${stats.accepted} actes.      `);
if (stats.breaches.length > 0) {
  console.error(stats.breaches.join('\n'));
  process.exitCode = 1;
}
