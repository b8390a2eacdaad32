import { DEMO_ACCOUNTS } from '../access/demo-accounts.js';
import { demoToken } from '../access/demo-token.js';
import { DEFAULT_OIDC_PORT } from '../startup/configuration.js';
import { commandLine } from './options.js';

const line = commandLine({
  run: 'npm run token',
  does: 'Donne un jeton d’un compte de démonstration, pris au fournisseur de JALON_ISSUER.',
  argument: { name: 'compte', says: `L’un de : ${DEMO_ACCOUNTS.map(({ account }) => account).join(', ')}.` },
});

const issuer = process.env['JALON_ISSUER'] ?? `http://127.0.0.1:${process.env['JALON_OIDC_PORT'] ?? DEFAULT_OIDC_PORT}`;
try {
  console.log(await demoToken(issuer, line.argument ?? ''));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
