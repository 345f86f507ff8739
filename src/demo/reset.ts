import { resolve } from 'node:path';
import { DatabaseInUse, isEmbeddedFile, quietEmbedded } from '../../db/embedded.ts';
import { emptyDataFolder } from '../../db/embedded/data-folder.ts';
import { takeOwnerLock } from '../../db/owner-lock.ts';
import { isDemoFile } from './files.ts';

export interface ResetOptions {
  readonly dataDir: string;
  /** The person's own server: never emptied, only asked whether the demo runs on it. */
  readonly databaseUrl?: string | undefined;
  readonly log: (line: string) => void;
}

/**
 * Removes what the demo made, so that the next start begins anew. Stops nothing that is
 * in use: throws DatabaseInUse. Returns what it removed, as paths.
 */
export async function resetDemo({ dataDir, databaseUrl, log }: ResetOptions): Promise<string[]> {
  if (databaseUrl) await refuseWhenInUse(databaseUrl);
  const removed: string[] = [];
  for (const folder of await quietEmbedded(dataDir, log)) {
    const names = await emptyDataFolder(folder, (name) => isEmbeddedFile(name) || isDemoFile(name));
    removed.push(...names.map((name) => resolve(folder, name)));
  }
  return removed;
}

/** What the person reads after the reset. */
export function resetReport(removed: readonly string[], databaseUrl?: string): string {
  const lines = removed.length === 0 ? ['Er was niets om te verwijderen.'] : ['Verwijderd:', ...removed.map((path) => `  ${path}`), 'De volgende npm start begint opnieuw met de voorbeeldgegevens.'];
  if (databaseUrl) lines.push('De gegevens op uw eigen server (DATABASE_URL) zijn niet aangeraakt.');
  return lines.join('\n');
}

async function refuseWhenInUse(databaseUrl: string): Promise<void> {
  // A server that does not answer has no demo running on it either.
  const lock = await takeOwnerLock(databaseUrl).catch(() => ({ release: async () => undefined }));
  if (!lock) throw new DatabaseInUse('de database van DATABASE_URL');
  await lock.release();
}
