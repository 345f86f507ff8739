import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { majorVersion, programPath } from './native.ts';
import type { Place } from './place.ts';
import { run, type Account } from './run.ts';
import { EmbeddedUnavailable } from './unavailable.ts';

export const OWNER = 'kansenlijn_owner';

/** The built-in locale sorts the same on every machine and needs none to be installed. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes the cluster when there is none. Returns whether it did. */
export async function initialise(place: Place, password: string, account: Account | undefined): Promise<boolean> {
  const found = await clusterVersion(place.clusterDir);
  const wanted = majorVersion(place.native);
  if (found === wanted) return false;
  if (found !== undefined) {
    throw new EmbeddedUnavailable(`De gegevens in ${place.clusterDir} zijn van PostgreSQL ${found}, geïnstalleerd is ${wanted}. Begin opnieuw met npm run demo:reset.`);
  }
  await makeCluster(place, password, account);
  return true;
}

async function clusterVersion(clusterDir: string): Promise<string | undefined> {
  return readFile(join(clusterDir, 'PG_VERSION'), 'utf8').then((text) => text.trim(), (problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return undefined;
    throw new EmbeddedUnavailable(`De map ${clusterDir} is van een andere gebruiker.`, problem);
  });
}

/** Under another name first, so that a start that was cut off leaves no half cluster behind. */
async function makeCluster({ native, clusterDir }: Place, password: string, account: Account | undefined): Promise<void> {
  const fresh = `${clusterDir}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${fresh}.pw`;
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
    if (account) await Promise.all([fresh, passwordFile].map((path) => chown(path, account.uid, account.gid)));
    const args = ['-D', fresh, '-U', OWNER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...LOCALE, '--set=timezone=UTC'];
    const { code, output } = await run(programPath(native, 'initdb'), args, account, 120_000);
    if (code !== 0) throw new EmbeddedUnavailable('Het aanmaken van de database is mislukt.', output);
    await rename(fresh, clusterDir).catch((problem: unknown) => unlessMadeMeanwhile(clusterDir, problem));
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Another first start was a moment earlier; which of us may use the cluster is decided when the server starts. */
async function unlessMadeMeanwhile(clusterDir: string, problem: unknown): Promise<void> {
  if ((await clusterVersion(clusterDir)) === undefined) throw problem;
}
