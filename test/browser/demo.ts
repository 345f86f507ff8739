import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twoFreePorts } from '../../src/demo/ports.ts';

/** The day of every browser test; the demo records end two days before it. */
export const TODAY = '2026-11-22';
/** Far more than a start takes; a busy machine is given the time. */
const READY_WITHIN_MS = 90_000;
const ROOT = join(import.meta.dirname, '../..');

export interface Demo {
  readonly playgroundUrl: string;
  /** Where everything is kept; a demo started on it again finds what was stored. */
  readonly dataDir: string;
  /** What was printed for the person who started. */
  readonly banner: string;
  /** As Ctrl+C would. Settles when the process has ended. */
  stop(): Promise<void>;
}

/** A folder that the embedded server's own account may pass through, also when root runs the tests. */
export async function makeDataDir(): Promise<{ dataDir: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenlijn-browser-'));
  await chmod(folder, 0o711);
  return { dataDir: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Starts what `npm start` starts, on free ports, and waits until it says that it runs. */
export async function startDemo(dataDir: string): Promise<Demo> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/demo/start-command.ts'], { cwd: ROOT, env: await environment(dataDir), stdio: ['ignore', 'pipe', 'pipe'] });
  const banner = await readyText(child).catch(async (problem: unknown) => {
    await stop(child);
    throw problem;
  });
  const playgroundUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(banner)?.[0];
  if (!playgroundUrl) throw new Error(`the demo names no address: ${banner}`);
  return { playgroundUrl, dataDir, banner, stop: () => stop(child) };
}

/** Nothing of the machine's own settings: a DATABASE_URL or a credential would make it another demo. */
async function environment(dataDir: string): Promise<NodeJS.ProcessEnv> {
  const { PATH, HOME, TMPDIR } = process.env;
  const [port, playgroundPort] = await twoFreePorts();
  return {
    PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }),
    PORT: String(port), PLAYGROUND_PORT: String(playgroundPort),
    KANSENLIJN_DATA_DIR: dataDir, KANSENLIJN_TODAY: TODAY, LOG_LEVEL: 'warn',
  };
}

/** Resolves with the banner; rejects with what was printed when the process ends first or is too late. */
function readyText(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`the demo did not start: ${why}\n${output}`));
    };
    const timer = setTimeout(() => fail(`nothing within ${READY_WITHIN_MS} ms`), READY_WITHIN_MS);
    child.once('exit', (code) => fail(`it ended with ${code}`));
    child.once('error', (problem) => fail(problem.message));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      // The last line of the banner.
      if (!output.includes('Stoppen: Ctrl+C')) return;
      clearTimeout(timer);
      resolve(output);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
