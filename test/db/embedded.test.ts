import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseInUse, EmbeddedUnavailable, quietEmbedded, startEmbedded, type EmbeddedDatabase } from '../../db/embedded.ts';

const HOLDER = fileURLToPath(new URL('./hold-embedded.ts', import.meta.url));

/** A cluster that was made once; making one for each test takes a second or two. */
let pristine: string;
let root: string;
let dataDir: string;
let started: EmbeddedDatabase[];
let holders: ChildProcess[];

beforeAll(async () => {
  pristine = await openFolder();
  const first = await startEmbedded({ dataDir: join(pristine, 'data'), log: () => {} });
  await first.stop();
});

afterAll(() => rm(pristine, { recursive: true, force: true }));

beforeEach(async () => {
  root = await openFolder();
  dataDir = join(root, 'data');
  // Keeps owners and modes, which PostgreSQL checks.
  await promisify(execFile)('cp', ['-a', join(pristine, 'data'), dataDir]);
  started = [];
  holders = [];
});

afterEach(async () => {
  await Promise.all(started.map((database) => database.stop()));
  for (const holder of holders) holder.kill('SIGKILL');
  await quietEmbedded(dataDir, () => {}).catch(() => []);
  await rm(root, { recursive: true, force: true });
});

/** As root, the account of the server must be able to pass through. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenlijn-embedded-'));
  await chmod(folder, 0o711);
  return folder;
}

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, log: () => {} });
  started.push(database);
  return database;
}

/** The database in another process, as `npm start` has it. */
async function hold(): Promise<{ holder: ChildProcess; ownerUrl: string; postmaster: number }> {
  const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(holder);
  const [line] = (await once(holder.stdout, 'data')) as [Buffer];
  return { holder, ownerUrl: line.toString().trim(), postmaster: await postmasterPid() };
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the embedded database, while it runs', () => {
  const lines: string[] = [];
  let folder: string;
  let database: EmbeddedDatabase;
  let ownerUrl: string;

  beforeAll(async () => {
    folder = await openFolder();
    database = await startEmbedded({ dataDir: join(folder, 'data'), log: (line) => lines.push(line) });
    ({ ownerUrl } = database);
  });

  afterAll(async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('listens on loopback only, with a password, and on no socket file', async () => {
    expect(await query(ownerUrl, "select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories', 'password_encryption', 'fsync', 'TimeZone') order by name collate \"C\"")).toEqual([
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'password_encryption', setting: 'scram-sha-256' },
      { name: 'unix_socket_directories', setting: '' },
    ]);
    const rules = await query<{ auth_method: string }>(ownerUrl, 'select distinct auth_method from pg_hba_file_rules');
    expect(rules).toEqual([{ auth_method: 'scram-sha-256' }]);
    const wrong = new URL(ownerUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('keeps the password where only its owner can read it', async () => {
    const file = join(folder, 'data', 'postgres-password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe(decodeURIComponent(new URL(ownerUrl).password));
    expect((await stat(join(folder, 'data', 'postgres'))).mode & 0o077).toBe(0);
  });

  test('writes no values of rows to the log', async () => {
    await query(ownerUrl, "create table once (code text unique); insert into once values ('PU-4KX7')");
    await expect(query(ownerUrl, "insert into once values ('PU-4KX7')")).rejects.toMatchObject({ code: '23505' });
    await expect.poll(() => lines.join('\n'), { timeout: 5_000 }).toContain('duplicate key');
    expect(lines.join('\n')).not.toContain('PU-4KX7');
  });
});

describe('the embedded database', () => {
  test('keeps its data between starts', async () => {
    const first = await start();
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('leaves nothing running after a stop, however often it is asked', async () => {
    const database = await start();
    const pid = await postmasterPid();
    await Promise.all([database.stop(), database.stop()]);
    await database.stop();
    expect(lives(pid)).toBe(false);
  });
});

describe('a second start on the same data', () => {
  test('is refused in Dutch while the first one lives, and leaves the first one alone', async () => {
    const { ownerUrl } = await start();
    const refusal = await start().catch((problem: unknown) => problem);
    expect(refusal).toBeInstanceOf(DatabaseInUse);
    expect(refusal).toMatchObject({ code: 'demo-already-running', userText: expect.stringContaining('draait al') as string });
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of two at once on an empty folder, one wins and the other is told', async () => {
    dataDir = join(root, 'empty');
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(DatabaseInUse);
  });
});

describe('after an end that was not graceful', () => {
  test('the server that a killed process left behind is stopped and started again', async () => {
    const { holder, ownerUrl, postmaster } = await hold();
    await query(ownerUrl, 'create table kept as select 1 as one');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(lives(postmaster)).toBe(true);
    const { ownerUrl: again } = await start();
    await expect.poll(() => lives(postmaster), { timeout: 5_000 }).toBe(false);
    expect(await query(again, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  test('a server that was killed itself recovers what was committed', async () => {
    const { holder, ownerUrl, postmaster } = await hold();
    await query(ownerUrl, 'create table kept as select 1 as one');
    holder.kill('SIGKILL');
    process.kill(postmaster, 'SIGKILL');
    const { ownerUrl: again } = await start();
    expect(await query(again, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  test('a pid file whose number another program has by now does not stand in the way', async () => {
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${dataDir}/postgres\n0\n1\n\n127.0.0.1\n0 0\nready\n`);
    expect(await query((await start()).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('SIGINT, SIGTERM and SIGHUP stop the server with the process', async () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const { holder, postmaster } = await hold();
      holder.kill(signal);
      expect(await once(holder, 'exit')).toEqual([0, null]);
      expect(lives(postmaster)).toBe(false);
    }
  });
});

describe('a data folder that cannot serve', () => {
  test('with other things in it is refused and left alone', async () => {
    dataDir = join(root, 'theirs');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'thesis.txt'), 'mine');
    await expect(start()).rejects.toBeInstanceOf(EmbeddedUnavailable);
    expect(await readdir(dataDir)).toEqual(['thesis.txt']);
  });

  test('that is a file is refused with the way out', async () => {
    dataDir = join(root, 'file');
    await writeFile(dataDir, '');
    await expect(start()).rejects.toMatchObject({ code: 'embedded-unavailable', userText: expect.stringContaining('DATABASE_URL=postgres://') as string });
  });

  test('of another major version of PostgreSQL names both versions and the reset', async () => {
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toMatchObject({ userText: expect.stringMatching(/PostgreSQL 16.*18.*demo:reset/) as string });
  });

  test('whose password was lost says so, and leaves nothing running', async () => {
    await rm(join(dataDir, 'postgres-password'));
    await expect(start()).rejects.toMatchObject({ userText: expect.stringMatching(/wachtwoord.*demo:reset/) as string });
    await expect.poll(() => readdir(join(dataDir, 'postgres')), { timeout: 10_000 }).not.toContain('postmaster.pid');
  });
});
