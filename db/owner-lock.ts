import pg from 'pg';

/** "KANSENLIJN" on a telephone, cut to 31 bits; the second number says what is locked. */
const LOCK = [526_736, 1] as const;

export interface OwnerLock {
  release(): Promise<void>;
}

/**
 * Says that this process is the one that uses the database, for as long as it lives: the
 * server drops the lock with the connection, also after a kill -9, so there is no stale
 * lock file. Undefined when another process has it. Rejects when the server is not reached.
 */
export async function takeOwnerLock(url: string, onLost: (error: Error) => void = () => {}): Promise<OwnerLock | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000, application_name: 'kansenlijn owner', keepAlive: true });
  client.on('error', onLost);
  try {
    await client.connect();
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1, $2) as ours', [...LOCK]);
    if (rows[0]?.ours) return { release: () => client.end() };
  } catch (problem) {
    await client.end().catch(() => undefined);
    throw problem;
  }
  await client.end();
  return undefined;
}
