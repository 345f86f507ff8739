import { mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completeLinks, findNative, majorVersion } from '../../../db/embedded/native.ts';
import { EmbeddedUnavailable } from '../../../db/embedded.ts';

let root: string;
const lib = (): string => join(root, 'native', 'lib');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kansenlijn-native-'));
  await mkdir(lib(), { recursive: true });
  await writeFile(join(lib(), 'libpq.so.5.18'), 'library');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function links(...names: string[]): Promise<void> {
  const entries = names.map((name) => ({ source: 'native/lib/libpq.so.5.18', target: name }));
  await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(entries));
}

describe('the library links', () => {
  test('that the installation skipped are made, relative to their folder', async () => {
    await links('native/lib/libpq.so.5', 'native/lib/libpq.so');
    expect(await completeLinks(root)).toBe(2);
    expect(await readlink(join(lib(), 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await readFile(join(lib(), 'libpq.so'), 'utf8')).toBe('library');
  });

  test('that exist are left as they are', async () => {
    await links('native/lib/libpq.so.5', 'native/lib/libpq.so');
    await symlink('elsewhere', join(lib(), 'libpq.so.5'));
    expect(await completeLinks(root)).toBe(1);
    expect(await readlink(join(lib(), 'libpq.so.5'))).toBe('elsewhere');
    expect(await completeLinks(root)).toBe(0);
  });

  test('are none on a platform that needs none', async () => {
    expect(await completeLinks(root)).toBe(0);
  });

  test('outside the package are refused', async () => {
    await links('../outside.so');
    await expect(completeLinks(root)).rejects.toThrow('outside its package');
  });

  test('of a list that is something else are refused', async () => {
    await writeFile(join(root, 'native', 'pg-symlinks.json'), '{"source": 1}');
    await expect(completeLinks(root)).rejects.toThrow();
  });
});

describe('the programs', () => {
  test('of this platform are found', async () => {
    expect(majorVersion(await findNative())).toBe('18');
  });

  test.each([['freebsd', 'x64'], ['linux', 's390x'], ['win32', 'arm64']])('for %s on %s do not exist, which is said with the way out', async (platform, arch) => {
    const problem = await findNative(platform, arch).catch((reason: unknown) => reason);
    expect(problem).toBeInstanceOf(EmbeddedUnavailable);
    expect((problem as EmbeddedUnavailable).userText).toMatch(new RegExp(`${platform} op ${arch}.*DATABASE_URL=`));
  });
});
