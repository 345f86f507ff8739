import { join, resolve } from 'node:path';
import pg from 'pg';
import { serverAccount } from './embedded/account.ts';
import { openDataFolder } from './embedded/data-folder.ts';
import { OWNER, initialise } from './embedded/initialise.ts';
import { livePostmaster, settleLeftover } from './embedded/leftover.ts';
import { findNative } from './embedded/native.ts';
import { CLUSTER, outsideFolder, settlePlace } from './embedded/place.ts';
import { keptSecret } from './embedded/secret.ts';
import { startServer } from './embedded/server.ts';

export { DatabaseInUse, EmbeddedUnavailable } from './embedded/unavailable.ts';

const DATABASE = 'kansenlijn';
const PASSWORD = 'postgres-password';

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
  readonly stop: () => Promise<void>;
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
  const password = await keptSecret(join(dataDir, PASSWORD));
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

/** Names in a data folder that the embedded server made, those of a start that was cut off included. */
export function isEmbeddedFile(name: string): boolean {
  return name === CLUSTER || name.startsWith(`${CLUSTER}.new-`) || name.startsWith(PASSWORD) || name.startsWith('programs-');
}

/**
 * Makes sure that no server runs on these data, so that they can be removed: stops one
 * that an earlier start left behind, throws DatabaseInUse for one that is in use.
 * Returns the folders that may hold them, `dataDir` first.
 */
export async function quietEmbedded(givenDir: string, log: (line: string) => void): Promise<string[]> {
  const dataDir = resolve(givenDir);
  const folders = [dataDir, outsideFolder(dataDir)];
  for (const clusterDir of folders.map((folder) => join(folder, CLUSTER))) {
    if (!(await livePostmaster(clusterDir))) continue;
    const account = await serverAccount({ clusters: [clusterDir], log });
    const { native } = await settlePlace({ dataDir, native: await findNative(), account, log });
    const password = await keptSecret(join(dataDir, PASSWORD));
    await settleLeftover({ place: { native, clusterDir }, account, dataDir, log, urlOf: (port) => connectionString(password, port, 'postgres') });
  }
  return folders;
}

function connectionString(password: string, port: number, database: string): string {
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
