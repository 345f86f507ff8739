import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import { CONFIG_FILE, playgroundConfig } from './playground-config.ts';
import { anyFreePort, assertPortFree } from './ports.ts';

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the bot takes activities, such as http://127.0.0.1:3978/api/messages. */
  readonly botUrl: string;
  /** Ours: the Playground keeps its configuration and its logs in the working folder. */
  readonly cwd: string;
  readonly log: (line: string) => void;
  readonly readyWithinMs?: number;
}

export interface Playground {
  readonly url: string;
  /** Settles when the process ends, whether or not we asked for that. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The child ends when its channel to us closes, so that a killed parent leaves no port taken. */
const END_WITH_PARENT = 'data:text/javascript,process.once("disconnect",()=>process.exit(0));process.channel?.unref();';

/**
 * Starts the Microsoft 365 Agents Playground and waits until it answers. It listens on
 * every interface and asks nobody who they are; the caller tells the person who starts.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { cwd, log, readyWithinMs = 20_000 } = options;
  const port = options.port || (await anyFreePort());
  await assertPortFree(port, undefined, 'PLAYGROUND_PORT');
  await mkdir(cwd, { recursive: true });
  await writeFile(join(cwd, CONFIG_FILE), playgroundConfig());
  const { child, tail } = launch({ ...options, port }, log);
  const ended = once(child, 'exit').then(() => undefined, () => undefined);
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers(url, child, readyWithinMs))) {
    await stop(child, ended);
    throw failed(port, tail());
  }
  return { url, ended, stop: () => stop(child, ended) };
}

function launch({ port, botUrl, cwd }: PlaygroundOptions, log: (line: string) => void): { child: ChildProcess; tail: () => string } {
  const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const args = ['--import', END_WITH_PARENT, program, 'start', '-e', botUrl, '-c', 'msteams', '-p', String(port), '--dt'];
  const child = spawn(process.execPath, args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe', 'ipc'], windowsHide: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-2_000);
      log(`playground: ${chunk.trimEnd()}`);
    });
  }
  child.on('error', (problem) => (text += problem.message));
  return { child, tail: () => text.trim() };
}

/** No secrets of ours, no settings of another Playground, no browser window, Dutch time. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, USERPROFILE, SystemRoot, TEMP, TMP } = process.env;
  const kept = Object.fromEntries(Object.entries({ PATH, HOME, USERPROFILE, SystemRoot, TEMP, TMP }).filter(([, value]) => value !== undefined));
  return { ...kept, TZ: 'Europe/Amsterdam', TEAMSAPPTESTER_BROWSER: 'none', NO_PROXY: '127.0.0.1,localhost' };
}

async function answers(url: string, child: ChildProcess, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return false;
    const response = await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (response?.ok) return true;
  }
  return false;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), sleep(3_000, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  await ended;
}

function failed(port: number, output: string): AppError {
  return new AppError({
    code: 'playground-failed',
    userText: `De Playground wil niet starten op poort ${port}. Kies een andere poort met PLAYGROUND_PORT, of start zonder Playground met KANSENLIJN_PLAYGROUND=off.`,
    logText: `the Playground did not start on port ${port}: ${output}`,
  });
}
