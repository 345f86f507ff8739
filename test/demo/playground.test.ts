import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT_ID, PLAYGROUND_USER } from '../../src/demo/identity.ts';
import { playgroundConfig } from '../../src/demo/playground-config.ts';
import { startPlayground, type Playground } from '../../src/demo/playground.ts';
import { anyFreePort } from '../../src/demo/ports.ts';

const HOLDER = fileURLToPath(new URL('./hold-playground.ts', import.meta.url));
const BOT = 'http://127.0.0.1:9/api/messages';

let cwd: string;
const started: Playground[] = [];

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'kansenlijn-playground-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((playground) => playground.stop()));
  await rm(cwd, { recursive: true, force: true });
});

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/_debug/ping`).then((response) => response.ok, () => false);
}

describe('the Playground', () => {
  test('starts with our people and team, keeps its files in the given folder, and stops', async () => {
    const playground = await startPlayground({ port: 0, botUrl: BOT, cwd, log: () => {} });
    started.push(playground);
    const { config } = (await (await fetch(`${playground.url}/_internal/v1/testConfig`)).json()) as { config: Record<string, unknown> };
    expect(config).toMatchObject({ tenantId: DEMO_TENANT_ID, currentUser: PLAYGROUND_USER });
    expect(await readFile(join(cwd, '.m365agentsplayground.yml'), 'utf8')).toBe(playgroundConfig());
    expect((await readdir(cwd)).sort()).toEqual(['.m365agentsplayground.yml', 'devTools']);
    await playground.stop();
    await playground.stop();
    expect(await answers(playground.url)).toBe(false);
  });

  test('on a taken port says which setting to change', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(startPlayground({ port, botUrl: BOT, cwd, log: () => {} })).rejects.toMatchObject({ code: 'port-in-use', userText: expect.stringContaining('PLAYGROUND_PORT') as string });
    other.close();
  });

  test('that does not answer in time is stopped and reported', async () => {
    const port = await anyFreePort();
    await expect(startPlayground({ port, botUrl: BOT, cwd, log: () => {}, readyWithinMs: 1 })).rejects.toMatchObject({ code: 'playground-failed' });
    expect(await answers(`http://127.0.0.1:${port}`)).toBe(false);
  });

  test('ends when the process that started it is killed', async () => {
    const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, cwd], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(holder.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    expect(await answers(url)).toBe(true);
    holder.kill('SIGKILL');
    await expect.poll(() => answers(url), { timeout: 5_000 }).toBe(false);
  });
});
