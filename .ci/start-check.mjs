// Runs `npm start` as a newcomer would, without a terminal, on free ports and in a folder of
// its own; waits until bot and Playground answer, then stops it as Ctrl+C does.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEADLINE_MS = 120_000;
/** Both are held until both are known, because a port that was let go can be given again. */
async function twoFreePorts() {
  const probes = [createServer().listen(0, '127.0.0.1'), createServer().listen(0, '127.0.0.1')];
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => once(probe.close(), 'close')));
  return ports;
}
const answers = async (url) => (await fetch(url).catch(() => undefined))?.ok === true;

const dataDir = await mkdtemp(join(tmpdir(), 'kansenlijn-start-'));
const [port, playgroundPort] = await twoFreePorts();
const environment = { ...process.env, PORT: String(port), PLAYGROUND_PORT: String(playgroundPort), KANSENLIJN_DATA_DIR: join(dataDir, 'data') };
let ended = false;

async function start() {
  const started = Date.now();
  const child = spawn('npm', ['start'], { env: environment, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const exit = new Promise((resolve) => child.once('exit', (code) => { ended = true; resolve(code); }));
  ended = false;
  while (!ended && Date.now() - started < DEADLINE_MS) {
    if (await answers(`http://127.0.0.1:${port}/readyz`) && await answers(`http://127.0.0.1:${playgroundPort}/_debug/ping`)) {
      const seconds = (Date.now() - started) / 1000;
      process.kill(-child.pid, 'SIGINT');
      await exit;
      return seconds;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!ended) process.kill(-child.pid, 'SIGKILL');
  throw new Error('npm start did not become ready');
}

try {
  const first = await start();
  const second = await start();
  console.log(`first start ${first.toFixed(1)} s, second start ${second.toFixed(1)} s`);
  if (await answers(`http://127.0.0.1:${port}/healthz`)) throw new Error('the bot still answers after it was stopped');
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
