import { Connection, isGrpcServiceError } from '@temporalio/client';
import { StartupError } from '../startup/startup-error.js';
import type { TemporalSettings } from './connection.js';
import { missingAttributes } from '../embedded/search-attributes.js';

const PATIENCE = 2000;
/** Status codes of gRPC. */
const NOT_FOUND = [5];
const AWAY = [4, 14];
const NOT_FOR_US = [7, 12, 16];

/**
 * Looks whether the server can tell the stories. Refuses a namespace that does not exist and missing search attributes;
 * answers `away` when the server does not answer.
 */
export async function checkEngine(settings: TemporalSettings): Promise<'ready' | 'away'> {
  const connection = Connection.lazy({ ...settings.security, address: settings.address });
  try {
    await connection.withDeadline(performance.timeOrigin + performance.now() + PATIENCE, async () => {
      await requireNamespace(connection, settings);
      await requireAttributes(connection, settings);
    });
    return 'ready';
  } catch (error) {
    if (hasStatus(error, AWAY)) return 'away';
    throw error;
  } finally {
    await connection.close();
  }
}

async function requireNamespace(connection: Connection, { address, namespace }: TemporalSettings): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } catch (error) {
    if (!hasStatus(error, NOT_FOUND)) throw error;
    throw new StartupError(
      `Le namespace « ${namespace} » (TEMPORAL_NAMESPACE) n'existe pas sur le serveur Temporal ${address} : créez-le, ou nommez-en un autre.`,
      { cause: error },
    );
  }
}

async function requireAttributes(connection: Connection, { address, namespace }: TemporalSettings): Promise<void> {
  const known = await attributesOf(connection, namespace);
  const missing = known === 'untold' ? [] : missingAttributes(known);
  if (missing.length > 0)
    throw new StartupError(
      `Le namespace « ${namespace} » du serveur Temporal ${address} n'a pas les attributs de recherche ${missing.join(', ')} : enregistrez-les.`,
    );
}

/** What the namespace knows; a server may tell it to its administrators alone. */
async function attributesOf(connection: Connection, namespace: string) {
  try {
    return (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes ?? {};
  } catch (error) {
    if (hasStatus(error, NOT_FOR_US)) return 'untold';
    throw error;
  }
}

function hasStatus(error: unknown, codes: readonly number[]): boolean {
  return isGrpcServiceError(error) && codes.includes(Number(error.code));
}
