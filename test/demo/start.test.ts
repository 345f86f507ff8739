import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbedded } from '../../db/embedded.ts';
import { DEMO_TENANT_ID } from '../../src/demo/identity.ts';
import { resetDemo, resetReport } from '../../src/demo/reset.ts';
import { startDemo, type BotInput, type DemoParts, type RunningDemo } from '../../src/demo/start.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let root: string;
let dataDir: string;
let events: string[];
let printed: string[];
let bots: BotInput[];
let running: RunningDemo[];
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  root = await mkdtemp(join(tmpdir(), 'kansenlijn-demo-'));
  await chmod(root, 0o711);
  dataDir = join(root, 'data');
  events = [];
  printed = [];
  bots = [];
  running = [];
});

afterEach(async () => {
  for (const demo of running) await demo.stop();
  await database.drop();
  await rm(root, { recursive: true, force: true });
});

const parts: DemoParts = {
  loadDemo: async ({ tenantId }) => void events.push(`load ${tenantId}`),
  startBot: async (input) => {
    bots.push(input);
    events.push('bot');
    return { messagesUrl: 'http://127.0.0.1:3978/api/messages', whoYouAre: 'Anouk', stop: async () => void events.push('bot stopped') };
  },
  startDatabase: async () => {
    events.push('database');
    return { ownerUrl: database.ownerUrl, stop: async () => void events.push('database stopped') };
  },
  startPlayground: async ({ cwd }) => {
    events.push(`playground in ${cwd.slice(dataDir.length)}`);
    return { url: 'http://127.0.0.1:56150', ended: new Promise(() => {}), stop: async () => void events.push('playground stopped') };
  },
  print: (text) => void printed.push(text),
  log: () => {},
};

async function start(env: NodeJS.ProcessEnv = {}, changed: Partial<DemoParts> = {}): Promise<RunningDemo> {
  const demo = await startDemo({ PORT: '0', PLAYGROUND_PORT: '0', KANSENLIJN_DATA_DIR: dataDir, ...env }, { ...parts, ...changed });
  running.push(demo);
  return demo;
}

describe('starting the demo', () => {
  test('goes database, data, bot, Playground, text; and stops the other way round', async () => {
    const demo = await start();
    expect(events).toEqual(['database', `load ${DEMO_TENANT_ID}`, 'bot', 'playground in /playground']);
    expect(printed.join()).toContain('http://127.0.0.1:56150');
    await demo.stop();
    expect(events.slice(4)).toEqual(['playground stopped', 'bot stopped', 'database stopped']);
  });

  test('loads the demo data once, keeps its key, and renews the login of the bot', async () => {
    await (await start()).stop();
    await (await start()).stop();
    expect(events.filter((event) => event.startsWith('load'))).toHaveLength(1);
    expect(bots[1]!.identityKey).toBe(bots[0]!.identityKey);
    expect((await stat(join(dataDir, 'identity-key'))).mode & 0o777).toBe(0o600);
    expect(bots[1]!.databaseUrl).not.toBe(bots[0]!.databaseUrl);
  });

  test('loads again after a load that failed', async () => {
    await expect(start({}, { loadDemo: () => Promise.reject(new Error('half')) })).rejects.toThrow('half');
    expect(events).toEqual(['database', 'database stopped']);
    await start();
    expect(events).toContain(`load ${DEMO_TENANT_ID}`);
  });

  test('that is stopped while it starts begins no further step and leaves nothing running', async () => {
    const interrupted = new AbortController();
    const loadDemo = async (): Promise<void> => interrupted.abort();
    await expect(start({}, { loadDemo, signal: interrupted.signal })).rejects.toThrow();
    expect(events).toEqual(['database', 'database stopped']);
  });

  test('gives the bot a login that is not the owner', async () => {
    const demo = await start();
    const client = new pg.Client({ connectionString: bots[0]!.databaseUrl });
    await client.connect();
    expect((await client.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')).rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    await client.end();
    expect(new URL(demo.ownerUrl).username).not.toBe(new URL(bots[0]!.databaseUrl).username);
  });

  test('without the Playground starts none and prints the address of the bot', async () => {
    const demo = await start({ KANSENLIJN_PLAYGROUND: 'off', KANSENLIJN_TODAY: '2026-11-22' });
    expect(demo.playgroundUrl).toBeUndefined();
    expect(events).not.toContain('playground in /playground');
    expect(printed.join()).toMatch(/zonder Playground[\s\S]*22-11-2026/);
  });

  test.each(['PORT', 'PLAYGROUND_PORT'])('with %s taken starts nothing and names the setting', async (name) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(start({ [name]: String(port) })).rejects.toMatchObject({ code: 'port-in-use', userText: expect.stringContaining(`${name}=`) as string });
    expect(events).toEqual([]);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    other.close();
  });

  test('in production is refused before anything starts', async () => {
    await expect(start({ NODE_ENV: 'production' })).rejects.toMatchObject({ name: 'ConfigError' });
    expect(events).toEqual([]);
  });

  test('on a server of your own uses it, and only once at a time', async () => {
    const demo = await start({ DATABASE_URL: database.ownerUrl });
    expect(demo.ownerUrl).toBe(database.ownerUrl);
    expect(events[0]).toBe(`load ${DEMO_TENANT_ID}`);
    await expect(start({ DATABASE_URL: database.ownerUrl })).rejects.toMatchObject({ code: 'demo-already-running' });
    await expect(resetDemo({ dataDir, databaseUrl: database.ownerUrl, log: () => {} })).rejects.toMatchObject({ code: 'demo-already-running' });
    await demo.stop();
    const removed = await resetDemo({ dataDir, databaseUrl: database.ownerUrl, log: () => {} });
    expect(resetReport(removed, database.ownerUrl)).toContain('niet aangeraakt');
  });
});

describe('starting over', () => {
  const embedded: Partial<DemoParts> = { startDatabase: startEmbedded };
  const reset = (): Promise<string[]> => resetDemo({ dataDir, log: () => {} });

  test('is refused while the demo runs, and removes nothing then', async () => {
    const demo = await start({}, embedded);
    const before = (await readdir(dataDir)).sort();
    await expect(reset()).rejects.toMatchObject({ code: 'demo-already-running' });
    expect((await readdir(dataDir)).sort()).toEqual(before);
    await demo.stop();
  });

  test('removes all that the demo made, so that the next start loads again', async () => {
    await (await start({}, embedded)).stop();
    expect((await reset()).map((path) => path.slice(dataDir.length)).sort()).toEqual(['/demo-loaded', '/identity-key', '/postgres', '/postgres-password']);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    await start();
    expect(events.filter((event) => event.startsWith('load'))).toHaveLength(2);
    expect(bots[1]!.identityKey).not.toBe(bots[0]!.identityKey);
  });

  test('keeps what somebody else put in the folder, and is nothing to do the second time', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'notes.txt'), 'mine');
    await reset();
    expect(await readFile(join(dataDir, 'notes.txt'), 'utf8')).toBe('mine');
    expect(resetReport(await reset())).toBe('Er was niets om te verwijderen.');
  });

  test('refuses a folder that is not ours', async () => {
    await expect(resetDemo({ dataDir: root, log: () => {} })).resolves.toEqual([]);
    await writeFile(join(root, 'identity-key'), 'theirs');
    await expect(resetDemo({ dataDir: root, log: () => {} })).rejects.toMatchObject({ code: 'folder-not-ours' });
    expect(await readFile(join(root, 'identity-key'), 'utf8')).toBe('theirs');
  });
});
