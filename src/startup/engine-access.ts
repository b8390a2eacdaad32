import { existsSync } from 'node:fs';
import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig';
import type { SettingsReader } from './door.js';

/** How a Temporal server is reached. */
export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** How the connection is encrypted and who we are there; in clear and nobody when undefined. */
  readonly security?: TemporalSecurity;
}

export type TemporalSecurity = Pick<ClientConnectConfig['connectionOptions'], 'tls' | 'apiKey'>;

/** The variables by which Temporal's own tools secure a connection; `_DATA` holds what `_PATH` names. */
const STANDARD = [
  ...['TEMPORAL_TLS', 'TEMPORAL_TLS_SERVER_NAME', 'TEMPORAL_API_KEY', 'TEMPORAL_PROFILE', 'TEMPORAL_CONFIG_FILE'],
  ...['TEMPORAL_TLS_SERVER_CA_CERT_PATH', 'TEMPORAL_TLS_SERVER_CA_CERT_DATA'],
  ...['TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_CERT_DATA'],
  ...['TEMPORAL_TLS_CLIENT_KEY_PATH', 'TEMPORAL_TLS_CLIENT_KEY_DATA'],
];

/**
 * Reads how to reach Temporal. A profile of its configuration file is used only when `TEMPORAL_PROFILE` or
 * `TEMPORAL_CONFIG_FILE` names it: what a machine holds for other tools never leads the house elsewhere.
 */
export function temporalSettings(reader: SettingsReader & { address(name: string): string }): TemporalSettings {
  const found = connection(reader);
  const { tls, apiKey } = found?.connectionOptions ?? {};
  const fromProfile = reader.given('TEMPORAL_ADDRESS') === undefined ? found?.connectionOptions.address : undefined;
  return {
    address: fromProfile ?? reader.address('TEMPORAL_ADDRESS'),
    namespace: reader.given('TEMPORAL_NAMESPACE') ?? found?.namespace ?? 'default',
    taskQueue: reader.given('TEMPORAL_TASK_QUEUE') ?? 'jalon',
    ...(tls === undefined && apiKey === undefined ? {} : { security: { tls, apiKey } }),
  };
}

function connection(reader: SettingsReader): ClientConnectConfig | undefined {
  const given = STANDARD.flatMap(name => {
    const value = reader.given(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (given.length === 0) return undefined;
  const names = given.map(([name]) => name);
  const isHalf = names.some(name => name.includes('CLIENT_CERT')) !== names.some(name => name.includes('CLIENT_KEY'));
  if (isHalf)
    reader.refuse('TEMPORAL_TLS_CLIENT_CERT et TEMPORAL_TLS_CLIENT_KEY vont ensemble : l’un des deux manque.');
  const file = reader.given('TEMPORAL_CONFIG_FILE');
  if (file !== undefined && !existsSync(file))
    reader.refuse(`TEMPORAL_CONFIG_FILE nomme « ${file} », qui n'existe pas.`);
  try {
    const hasProfile = names.includes('TEMPORAL_PROFILE') || names.includes('TEMPORAL_CONFIG_FILE');
    return loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(given), disableFile: !hasProfile });
  } catch (error) {
    // What it could not read is named; what it read, a key perhaps, is not repeated.
    const { code = 'contenu illisible' } = error as NodeJS.ErrnoException;
    reader.refuse(`La connexion à Temporal ne peut être lue (${code}) : ${names.join(', ')}.`);
    return undefined;
  }
}

/** The variables that secure the connection to another server, and none of which is for the one that starts here. */
export function withoutTemporalSecurity(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !STANDARD.includes(name)));
}
