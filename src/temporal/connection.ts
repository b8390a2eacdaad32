import { Client, Connection } from '@temporalio/client';

export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

/** A client that connects at its first use: the API starts, and records acts, while the server is away. */
export function lazyClient({ address, namespace }: TemporalSettings): Client {
  const connection = Connection.lazy({ address, connectTimeout: '2 seconds' });
  return new Client({ connection, namespace });
}
