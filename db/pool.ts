import pg from 'pg';
import { types } from './types.ts';

export interface PoolOptions {
  readonly max?: number;
  /** How long a turn waits for a connection before it says that the database is away. */
  readonly connectTimeoutMs?: number;
  readonly statementTimeoutMs?: number;
  /** Called for a connection that broke while idle; the pool replaces it. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * A pool of connections with our types. A server that went away breaks idle connections;
 * without a listener on the pool that would end the process instead of the connection.
 */
export function createPool(connectionString: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    types,
    // Statements that do not wait for each other's result share a round trip.
    pipeline: true,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 3_000,
    statement_timeout: options.statementTimeoutMs ?? 8_000,
    // Teams gives a press five seconds.
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'kansenlijn',
    // Compiling a statement costs seconds where running it costs milliseconds; tables without
    // statistics, as in a new database, look so large to the planner that it would.
    options: '-c TimeZone=UTC -c search_path=kansenlijn,public -c jit=off',
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  // A connection that breaks between two queries of a turn tells its client, not the pool; the
  // next query then fails, and the turn says so. Unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
