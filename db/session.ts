import type pg from 'pg';
import type { z } from 'zod/v4';

/** What a query family gets: one connection, inside a transaction that runs as a person. */
export interface Session {
  readonly client: pg.PoolClient;
  readonly personId: string | null;
  readonly identityKey: string;
  /** Sets another capacity for the rest of the transaction; see `identity.ts`. */
  asAggregate(): Promise<void>;
}

/** Runs a query and parses every row: the database is outside, too. */
export async function queryRows<T>(session: Session, schema: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const { rows } = await session.client.query<Record<string, unknown>>(sql, [...values]);
  return rows.map((row) => schema.parse(row));
}

export async function queryRow<T>(session: Session, schema: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T | undefined> {
  return (await queryRows(session, schema, sql, values))[0];
}

/** Runs a statement and returns how many rows it touched. */
export async function execute(session: Session, sql: string, values: readonly unknown[] = []): Promise<number> {
  return (await session.client.query(sql, [...values])).rowCount ?? 0;
}
