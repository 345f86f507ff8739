import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../../db/embedded.ts';
import { createDatabase, dropDatabase, withDatabase } from '../../support/server.ts';

export interface BenchServer {
  /** Version and what decides how long a commit takes. */
  readonly description: string;
  /** An empty database; its owner's connection string. */
  newDatabase(name: string): Promise<string>;
  /** Removes the databases and what was started. */
  stop(): Promise<void>;
}

/**
 * The server of TEST_DATABASE_URL, or an embedded one in a temporary folder with the
 * settings of the demo: a commit waits for the disk.
 */
export async function openServer(): Promise<BenchServer> {
  const given = process.env['TEST_DATABASE_URL'];
  const { ownerUrl, stop, kind } = given ? { ownerUrl: given, stop: async () => undefined, kind: 'server' } : await startTemporary();
  const made: string[] = [];
  return {
    description: await describeServer(ownerUrl, kind),
    async newDatabase(name) {
      const database = `kl_bench_${name}_${randomBytes(3).toString('hex')}`;
      await createDatabase(ownerUrl, database);
      made.push(database);
      return withDatabase(ownerUrl, database);
    },
    async stop() {
      if (given) for (const database of made) await dropDatabase(ownerUrl, database, `kansenlijn_${database}`);
      await stop();
    },
  };
}

async function startTemporary(): Promise<{ ownerUrl: string; stop: () => Promise<void>; kind: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kansenlijn-bench-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir, log: () => {} });
    return { ownerUrl: server.ownerUrl, stop: () => server.stop().finally(remove), kind: 'embedded' };
  } catch (problem) {
    await remove();
    throw problem;
  }
}

async function describeServer(url: string, kind: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; fsync: string; commit: string }>(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`);
    const { version, fsync, commit } = rows[0]!;
    return `PostgreSQL ${version} (${kind}), fsync ${fsync}, synchronous_commit ${commit}`;
  } finally {
    await client.end();
  }
}
