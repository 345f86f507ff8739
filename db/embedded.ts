import { join, resolve } from 'node:path';
import pg from 'pg';
import { serverAccount } from './embedded/account.ts';
import { openDataFolder } from './embedded/data-folder.ts';
import { OWNER, initialise } from './embedded/initialise.ts';
import { settleLeftover } from './embedded/leftover.ts';
import { findNative } from './embedded/native.ts';
import { CLUSTER, outsideFolder, settlePlace } from './embedded/place.ts';
import { keptSecret } from './embedded/secret.ts';
import { startServer } from './embedded/server.ts';

export { DatabaseInUse, EmbeddedUnavailable } from './embedded/unavailable.ts';

const DATABASE = 'kansenlijn';

export interface EmbeddedOptions {
  /** Ours alone; the cluster goes into its folder `postgres`, the password beside it. */
  readonly dataDir: string;
  /** Debug lines, in English. */
  readonly log: (line: string) => void;
  /** Server settings beside the defaults; for tests, which may lose their data. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedDatabase {
  /** Connection string of the owner of everything in the cluster. */
  readonly ownerUrl: string;
  /** Ends all connections and stops the server; call it after everything that uses the database has stopped. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on loopback, with data that are kept.
 * Throws EmbeddedUnavailable (reason and way out) or DatabaseInUse.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log, settings = {} } = options;
  const dataDir = resolve(options.dataDir);
  const native = await findNative();
  await openDataFolder(dataDir);
  const account = await serverAccount({ clusters: [join(dataDir, CLUSTER), join(outsideFolder(dataDir), CLUSTER)], log });
  const place = await settlePlace({ dataDir, native, account, log });
  const password = await keptSecret(passwordFile(dataDir));
  if (await initialise(place, password, account)) log(`made a database cluster in ${place.clusterDir}`);
  const context = { place, account, dataDir, settings, log, urlOf: (port: number) => connectionString(password, port, 'postgres') };
  await settleLeftover(context);
  const server = await startServer(context);
  try {
    await createDatabase(context.urlOf(server.port));
  } catch (problem) {
    await server.stop();
    throw problem;
  }
  log(`database server on 127.0.0.1:${server.port}`);
  return { ownerUrl: connectionString(password, server.port, DATABASE), stop: () => server.stop() };
}

export function passwordFile(dataDir: string): string {
  return join(dataDir, 'postgres-password');
}

export function connectionString(password: string, port: number, database: string): string {
  return `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
