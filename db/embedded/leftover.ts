import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeOwnerLock } from '../owner-lock.ts';
import { programPath } from './native.ts';
import type { Place } from './place.ts';
import { run, type Account } from './run.ts';
import { DatabaseInUse, EmbeddedUnavailable } from './unavailable.ts';

/** What postmaster.pid tells of a server that runs, or ran. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface LeftoverOptions {
  readonly place: Place;
  readonly account: Account | undefined;
  readonly dataDir: string;
  readonly urlOf: (port: number) => string;
  readonly log: (line: string) => void;
}

/**
 * Deals with a server of an earlier start. One whose process was killed leaves its server
 * behind: that is stopped. One that is in use ends this start with DatabaseInUse.
 */
export async function settleLeftover(options: LeftoverOptions): Promise<void> {
  const { place, account, dataDir, log } = options;
  const left = await livePostmaster(place.clusterDir);
  if (!left) return;
  if (await isOwned(options, left)) throw new DatabaseInUse(dataDir);
  log(`stopping the database server (process ${left.pid}) of an earlier start that ended without stopping it`);
  const { code, output } = await run(programPath(place.native, 'pg_ctl'), ['stop', '-D', place.clusterDir, '-m', 'fast', '-w', '-t', '30'], account);
  if (code !== 0 && isAlive(left.pid)) throw new EmbeddedUnavailable(`De databaseserver van een eerdere start (proces ${left.pid}) wil niet stoppen.`, output);
}

/** The server that runs on this cluster. Removes a pid file whose number another program has by now, which PostgreSQL itself would not dare. */
export async function livePostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const file = join(clusterDir, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const found = { pid: Number(lines[0]), port: Number(lines[3]) };
  if (!Number.isInteger(found.pid) || found.pid <= 0 || !isAlive(found.pid)) return undefined;
  if (await isPostgres(found.pid)) return found;
  await rm(file, { force: true });
  return undefined;
}

/**
 * Whether a living process holds the owner lock. "Free" counts only when seen twice: a
 * start beside ours takes the lock right after its server answers.
 */
async function isOwned({ urlOf }: LeftoverOptions, { pid, port }: Postmaster): Promise<boolean> {
  for (let tries = 0, free = 0; tries < 60; tries++) {
    if (!isAlive(pid)) return false;
    const lock = await takeOwnerLock(urlOf(port)).catch(() => 'unreachable' as const);
    if (lock === undefined) return true;
    if (lock !== 'unreachable') {
      await lock.release();
      if (++free === 2) return false;
    }
    await sleep(250);
  }
  throw new EmbeddedUnavailable(`Op deze gegevens draait al een databaseserver (proces ${pid}) die niet antwoordt.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True when in doubt. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres')
      : (await run('ps', ['-o', 'command=', '-p', String(pid)])).output;
  return command.includes('postgres');
}
