import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileSpec, fileOf } from './file-spec.ts';
import { FILES } from './files/index.ts';
import type { ProblemList } from './problem.ts';

export interface FoundFile { readonly spec: FileSpec; readonly path: string }

const SOURCE_FILE = 'bron.txt';
const DEFAULT_SOURCE = 'import';

/** The source that a folder names in `bron.txt`, so that importing it twice meets the same ids. */
export async function sourceOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, SOURCE_FILE), 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT' || problem.code === 'ENOTDIR') return '';
    throw problem;
  });
  return text.trim().slice(0, 100) || DEFAULT_SOURCE;
}

/**
 * The files of a folder that can be imported. Another CSV file is a problem, because a typing
 * error in its name would otherwise leave out all of its records. Throws when there is no folder.
 */
export async function findFiles(folder: string, problems: ProblemList): Promise<FoundFile[]> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).sort();
  const found = names.flatMap((name) => {
    const spec = FILES.find((file) => fileOf(file) === name.toLowerCase());
    return spec ? [{ spec, path: join(folder, name) }] : [];
  });
  const allowed = FILES.map(fileOf).join(', ');
  names.filter((name) => !FILES.some((file) => fileOf(file) === name.toLowerCase()))
    .forEach((name) => problems.add({ file: name, text: `dit bestand is onbekend; toegestaan zijn ${allowed}.` }));
  if (names.length === 0) problems.add({ file: folder, text: `hier staan geen CSV-bestanden; toegestaan zijn ${allowed}.` });
  return found;
}
