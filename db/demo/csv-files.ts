import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type Cell = string | number | undefined;
export type Rows = readonly Readonly<Record<string, Cell>>[];

/** The Dutch notation of an ISO day. */
export function dutch(day: string | undefined): string | undefined {
  return day?.split('-').reverse().join('-');
}

/** Writes one semicolon-separated file for each entry; columns are those of the first row. Files without rows are left out. */
export async function writeFolder(name: string, files: Readonly<Record<string, Rows>>): Promise<void> {
  const folder = fileURLToPath(new URL(`./${name}/`, import.meta.url));
  await mkdir(folder, { recursive: true });
  for (const [file, rows] of Object.entries(files)) {
    if (rows.length > 0) await writeFile(`${folder}${file}.csv`, textOf(rows), 'utf8');
  }
}

function textOf(rows: Rows): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(';'));
  return `${[columns.join(';'), ...lines].join('\n')}\n`;
}

function quoted(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
