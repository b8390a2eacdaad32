import { demoToken } from '../access/demo-token.js';
import { DEFAULT_OIDC_PORT } from '../startup/configuration.js';

const issuer = process.env['JALON_ISSUER'] ?? `http://127.0.0.1:${process.env['JALON_OIDC_PORT'] ?? DEFAULT_OIDC_PORT}`;
try {
  console.log(await demoToken(issuer, process.argv[2] ?? ''));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
