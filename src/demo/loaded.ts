import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaBirth } from '../../db/schema-birth.ts';
import { demoPath } from './files.ts';

const DEMO_DATA = fileURLToPath(new URL('../../db/demo', import.meta.url));

/**
 * Runs `load` unless the data folder says that exactly these demo data are in exactly this
 * database already. Returns whether it ran. A failed load leaves no mark.
 */
export async function loadOnce(dataDir: string, ownerUrl: string, load: () => Promise<void>, demoData: string = DEMO_DATA): Promise<boolean> {
  const mark = `${await schemaBirth(ownerUrl)} ${await contentHash(demoData)}\n`;
  const file = demoPath(dataDir, 'loaded');
  if ((await readFile(file, 'utf8').catch(() => '')) === mark) return false;
  await load();
  await writeFile(file, mark);
  return true;
}

async function contentHash(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(dir.length)).update('\0').update(await readFile(file));
  return hash.digest('hex');
}
