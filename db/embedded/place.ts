import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import { completeLinks, programPath, type Native } from './native.ts';
import { run, type Account } from './run.ts';
import { EmbeddedUnavailable } from './unavailable.ts';

export const CLUSTER = 'postgres';
/** Where root keeps the database of a checkout that the server's account cannot enter, such as one below /root. */
export const SYSTEM_HOME = '/var/lib/kansenlijn';

/** Where the programs and the cluster of one data folder are. */
export interface Place {
  readonly native: Native;
  readonly clusterDir: string;
}

export interface PlaceOptions {
  readonly dataDir: string;
  readonly native: Native;
  readonly account: Account | undefined;
  readonly log: (line: string) => void;
  readonly systemHome?: string;
}

/** The second place for the cluster of `dataDir`; only used by root. */
export function outsideFolder(dataDir: string, systemHome: string = SYSTEM_HOME): string {
  return join(systemHome, createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16));
}

/** Chooses places that the server's account can reach, copying the programs where needed. */
export async function settlePlace(options: PlaceOptions): Promise<Place> {
  const { dataDir, account, log } = options;
  const outside = outsideFolder(dataDir, options.systemHome);
  const home = !account || (await canEnter(dataDir, account)) ? dataDir : outside;
  if (home === outside) {
    log(`the account of the server cannot enter ${dataDir}; the database is kept in ${outside}`);
    await mkdir(dirname(outside), { recursive: true, mode: 0o711 });
    await openDataFolder(outside);
  }
  return { native: await settlePrograms(options, home), clusterDir: join(home, CLUSTER) };
}

async function settlePrograms({ native, account, log }: PlaceOptions, home: string): Promise<Native> {
  const linked = await completeLinks(native.root).catch((problem: unknown) => {
    log(`the library links cannot be made in place: ${String(problem)}`);
    return undefined;
  });
  if (linked) log(`made ${linked} library links that the installation had skipped`);
  const first = linked === undefined ? 'links missing' : await whyNotRunning(native, account);
  if (!first) return native;
  const copy = await copyPrograms(native, home, log);
  const second = await whyNotRunning(copy, account);
  if (second) throw new EmbeddedUnavailable('De ingebouwde PostgreSQL wil op deze machine niet draaien; hij vraagt een gewone glibc-Linux (dus geen Alpine), macOS of Windows.', second);
  return copy;
}

async function copyPrograms(native: Native, home: string, log: (line: string) => void): Promise<Native> {
  const copy: Native = { ...native, root: join(home, `programs-${native.version}`) };
  if (await stat(copy.root).catch(() => undefined)) return copy;
  log(`copying the PostgreSQL programs to ${copy.root}, where the account of the server can run them`);
  const fresh = `${copy.root}.${randomBytes(4).toString('hex')}`;
  await cp(join(await realpath(native.root), 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await completeLinks(fresh);
  // Loses only against another start that made the same copy.
  await rename(fresh, copy.root).catch(() => rm(fresh, { recursive: true, force: true }));
  return copy;
}

async function whyNotRunning(native: Native, account: Account | undefined): Promise<string | undefined> {
  const { code, output } = await run(programPath(native, 'postgres'), ['--version'], account, 15_000);
  return code === 0 ? undefined : output || `exit code ${code}`;
}

async function canEnter(dir: string, account: Account): Promise<boolean> {
  const { code } = await run('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], account);
  return code === 0;
}
