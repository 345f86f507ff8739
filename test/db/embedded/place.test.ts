import { chmod, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findNative, type Native } from '../../../db/embedded/native.ts';
import { outsideFolder, settlePlace } from '../../../db/embedded/place.ts';
import type { Account } from '../../../db/embedded/run.ts';
import { EmbeddedUnavailable } from '../../../db/embedded.ts';

/** Root drops to an account without rights; anybody else can only become themselves. */
const IS_ROOT = process.getuid?.() === 0;
const ACCOUNT: Account = IS_ROOT ? { uid: 65_534, gid: 65_534 } : { uid: process.getuid!(), gid: process.getgid!() };

let root: string;
let dataDir: string;
let systemHome: string;
let native: Native;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kansenlijn-place-'));
  await chmod(root, 0o711);
  dataDir = join(root, 'closed', 'data');
  systemHome = join(root, 'system');
  await mkdir(dataDir, { recursive: true });
  native = await findNative();
});

afterEach(async () => {
  await chmod(join(root, 'closed'), 0o755);
  await rm(root, { recursive: true, force: true });
});

const settle = (account: Account | undefined, from = native) => settlePlace({ dataDir, native: from, account, log: () => {}, systemHome });

describe('the place of the database', () => {
  test('is the data folder when the server runs as ourselves', async () => {
    expect(await settle(undefined)).toEqual({ native, clusterDir: join(dataDir, 'postgres') });
  });

  test('is the data folder when the account of the server can enter it', async () => {
    expect((await settle(ACCOUNT)).clusterDir).toBe(join(dataDir, 'postgres'));
    await expect(readdir(systemHome)).rejects.toThrow('ENOENT');
  });

  test('is a folder of the system, marked as ours, when the account cannot', async () => {
    await chmod(join(root, 'closed'), 0o600);
    const { clusterDir } = await settle(ACCOUNT);
    expect(clusterDir).toBe(join(outsideFolder(dataDir, systemHome), 'postgres'));
    expect(await readdir(outsideFolder(dataDir, systemHome))).toContain('.kansenlijn-data');
  });

  test('outside differs per data folder and not per start', () => {
    expect(outsideFolder('/a/b', '/s')).toBe(outsideFolder('/a/c/../b', '/s'));
    expect(outsideFolder('/a/b', '/s')).not.toBe(outsideFolder('/a/c', '/s'));
  });
});

describe('programs that do not run where they are', () => {
  async function packageOf(postgres: string, links: string): Promise<Native> {
    const root2 = join(root, 'package');
    await mkdir(join(root2, 'native', 'bin'), { recursive: true });
    await writeFile(join(root2, 'native', 'bin', 'postgres'), postgres, { mode: 0o755 });
    await writeFile(join(root2, 'native', 'pg-symlinks.json'), links);
    return { root: root2, version: '18.0.0' };
  }

  test('are copied beside the data, links included', async () => {
    // Runs in its copy only, as programs below a closed folder do.
    const found = await packageOf('#!/bin/sh\ncase "$0" in */programs-*) exit 0;; *) exit 126;; esac\n', '[{"source":"native/bin/postgres","target":"native/bin/linked"}]');
    const { native: copy } = await settle(undefined, found);
    expect(copy.root).toBe(join(dataDir, 'programs-18.0.0'));
    expect((await lstat(join(copy.root, 'native', 'bin', 'linked'))).isSymbolicLink()).toBe(true);
    expect(await settle(undefined, found)).toMatchObject({ native: copy });
  });

  test('and not in a copy either are reported with what they said', async () => {
    const found = await packageOf('#!/bin/sh\necho "libz.so.1: cannot open shared object file" >&2; exit 127\n', '[]');
    const problem = await settle(undefined, found).catch((reason: unknown) => reason);
    expect(problem).toBeInstanceOf(EmbeddedUnavailable);
    expect((problem as EmbeddedUnavailable).logText).toContain('libz.so.1');
    expect((problem as EmbeddedUnavailable).userText).toContain('DATABASE_URL=');
  });
});
