import { Client, Connection } from '@temporalio/client';

export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

/** A server that comes back is found again within two seconds, however long it was away. */
const SOON_AGAIN = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 };

/** A client that connects at its first use: the API starts, and records acts, while the server is away. */
export function lazyClient({ address, namespace }: TemporalSettings): Client {
  const connection = Connection.lazy({ address, connectTimeout: '2 seconds', channelArgs: { ...SOON_AGAIN } });
  return new Client({ connection, namespace });
}
