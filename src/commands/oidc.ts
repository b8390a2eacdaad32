import { once } from 'node:events';
import { demoProvider } from '../access/oidc-provider.js';
import { configuration } from '../startup/configuration.js';
import { StartupError } from '../startup/startup-error.js';
import { command } from './boot.js';
import { logger } from './logger.js';
import { untilStopped } from './until-stopped.js';
import { commandLine } from './options.js';

commandLine({
  run: 'node dist/src/commands/oidc.js',
  does: 'Sert le fournisseur d’identité de la démonstration, hors production.',
});

const log = logger('oidc');
const settings = await command(() => {
  const read = configuration();
  if (!read.production) return read;
  throw new StartupError(
    "Le fournisseur d'identité embarqué ne sert pas en production : JALON_ISSUER en désigne un vrai.",
  );
});
const provider = await command(() => demoProvider(settings.issuer, settings.audience, process.env['JALON_OIDC_KEYS']));
const server = provider.listen(Number(new URL(settings.issuer).port), settings.host);
await once(server, 'listening');
log.info({ issuer: settings.issuer }, "fournisseur d'identité de démonstration prêt");

untilStopped(log, async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});
