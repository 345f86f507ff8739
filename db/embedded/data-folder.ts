import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
