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
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 3_000,
    statement_timeout: options.statementTimeoutMs ?? 8_000,
    // Teams gives a press five seconds.
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'kansenlijn',
    options: '-c TimeZone=UTC -c search_path=kansenlijn,public',
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return pool;
}
