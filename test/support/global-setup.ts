import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { createDatabase, dropDatabase, lockTemplate, withDatabase } from './server.ts';

/** What every test process is told about the server of this run. */
export interface TestServer {
  /** Owner's connection string to a maintenance database. */
  readonly adminUrl: string;
  /** A migrated, empty database that nobody connects to. */
  readonly template: string;
  /** The key with which the template was migrated. */
  readonly identityKey: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * One server and one migrated template for the whole run: the server of TEST_DATABASE_URL
 * (whose login must be allowed to make databases and roles), or an embedded one that is
 * removed afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { ownerUrl: given, stop: async () => undefined } : await startTemporary();
  const template = `kansenlijn_template_${randomBytes(4).toString('hex')}`;
  const identityKey = randomBytes(32).toString('base64url');
  const teardown = async (): Promise<void> => {
    if (given) await dropDatabase(given, template);
    await server.stop();
  };
  try {
    await createDatabase(server.ownerUrl, template);
    await migrate({ ownerUrl: withDatabase(server.ownerUrl, template), identityKey });
    await lockTemplate(server.ownerUrl, template);
  } catch (problem) {
    await teardown();
    throw problem;
  }
  project.provide('testServer', { adminUrl: server.ownerUrl, template, identityKey });
  return teardown;
}

/** Nothing of it survives the run, so it need not wait for the disk. */
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function startTemporary(): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kansenlijn-test-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir, log: () => {}, settings: HASTY });
    return { ownerUrl: server.ownerUrl, stop: () => server.stop().finally(remove) };
  } catch (problem) {
    await remove();
    throw problem;
  }
}
