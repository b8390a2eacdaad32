import { configuration } from '../startup/configuration.js';
import { StartupError } from '../startup/startup-error.js';
import { giveFirstAdmin } from '../record/people/mandates.js';
import { command, openDatabase } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine, refuseOption } from './options.js';

const line = commandLine({
  run: 'npm run first-admin',
  does: 'Donne le rôle d’administrateur à un compte, tant que personne ne le tient ; l’API donne ensuite les autres droits.',
  argument: { name: 'compte', says: 'Le « sub » que le fournisseur d’identité donne à cette personne.' },
});

await command(async () => {
  const account = line.argument ?? refuseOption('Un compte est attendu. Aide : npm run first-admin -- --help');
  const source = await openDatabase(configuration(houseEnvironment()));
  const given = await giveFirstAdmin(source.manager, account);
  await source.destroy();
  if (!given) throw new StartupError('Quelqu’un administre déjà : les droits se donnent par l’API (POST /api/rights).');
  console.log(`${account} administre.`);
});
