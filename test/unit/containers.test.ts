import { describe, expect, it } from '@jest/globals';
import { configuration, ConfigurationError } from '../../src/startup/configuration.js';
import { containerFiles, environmentOf, services, settingsOf, type ContainerFiles } from './containers/files.js';
import { containerFaults } from './containers/rules.js';

type Mutation = readonly [what: string, file: keyof ContainerFiles, from: string, to: string, fault: string];

const MUTATIONS: readonly Mutation[] = [
  ['a floating Node', 'dockerfile', '24.21.0-bookworm-slim', '24-bookworm-slim', 'not pinned: node:24-'],
  ['an older Node', 'dockerfile', 'node:24.21.0', 'node:22.21.0', 'not pinned: node:22'],
  ['another Node', 'dockerfile', 'node:24.21.0', 'node:24.20.0', 'not pinned: node:24.20.0'],
  ['another Node by nvm', 'nvmrc', '24.21.0', '24.20.0', '.nvmrc names 24.20.0'],
  ['a second Node', 'dockerfile', ' node_modules/node ', ' ', 'a second Node in the image'],
  ['the latest Temporal', 'compose', 'temporal:1.5.1', 'temporal:latest', 'not pinned: temporalio/temporal:latest'],
  ['another PostgreSQL', 'compose', 'postgres:18.4', 'postgres:17.1', 'not pinned: postgres:17.1'],
  ['a label left behind', 'dockerfile', 'image.version="0.1.0"', 'image.version="0.0.9"', 'the label does not say'],
  ['dependencies of development', 'dockerfile', ' --omit=dev', '', 'dependencies of development'],
  ['workflows not bundled', 'dockerfile', 'bundle-workflows', 'migrate', 'not bundled in the build stage'],
  ['another bundle', 'dockerfile', '/app/dist/workflow-bundle.js', '/app/bundle.js', 'named another bundle'],
  ['root', 'dockerfile', 'USER node', 'USER root', 'runs as root'],
  ['no user', 'dockerfile', 'USER node\n', '', 'runs as root'],
  ['no health of the image', 'dockerfile', 'HEALTHCHECK', 'LABEL', 'no health check'],
  ['a shell form', 'dockerfile', '["node", "dist/src/commands/api.js"]', 'node api.js', 'not in exec form'],
  ['development', 'dockerfile', 'JALON_ENV=production', 'JALON_ENV=development', 'not set to production'],
  ['a secret in the image', 'dockerfile', 'TZ=UTC', 'TZ=UTC API_TOKEN=abc', 'API_TOKEN is not asked for'],
  ['a variable nobody tells of', 'dockerfile', 'TZ=UTC', 'TZ=UTC LANG=C', 'does not tell of LANG'],
  ['an argument nobody tells of', 'dockerfile', 'USER node', 'ARG REVISION\nUSER node', 'does not tell of REVISION'],
  ['an open context', 'ignored', '*\n', '', 'the context of the build is open'],
  ['data left out', 'ignored', '!data\n', '', 'data is copied but ignored'],
  [
    'the setting undone',
    'compose',
    '{JALON_ENV:-production}',
    '{JALON_ENV:-demo}',
    'JALON_ENV of the image is overridden',
  ],
  ['another setting undone', 'compose', 'JALON_LOG:', 'TZ:', 'TZ of the image is overridden'],
  [
    'a start that does not wait',
    'compose',
    'migrate: { condition: service_completed_successfully }',
    'migrate: { condition: service_started }',
    'until migrate is ready',
  ],
  [
    'an engine nobody waits for',
    'compose',
    '  temporal: { condition: service_healthy }\n',
    '',
    'worker does not wait for temporal',
  ],
  [
    'no health of the engine',
    'compose',
    'test: [CMD, temporal, operator',
    'tests: [CMD, temporal, operator',
    'temporal does not say',
  ],
  ['a health over the socket', 'compose', '--host=127.0.0.1, ', '', 'before its first start is over'],
  ['a port for all', 'compose', '127.0.0.1:${JALON_PORT', '${JALON_PORT', 'beyond this machine'],
  ['a port of the engine', 'compose', ':-8233}:8233', ':-7233}:7233', 'which nobody outside needs'],
  [
    'a password made up',
    'compose',
    '${JALON_OWNER_PASSWORD:?le mot de passe du rôle jalon}',
    'jalon',
    'PASSWORD is not asked for',
  ],
  [
    'a password in an address',
    'compose',
    '//jalon@postgres',
    '//jalon:jalon@postgres',
    'OWNER_DATABASE_URL holds a password',
  ],
  [
    'a provider by default',
    'compose',
    ":?l'adresse du fournisseur d'identité OIDC",
    ':-http://oidc',
    'JALON_ISSUER is not asked for',
  ],
  [
    'a variable without default',
    'compose',
    '${JALON_LOG:-info}',
    '$JALON_LOG',
    'JALON_LOG has neither default nor message',
  ],
  ['a command that is not there', 'compose', 'commands/worker.js', 'commands/ouvrier.js', 'no command ouvrier'],
  [
    'a file that is not there',
    'compose',
    './containers/postgres',
    './containers/postgre',
    'is mounted but does not exist',
  ],
  [
    'an attribute forgotten',
    'compose',
    '      - --search-attribute=PoleBudgetYear=Int\n',
    '',
    'Temporal lacks PoleBudgetYear=Int',
  ],
  ['a default that changed', 'compose', ':-3000}', ':-8080}', 'does not say: JALON_PORT | non | 8080'],
  ['a variable of nothing', 'guide', '`JALON_LOG` ', '`JALON_LOGS` ', 'says too much: JALON_LOGS'],
  [
    'a secret made up',
    'compose',
    '${JALON_BOUNCE_SECRET:-}',
    '${JALON_BOUNCE_SECRET:-chut}',
    'SECRET is not asked for',
  ],
  [
    'a demonstration for all',
    'compose',
    'profiles: [demo]\n    command: [node, dist/src/commands/oidc',
    'command: [node, dist/src/commands/oidc',
    'oidc is not kept to the demonstration',
  ],
  [
    'a worker of the demonstration',
    'compose',
    '    command: [node, dist/src/commands/worker',
    '    profiles: [demo]\n    command: [node, dist/src/commands/worker',
    'worker starts in the demonstration alone',
  ],
  [
    'a start that waits for the demonstration',
    'compose',
    '  temporal: { condition: service_healthy }\n',
    '  temporal: { condition: service_healthy }\n  oidc: { condition: service_healthy }\n',
    'api waits for oidc',
  ],
  ['the health of another', 'compose', 'health.js, mailbox', 'health.js, oidc', 'mailbox does not ask after itself'],
  ['an example that forgets', 'example', 'JALON_SMTP_URL=', '# JALON_SMTP_URL=', 'does not say JALON_SMTP_URL'],
  ['an example of nothing', 'example', 'JALON_LOG=', 'JALON_LOGS=', 'says JALON_LOGS, which nothing reads'],
  ['an example left empty', 'example', '=app-demonstration', '=', 'leaves JALON_APP_PASSWORD empty'],
  [
    'a fixed variable of nothing',
    'guide',
    '| `PGPASSWORD`',
    '| `PGPASSFILE`',
    'tells of PGPASSFILE, which nothing sets',
  ],
];

describe('The containers', () => {
  it('are pinned, documented, gated on health and without root', () => {
    expect(containerFaults(containerFiles())).toEqual([]);
  });

  it.each(MUTATIONS)('are refused with %s', (_, file, from, to, fault) => {
    const files = containerFiles();
    expect(files[file]).toContain(from);
    const faults = containerFaults({ ...files, [file]: files[file].replaceAll(from, to) });
    expect(faults.join('\n')).toContain(fault);
  });
});

/** The services that run the program. */
const OURS = services(containerFiles().compose).flatMap(([name, { build }]) => (build === undefined ? [] : [name]));

const PRODUCTION = {
  ...{ JALON_APP_PASSWORD: 'a', JALON_OWNER_PASSWORD: 'b', JALON_POSTGRES_PASSWORD: 'c' },
  ...{ JALON_ISSUER: 'https://connexion.example', JALON_SMTP_URL: 'smtps://relais.example' },
  ...{ JALON_MAIL_FROM: 'Jalon <jalon@region.example>', JALON_PUBLIC_URL: 'https://jalon.example' },
  ...{ JALON_OIDC_CLIENT: 'jalon', JALON_OIDC_SECRET: 'd', JALON_CLAMAV: 'antivirus:3310' },
};

const read = (name: string, given: Readonly<Record<string, string>>) =>
  configuration(environmentOf(containerFiles(), name, given));

describe('The settings of the containers', () => {
  const example = settingsOf(containerFiles().example);

  it.each(OURS)('start %s from the example, as a demonstration', name => {
    expect(read(name, example)).toMatchObject({ production: false, clock: 'stepping', host: '0.0.0.0' });
  });

  it('lead the demonstration to its own identity provider and its own mailbox', () => {
    const { issuer, mail } = read('api', example);
    expect(new URL(issuer).host).toBe('oidc:3001');
    expect(new URL(mail.smtpUrl ?? '').hostname).toBe('mailbox');
    expect(read('mailbox', example).mail).toEqual(mail);
    expect(read('oidc', example).issuer).toBe(issuer);
  });

  it.each(['migrate', 'api', 'worker'])('start %s in production when the ten are given and nothing else', name => {
    expect(read(name, PRODUCTION)).toMatchObject({ production: true, clock: 'running', host: '0.0.0.0' });
  });

  it('refuse what the demonstration leaves behind in production', () => {
    const start = () => read('api', { ...example, JALON_ENV: 'production' });
    expect(start).toThrow(ConfigurationError);
    for (const name of ['JALON_CLOCK=stepping', 'JALON_CLOCK_OFFSET', 'JALON_MAILBOX']) expect(start).toThrow(name);
  });
});
