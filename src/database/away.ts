import pg from 'pg';
import { QueryFailedError } from 'typeorm';

/** No connection could be had: the database was not asked anything. */
export class DatabaseAwayError extends Error {
  constructor(cause: Error) {
    super('La base de données ne répond pas.', { cause });
    this.name = 'DatabaseAwayError';
  }
}

/** What the driver said of a connection that was lost while it was in use; it bears no code. */
const LOST = new WeakSet<Error>();

type Checkout = Parameters<typeof pg.Pool.prototype.connect>[0];

/** A pool that says by types, not by sentences, that the database is away. */
export class HousePool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super(config);
    this.on('connect', client => client.on('error', error => LOST.add(error)));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(checkout: Checkout): void;
  override connect(checkout?: Checkout): Promise<pg.PoolClient> | void {
    const named = (error: Error) =>
      error instanceof pg.DatabaseError || this.ending ? error : new DatabaseAwayError(error);
    if (checkout === undefined)
      return super.connect().catch((error: Error) => {
        throw named(error);
      });
    super.connect((error, client, release) => checkout(error && named(error), client, release));
  }
}

/**
 * What PostgreSQL answers when it is being stopped or started, has no room (its connections taken, its disk full), or
 * broke off what took too long: class 08 (connection), and these.
 */
const AWAY = ['53100', '53300', '57014', '57P01', '57P02', '57P03', '57P05', '25P03'];

/** Whether an error says that the database is not there, or not now; any other is a fault of ours. */
export function isDatabaseAway(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (cause instanceof pg.DatabaseError)
    return cause.code !== undefined && (AWAY.includes(cause.code) || cause.code.startsWith('08'));
  return cause instanceof DatabaseAwayError || (cause instanceof Error && (LOST.has(cause) || isReadTimeout(cause)));
}

/** The one thing that the driver says by its text alone: that an answer did not come within `query_timeout`. */
function isReadTimeout({ message }: Error): boolean {
  return message === 'Query read timeout';
}
