import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_ACCOUNTS } from '../access/demo-accounts.js';
import { ConfigurationError } from '../startup/configuration.js';
import { lockInstance } from '../embedded/instance-lock.js';
import { portOf, startInstance, type InstanceOptions, type RunningInstance } from '../embedded/instance.js';
import { exists } from '../embedded/postgres-folders.js';
import { upgradeHouse } from '../record/upkeep/upgrade.js';
import { StartupError } from '../startup/startup-error.js';
import { DEMONSTRATION_DAYS } from '../simulation/demonstration.js';
import { homeFolder, keepEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm start',
  does: 'Démarre tout sur cette machine, et prépare la démonstration la première fois. Ctrl-C arrête tout.',
});

const DEFAULT_UI_PORT = 8233;
/** The demonstration's clock first stands three years back: its oldest pôles are carried from there to the present day. */
const DEMONSTRATION_BEGINS = String(-DEMONSTRATION_DAYS * 86_400);

const stopping = new AbortController();
const say = (line: string): void => console.log(line);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) say(`Arrêt demandé (${signal}).`);
    stopping.abort();
  });
}
// A closed terminal or pipe must not keep us from stopping what runs; a full disk must not stop it.
for (const output of [process.stdout, process.stderr])
  output.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'ENOSPC') stopping.abort();
  });

process.exit(await main(homeFolder()));

/** Starts everything, waits for the end, stops everything; 0 when asked to stop, 1 when something failed. */
async function main(home: string): Promise<0 | 1> {
  try {
    const lock = await lockInstance(home);
    try {
      await runInstance(home);
    } finally {
      await lock.release();
    }
    return 0;
  } catch (error) {
    if (stopping.signal.aborted && !(error instanceof AggregateError)) return 0;
    console.error(explained(error));
    return 1;
  }
}

async function runInstance(home: string): Promise<void> {
  say('Jalon démarre…');
  const instance = await startInstance(optionsFrom(home, process.env));
  try {
    keepEnvironment(home, instance.env);
    await seedOnce(home, instance);
    await welcome(instance);
    await Promise.race([instance.failure, untilAsked()]);
  } finally {
    say('Arrêt de Jalon…');
    await instance.stop();
  }
}

function optionsFrom(home: string, env: NodeJS.ProcessEnv): InstanceOptions {
  const [port, oidcPort] = [portOf(env, 'JALON_PORT'), portOf(env, 'JALON_OIDC_PORT')];
  const demonstration = env['JALON_CLOCK'] === undefined && env['JALON_ENV'] !== 'production';
  return {
    home,
    upgrade: upgradeHouse,
    uiPort: portOf(env, 'JALON_TEMPORAL_UI_PORT') ?? DEFAULT_UI_PORT,
    ...(port === undefined ? {} : { port }),
    ...(oidcPort === undefined ? {} : { oidcPort }),
    ...(demonstration ? { clock: 'stepping' as const, env: { JALON_CLOCK_OFFSET: DEMONSTRATION_BEGINS, ...env } } : {}),
    onProgress: line => say(`  ${line}`),
    signal: stopping.signal,
  };
}

async function seedOnce(home: string, { env, failure }: RunningInstance): Promise<void> {
  const seeded = join(home, 'seeded');
  if (await exists(seeded)) return;
  say('  Première fois : préparation des données de démonstration…');
  const seed = spawn(process.execPath, [fileURLToPath(new URL('seed.js', import.meta.url))], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: stopping.signal,
  });
  try {
    const [code] = (await Promise.race([once(seed, 'exit'), failure])) as [number | null];
    if (code !== 0) throw new StartupError('Les données de démonstration n’ont pas pu être préparées.');
  } finally {
    seed.kill('SIGKILL');
  }
  await writeFile(seeded, '');
}

async function welcome(instance: RunningInstance): Promise<void> {
  const clock = (await (await fetch(`${instance.url}/api/clock`)).json()) as { today: string; mode: string };
  const width = Math.max(...DEMO_ACCOUNTS.map(({ account }) => account.length));
  say(
    [
      '',
      `Jalon est prêt : ${instance.url}`,
      `  Documentation de l'API : ${instance.docsUrl}`,
      ...(instance.env['JALON_MAILBOX'] ? [`  Courriers envoyés :      ${instance.url}/boite`] : []),
      `  Récits (Temporal) :      ${instance.temporalUi ?? instance.temporalAddress}`,
      `  Date de l'horloge :      ${clock.today}${clock.mode === 'stepping' ? ' (elle avance à la demande)' : ''}`,
      '  Comptes de démonstration (un jeton : npm run token -- <compte>) :',
      ...DEMO_ACCOUNTS.map(({ account, label }) => `    ${account.padEnd(width)}  ${label}`),
      '',
      'Ctrl-C pour tout arrêter.',
    ].join('\n'),
  );
}

async function untilAsked(): Promise<void> {
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
}

function explained(error: unknown): string {
  if (error instanceof StartupError || error instanceof ConfigurationError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
