import pg from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

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

/** What PostgreSQL answers when it is being stopped or started, or broke off what took too long. */
const AWAY = ['57014', '57P01', '57P02', '57P03', '57P05', '25P03'];
/** Classes 08 (connection) and 53 (no room left: disk, memory, connections). */
const AWAY_CLASSES = ['08', '53'];

/** Whether an error says that the database is not there, or not now; any other is a fault of ours. */
export function isDatabaseAway(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (cause instanceof pg.DatabaseError) {
    const { code = '' } = cause;
    return AWAY.includes(code) || AWAY_CLASSES.includes(code.slice(0, 2));
  }
  if (cause instanceof DatabaseAwayError || cause instanceof QueryRunnerAlreadyReleasedError) return true;
  return cause instanceof Error && (LOST.has(cause) || TOLD_BY_TEXT.includes(cause.message));
}

/**
 * What the driver says by its text alone, to the query alone: that an answer did not come within `query_timeout`, and
 * that the connection was lost before. A connection that was lost is also let go by TypeORM, which then refuses its use.
 */
const TOLD_BY_TEXT = ['Query read timeout', 'Client has encountered a connection error and is not queryable'];
