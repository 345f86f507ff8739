import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDataFolder, openDataFolder } from '../../../db/embedded/data-folder.ts';
import { keptSecret } from '../../../db/embedded/secret.ts';

let root: string;
let dir: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kansenlijn-folder-'));
  dir = join(root, 'a', 'data');
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('a data folder', () => {
  test('is made with its parents, marked, and recognised later', async () => {
    await openDataFolder(dir);
    await openDataFolder(dir);
    expect(await readdir(dir)).toEqual(['.kansenlijn-data']);
  });

  test('that exists and is empty becomes ours', async () => {
    await mkdir(dir, { recursive: true });
    await openDataFolder(dir);
    expect(await readdir(dir)).toEqual(['.kansenlijn-data']);
  });
});

describe('emptying a data folder', () => {
  const ours = (name: string): boolean => name.startsWith('our-');

  test('removes what is ours and then the folder', async () => {
    await openDataFolder(dir);
    await mkdir(join(dir, 'our-folder'));
    await writeFile(join(dir, 'our-folder', 'file'), '');
    expect(await emptyDataFolder(dir, ours)).toEqual(['our-folder']);
    await expect(stat(dir)).rejects.toThrow('ENOENT');
  });

  test('keeps what somebody else put there, and the folder with its marker', async () => {
    await openDataFolder(dir);
    await writeFile(join(dir, 'our-file'), '');
    await writeFile(join(dir, 'theirs'), 'kept');
    expect(await emptyDataFolder(dir, ours)).toEqual(['our-file']);
    expect((await readdir(dir)).sort()).toEqual(['.kansenlijn-data', 'theirs']);
  });

  test('removes nothing without the marker', async () => {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'our-file'), 'kept');
    await expect(emptyDataFolder(dir, ours)).rejects.toMatchObject({ code: 'folder-not-ours' });
    expect(await readFile(join(dir, 'our-file'), 'utf8')).toBe('kept');
  });

  test('does not follow a link out of the folder', async () => {
    await openDataFolder(dir);
    await writeFile(join(root, 'outside'), 'kept');
    await symlink(root, join(dir, 'our-link'));
    await emptyDataFolder(dir, ours);
    expect(await readFile(join(root, 'outside'), 'utf8')).toBe('kept');
  });

  test('that does not exist is nothing to do', async () => {
    expect(await emptyDataFolder(dir, ours)).toEqual([]);
  });
});

describe('a kept secret', () => {
  test('is made once, long, and readable by its owner only', async () => {
    const file = join(root, 'secret');
    const all = await Promise.all(Array.from({ length: 8 }, () => keptSecret(file)));
    expect(new Set(all).size).toBe(1);
    expect(await keptSecret(file)).toBe(all[0]);
    expect(all[0]!.length).toBeGreaterThanOrEqual(43);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(root)).toEqual(['secret']);
  });

  test('that others could read is closed to them', async () => {
    const file = join(root, 'secret');
    await writeFile(file, 'x'.repeat(32), { mode: 0o644 });
    expect(await keptSecret(file)).toBe('x'.repeat(32));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('of 31 characters is refused, not used and not replaced', async () => {
    const file = join(root, 'secret');
    await writeFile(file, 'x'.repeat(31));
    await expect(keptSecret(file)).rejects.toThrow('no usable secret');
    expect(await readFile(file, 'utf8')).toBe('x'.repeat(31));
  });
});
