import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsx = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist', 'cli.mjs');
const folder = mkdtempSync(join(tmpdir(), 'kansenlijn-package-'));
const zip = join(folder, 'kansenlijn.zip');

/** Runs the command as a person would, with nothing of our own environment but the path. */
const build = (args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [tsx, 'manifest/build.ts', '--out', folder, ...args], { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ...env } });

afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

// Each run starts a process of its own, which can be slow on a busy machine.
describe('npm run package', { timeout: 60_000 }, () => {
  it('without variables exits with an error, says what is missing, and leaves no package', () => {
    const { status, stderr } = build([]);
    expect(status).toBe(1);
    expect(stderr).toContain('BOT_ID ontbreekt / is missing');
    expect(stderr).not.toContain('    at ');
    expect(existsSync(zip)).toBe(false);
  });

  it('refuses a bot id that is no GUID, and an option that it does not know', () => {
    expect(build([], { BOT_ID: 'mijn-bot', PUBLIC_URL: 'https://a.nl' })).toMatchObject({ status: 1, stderr: expect.stringContaining('BOT_ID is niet geldig') as string });
    expect(build(['--dmeo'])).toMatchObject({ status: 1, stderr: expect.stringContaining('Onbekende optie') as string });
    expect(existsSync(zip)).toBe(false);
  });

  it('with --demo writes a package with the version of package.json', () => {
    expect(build(['--demo'])).toMatchObject({ status: 0, stdout: expect.stringContaining(zip) as string });
    const built = JSON.parse(Buffer.from(unzipSync(readFileSync(zip))['manifest.json'] ?? []).toString('utf8')) as { version: string };
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(built.version).toBe(own.version);
  });

  it('with the variables of a real registration writes a package for that bot', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    expect(build([], { BOT_ID: id, PUBLIC_URL: 'https://bot.voorbeeld.nl' }).status).toBe(0);
    const built = JSON.parse(Buffer.from(unzipSync(readFileSync(zip))['manifest.json'] ?? []).toString('utf8')) as { bots: { botId: string }[] };
    expect(built.bots[0]?.botId).toBe(id);
  });
});
