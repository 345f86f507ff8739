import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeOwnerLock, type OwnerLock } from '../owner-lock.ts';
import { programPath } from './native.ts';
import type { Place } from './place.ts';
import { run, serverEnvironment, type Account } from './run.ts';
import { DatabaseInUse, EmbeddedUnavailable, describe } from './unavailable.ts';

const HOST = '127.0.0.1';
/** Long enough for recovery after a crash. */
const READY_WITHIN_MS = 90_000;
const FAST_STOP_MS = 20_000;

/** Rows of the product must not reach the log, so errors come without their statement and values. */
const QUIET = { log_error_verbosity: 'terse', log_min_error_statement: 'panic' };

export interface ServerOptions {
  readonly place: Place;
  readonly account: Account | undefined;
  readonly dataDir: string;
  readonly urlOf: (port: number) => string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly port: number;
  /** Ends connections, writes everything down and stops; safe to call twice. */
  readonly stop: () => Promise<void>;
}

/** Starts the server on a free loopback port; tries again when another program takes that port first. */
export async function startServer(options: ServerOptions, tries = 3): Promise<RunningServer> {
  const port = await freePort();
  const { child, tail } = launch(options, port);
  const killWithUs = (): void => void child.kill('SIGINT');
  process.once('exit', killWithUs);
  try {
    const lock = await whenReady(options, child, port);
    let stopping: Promise<void> | undefined;
    return { port, stop: () => (stopping ??= stop(options, child, lock).finally(() => process.off('exit', killWithUs))) };
  } catch (problem) {
    child.kill('SIGINT');
    process.off('exit', killWithUs);
    if (problem instanceof DatabaseInUse || tail().includes('lock file "postmaster.pid" already exists')) throw new DatabaseInUse(options.dataDir);
    if (tries > 1 && /could not bind|still in use/.test(tail())) return sleep(300).then(() => startServer(options, tries - 1));
    if (isRefusal(problem)) throw new EmbeddedUnavailable(`Het bewaarde wachtwoord in ${options.dataDir} past niet bij de database. Begin opnieuw met npm run demo:reset.`, problem);
    throw new EmbeddedUnavailable('De databaseserver stopte bij het starten.', `${describe(problem)}; ${tail()}`);
  }
}

/** In a process group of its own, so that Ctrl+C in the terminal reaches us alone and we stop the server last. */
function launch({ place, account, settings, log }: ServerOptions, port: number): { child: ChildProcess; tail: () => string } {
  const all = { listen_addresses: HOST, unix_socket_directories: '', ...QUIET, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(programPath(place.native, 'postgres'), ['-D', place.clusterDir, '-p', String(port), ...flags], {
    ...account,
    detached: process.platform !== 'win32',
    windowsHide: true,
    cwd: process.platform === 'win32' ? undefined : '/',
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4_000);
    log(`postgres: ${chunk.trimEnd()}`);
  });
  child.on('error', (problem) => (text += problem.message));
  return { child, tail: () => text.trim() };
}

/** The first connection is the one that holds the owner lock. */
async function whenReady({ urlOf }: ServerOptions, child: ChildProcess, port: number): Promise<OwnerLock> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (let last: unknown; ; await sleep(25)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) throw new Error('the server ended');
    if (Date.now() > deadline) throw new Error(`no answer in ${READY_WITHIN_MS} ms: ${describe(last)}`);
    const lock = await takeOwnerLock(urlOf(port)).catch((problem: unknown) => {
      if (isRefusal(problem)) throw problem;
      last = problem;
      return 'not yet' as const;
    });
    if (lock === undefined) throw new DatabaseInUse('');
    if (lock !== 'not yet') return lock;
  }
}

/** Wrong password or missing login: waiting does not help. */
function isRefusal(problem: unknown): boolean {
  const code = (problem as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('28');
}

async function stop({ place, account }: ServerOptions, child: ChildProcess, lock: OwnerLock): Promise<void> {
  await lock.release().catch(() => undefined);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (process.platform === 'win32') await run(programPath(place.native, 'pg_ctl'), ['stop', '-D', place.clusterDir, '-m', 'fast', '-w'], account);
  else child.kill('SIGINT');
  const inTime = await Promise.race([ended.then(() => true), sleep(FAST_STOP_MS, false, { ref: false })]);
  if (inTime) return;
  // Immediate stop; the next start recovers from the write-ahead log.
  child.kill('SIGQUIT');
  await Promise.race([ended, sleep(5_000, undefined, { ref: false })]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
