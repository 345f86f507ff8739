import { fileURLToPath } from 'node:url';
import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { runner } from 'node-pg-migrate';

const MIGRATIONS_DIR = fileURLToPath(new URL('./migrations', import.meta.url));
const MIGRATIONS_TABLE = 'schema_migration';
const OLDEST_SERVER = 150_000;

export interface MigrateOptions {
  /** Login of the owner of the schema; never the application's. */
  readonly ownerUrl: string;
  /** Signs identities; at least 32 characters. Stored where the application's role cannot read it. */
  readonly identityKey: string;
  readonly lockTimeoutMs?: number;
}

/**
 * Brings the schema up to date, under the runner's advisory lock, so that two replicas
 * that start together do it once. Returns the names of the migrations that it ran.
 * Throws when the server is older than PostgreSQL 15 or a lock is not had in time.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl, lock_timeout: options.lockTimeoutMs ?? 10_000 });
  await client.connect();
  try {
    await refuseOldServer(client);
    const ran = await runner({
      dbClient: client,
      dir: MIGRATIONS_DIR,
      migrationsTable: MIGRATIONS_TABLE,
      schema: ['kansenlijn', 'public'],
      migrationsSchema: 'kansenlijn',
      createSchema: true,
      createMigrationsSchema: true,
      direction: 'up',
      checkOrder: true,
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    });
    await client.query('grant select on kansenlijn.schema_migration to kansenlijn_app');
    await storeIdentityKey(client, options.identityKey);
    return ran.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** Names of the migrations in this release that the database has not run yet; for readiness. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const files = (await readdir(MIGRATIONS_DIR)).filter((name) => name.endsWith('.sql')).map((name) => name.replace(/\.sql$/, ''));
  const { rows } = await pool.query<{ name: string }>(`select name from kansenlijn.${MIGRATIONS_TABLE}`);
  const done = new Set(rows.map((row) => row.name));
  return files.filter((name) => !done.has(name)).sort();
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  if (Number(rows[0]?.server_version_num) < OLDEST_SERVER) throw new Error('PostgreSQL 15 or newer is needed');
}

async function storeIdentityKey(client: pg.Client, identityKey: string): Promise<void> {
  await client.query(
    `insert into kansenlijn.identity_key (key) values (convert_to($1, 'UTF8'))
     on conflict (only_row) do update set key = excluded.key where identity_key.key <> excluded.key`,
    [identityKey],
  );
}
