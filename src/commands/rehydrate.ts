import { configuration } from '../startup/configuration.js';
import { isUuid } from '../domain/kernel/ids.js';
import { quarantinedDossiers } from '../record/upkeep/quarantine.js';
import { lazyClient } from '../temporal/connection.js';
import { registerSearchAttributes, Rehydration, type Progress } from '../temporal/rehydration.js';
import { Stories } from '../temporal/stories.js';
import { command, openDatabase } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { logger } from './logger.js';
import { commandLine, refuseOption } from './options.js';

const line = commandLine({
  run: 'npm run rehydrate',
  does: 'Relance chaque récit là où en est son dossier, quand Temporal a perdu sa mémoire.',
  options: { after: { text: 'PÔLE', says: 'Reprend après ce pôle, là où une interruption s’est arrêtée.' } },
});
const after = line.value('after');
if (after !== undefined && !isUuid(after)) refuseOption('--after attend l’identifiant d’un pôle.');

const { settings, source } = await command(async () => {
  const read = configuration(houseEnvironment());
  return { settings: read, source: await openDatabase(read) };
});
const client = lazyClient(settings.temporal);
await registerSearchAttributes(client, settings.temporal.namespace);

let upTo = after;
function show(progress: Progress): void {
  upTo = progress.upTo;
  if (process.stdout.isTTY || progress.done % 100 === 0)
    process.stdout.write(
      `${process.stdout.isTTY ? '\r' : ''}${progress.done}/${progress.total} récits${process.stdout.isTTY ? '' : '\n'}`,
    );
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    const goOn = upTo === undefined ? '' : ` -- --after ${upTo}`;
    console.log(`\nInterrompu. Pour reprendre : npm run rehydrate${goOn}`);
    process.exit(130);
  });

const rehydration = new Rehydration(source, new Stories(client, settings.temporal), logger('rehydrate'));
const { resumed, silent } = await rehydration.run(after, show);
const aside = await quarantinedDossiers(source.manager);
await client.connection.close();
await source.destroy();
console.log(`${process.stdout.isTTY ? '\r' : ''}${resumed} récits là où sont leurs dossiers.`);
for (const { id } of aside) console.log(`${id} : mis de côté, son récit attend.`);
for (const id of silent) console.error(`Récit non repris : ${id}`);
process.exitCode = silent.length === 0 ? 0 : 1;
