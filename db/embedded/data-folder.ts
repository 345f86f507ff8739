import { chmod, mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../src/errors.ts';
import { EmbeddedUnavailable } from './unavailable.ts';

/** Says that a folder is ours; nothing is ever removed from a folder without it. */
export const MARKER = '.kansenlijn-data';
const MARKER_TEXT = 'This folder belongs to Kansenlijn. `npm run demo:reset` empties it.\n';

/**
 * Makes the folder, or recognises it as ours. A folder with something else in it is
 * refused, so that a reset can never remove what somebody else put there.
 */
export async function openDataFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    const found = await readdir(dir);
    if (found.includes(MARKER)) return;
    if (found.length > 0) throw new EmbeddedUnavailable(`De map ${dir} is niet leeg en niet van Kansenlijn. Kies met KANSENLIJN_DATA_DIR een andere map.`);
    // The server's account must be able to pass through; what is secret has mode 0600 or 0700 itself.
    await chmod(dir, 0o711);
    await writeFile(join(dir, MARKER), MARKER_TEXT);
  } catch (problem) {
    if (problem instanceof EmbeddedUnavailable) throw problem;
    throw new EmbeddedUnavailable(`De map ${dir} kan niet worden gemaakt of gelezen door deze gebruiker.`, problem);
  }
}

/**
 * Removes what `isOurs` recognises, and the folder itself when nothing else is left.
 * Returns the names that it removed; rejects, having removed nothing, for a folder without our marker.
 */
export async function emptyDataFolder(dir: string, isOurs: (name: string) => boolean): Promise<string[]> {
  const found: string[] = await readdir(dir).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return [];
    throw problem;
  });
  if (found.length === 0) return [];
  if (!found.includes(MARKER)) throw notOurs(dir);
  const removed = found.filter(isOurs);
  for (const name of removed) await rm(join(dir, name), { recursive: true, force: true });
  if (removed.length + 1 === found.length) {
    await rm(join(dir, MARKER));
    await rmdir(dir);
  }
  return removed;
}

function notOurs(dir: string): AppError {
  return new AppError({
    code: 'folder-not-ours',
    userText: `De map ${dir} is niet door Kansenlijn gemaakt (het bestand ${MARKER} ontbreekt). Er is niets verwijderd.`,
    logText: `refused to empty ${dir}: no marker`,
  });
}
