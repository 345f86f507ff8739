import { stat } from 'node:fs/promises';
import { run, type Account } from './run.ts';
import { EmbeddedUnavailable } from './unavailable.ts';

const USER = 'postgres';

export interface AccountOptions {
  /** Existing clusters, which must be served by the account that owns them. */
  readonly clusters: readonly string[];
  readonly log: (line: string) => void;
  readonly isRoot?: boolean;
}

/**
 * The account for the server: ourselves, or, because PostgreSQL refuses to run as root,
 * the owner of the existing cluster or the user `postgres`, which is made when it is
 * missing (as a distribution's own package would make it).
 */
export async function serverAccount({ clusters, log, isRoot = process.getuid?.() === 0 }: AccountOptions): Promise<Account | undefined> {
  if (!isRoot) return undefined;
  for (const cluster of clusters) {
    const owner = await stat(cluster).catch(() => undefined);
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  return (await lookUp()) ?? (await create(log));
}

async function lookUp(): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', USER]), run('id', ['-g', USER])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

async function create(log: (line: string) => void): Promise<Account> {
  const made = await run('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/postgresql', '--shell', '/bin/sh', USER]);
  const account = await lookUp();
  if (!account) {
    throw new EmbeddedUnavailable('PostgreSQL weigert als root te draaien en de gebruiker "postgres" kon niet worden gemaakt. Start Kansenlijn als gewone gebruiker.', made.output);
  }
  log(`made the system user "${USER}", because PostgreSQL refuses to run as root`);
  return account;
}
