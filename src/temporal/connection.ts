import { Client, Connection } from '@temporalio/client';
import type { TemporalSettings } from '../startup/engine-access.js';

export type { TemporalSettings };

/** A server that comes back is found again within two seconds, however long it was away. */
const SOON_AGAIN = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 };

/** A client that connects at its first use: the API starts, and records acts, while the server is away. */
export function lazyClient({ address, namespace, security }: TemporalSettings): Client {
  const channelArgs = { ...SOON_AGAIN };
  const connection = Connection.lazy({ ...security, address, connectTimeout: '2 seconds', channelArgs });
  return new Client({ connection, namespace });
}
