import type { DataSource, Logger } from 'typeorm';

/** A statement sent to the database, and its values. */
export interface Sent {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What is sent to the database by a source while some work is done, the bounds of transactions included. */
export async function statementsOf(source: DataSource, work: () => Promise<unknown>): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const nothing = () => undefined;
  const heard: Logger = {
    logQuery: (sql, values) => void sent.push({ sql, values: Array.isArray(values) ? values : [] }),
    ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing },
  };
  const before = source.logger;
  source.logger = heard;
  try {
    await work();
  } finally {
    source.logger = before;
  }
  return sent;
}
