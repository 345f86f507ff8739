import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { z } from 'zod/v4';

/** What a query family gets: one connection, inside a transaction that runs as a person. */
export interface Session {
  readonly client: pg.PoolClient;
  readonly personId: string | null;
  readonly identityKey: string;
  /** Address at which people reach the server, for links; absent when the operator set none. */
  readonly publicUrl?: (() => string | undefined) | undefined;
  /** Sets another capacity for the rest of the transaction; see `identity.ts`. */
  asAggregate(): Promise<void>;
  /** A statement that nobody waits for until the commit; when it fails, the turn fails. */
  beforeCommit(statement: Promise<unknown>): void;
}

const names = new Map<string, string>();

/**
 * A query that each connection parses and plans once: under row-level security planning
 * costs more than running. The text must be a constant, because every text is kept, here
 * and in each connection.
 */
export function prepared(text: string, values: readonly unknown[] = []): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 32)));
  return { name, text, values: [...values] };
}

/** Runs a query and parses every row: the database is outside, too. */
export async function queryRows<T>(session: Session, schema: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const { rows } = await session.client.query<Record<string, unknown>>(prepared(sql, values));
  return rows.map((row) => schema.parse(row));
}

export async function queryRow<T>(session: Session, schema: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T | undefined> {
  return (await queryRows(session, schema, sql, values))[0];
}

/** Runs a statement and returns how many rows it touched. */
export async function execute(session: Session, sql: string, values: readonly unknown[] = []): Promise<number> {
  return (await session.client.query(prepared(sql, values))).rowCount ?? 0;
}
